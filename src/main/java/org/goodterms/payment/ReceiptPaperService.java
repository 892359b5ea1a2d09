package org.goodterms.payment;

import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.invoice.LetterService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Receipts on paper: for whoever paid and wants to show it. */
public final class ReceiptPaperService {
    private final Database db;
    private final CustomerService customers;
    private final PaymentService payments;
    private final LetterService letters;

    public ReceiptPaperService(Database db, CustomerService customers, PaymentService payments, LetterService letters) {
        this.db = db;
        this.customers = customers;
        this.payments = payments;
        this.letters = letters;
    }

    /** The receipt as PDF. Refused for money that went back. */
    public Outcome<byte[]> pdf(Payment payment) {
        if (payment.kind() == Payment.Kind.REFUND) {
            return Outcome.refused(Problem.at("payment", "payment.no_receipt", payment.number()));
        }
        Used use = payments.use(payment);
        return db.read(tx -> Outcome.ok(letters.print(tx, customers.customer(tx, payment.customer()),
                payment.amount().getCurrencyUnit(), payment.date(), (parties, say, day) -> ReceiptPage.of(payment, use, parties, say))));
    }
}
