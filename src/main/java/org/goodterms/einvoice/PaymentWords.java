package org.goodterms.einvoice;

import org.goodterms.einvoice.EInvoice.Discount;
import org.goodterms.einvoice.EInvoice.Payment;

/** The payment terms in words (BT-20), and discounts in the notation of XRechnung: #SKONTO#TAGE=14#PROZENT=2.00#. */
final class PaymentWords {

    private PaymentWords() {
    }

    /** Each discount of XRechnung stands on a line of its own that ends with a line break (BR-DE-18). */
    static String of(Payment payment, Format format) {
        StringBuilder words = new StringBuilder(payment.terms() == null ? "" : payment.terms().strip());
        if (format.xrechnung() && !payment.discounts().isEmpty()) {
            if (!words.isEmpty()) {
                words.append('\n');
            }
            for (Discount discount : payment.discounts()) {
                words.append("#SKONTO#TAGE=").append(discount.days()).append("#PROZENT=")
                        .append(discount.percent().setScale(2).toPlainString()).append("#\n");
            }
        }
        return words.toString();
    }
}
