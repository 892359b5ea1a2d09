package org.goodterms.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.joda.money.Money;

/** Money of unknown payers, and what happens when the payer is known (the domain rules, section 2, row 7). */
public final class SuspenseService {
    private static final int LONGEST = 500;
    private final PaymentService.Rooms rooms;
    private final PaymentService payments;
    private final SuspenseStore store = new SuspenseStore();

    public SuspenseService(PaymentService.Rooms rooms, PaymentService payments) {
        this.rooms = rooms;
        this.payments = payments;
    }

    /** Puts money on the bank account against suspense. */
    public Outcome<Unidentified> record(LocalDate date, Money amount, String text) {
        return rooms.db().write(tx -> {
            List<Problem> problems = new ArrayList<>();
            if (!amount.isPositive()) {
                problems.add(Problem.at("amount", "payment.not_positive", amount));
            }
            if (!amount.getCurrencyUnit().equals(rooms.ledger().currency(tx))) {
                problems.add(Problem.at("amount", "ledger.wrong_currency", amount, rooms.ledger().currency(tx).getCode()));
            }
            Typed.required("text", text, LONGEST).ifPresent(problems::add);
            rooms.ledger().lockProblem(tx, date).ifPresent(problems::add);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            Unidentified money = new Unidentified(rooms.ids().nextId(), date, amount, text.strip(), null);
            PostedEntry entry = rooms.ledger().post(tx, new Entry(date, money.text(),
                    Entry.Source.of("unidentified", money.id()), List.of(
                            Entry.Posting.debit(Chart.BANK, amount), Entry.Posting.credit(Chart.SUSPENSE, amount))));
            store.insert(tx, money, entry.id());
            tx.touched(Unidentified.class);
            return Outcome.ok(money);
        });
    }

    /** Says whose money it is: from suspense to the customer, on the day of identification. */
    public Outcome<Payment> identify(Id<Unidentified> id, Id<Customer> customer, Settlement settlement, LocalDate on) {
        return rooms.db().write(tx -> {
            Optional<Unidentified> money = store.byId(tx, id, rooms.ledger().currency(tx));
            if (money.isEmpty() || money.get().identified() != null) {
                return Outcome.refused(Problem.at("payment", "payment.identified_already"));
            }
            if (on.isBefore(money.get().date())) {
                return Outcome.refused(Problem.at("date", "payment.return_before", on, money.get().date()));
            }
            Receipt receipt = new Receipt(customer, on, money.get().amount(), java.math.BigDecimal.ONE, Method.BANK,
                    settlement, List.of(), java.util.Map.of(), "", money.get().text());
            return payments.receive(tx, receipt, Chart.SUSPENSE, money.get().date()).then(payment -> {
                tx.touched(Unidentified.class);
                return store.identify(tx, id, on, payment.id()) ? Outcome.ok(payment)
                        : Outcome.refused(Problem.at("payment", "payment.identified_already"));
            });
        });
    }

    /** What is still unidentified, oldest first. */
    public List<Unidentified> list() {
        return rooms.db().read(tx -> store.open(tx, rooms.ledger().currency(tx)));
    }
}
