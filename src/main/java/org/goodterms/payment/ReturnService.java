package org.goodterms.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.Series;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments that come back: bounced cheques and debits, card chargebacks (the domain rules, section 2, rows 10 and 11).
 * What the payment had settled is open again from that day on, with its old due date and history.
 */
public final class ReturnService {
    private static final String DISPUTE_REASON = "chargeback";
    private final PaymentService.Rooms rooms;
    private final DisputeService disputes;
    private final PaymentStore store = new PaymentStore();
    private final PaymentEntryService posting;

    public ReturnService(PaymentService.Rooms rooms, DisputeService disputes) {
        this.rooms = rooms;
        this.disputes = disputes;
        this.posting = new PaymentEntryService(rooms);
    }

    public Outcome<Payment> bounce(PaymentReturn back) {
        return rooms.db().write(tx -> bounce(tx, back));
    }

    public Outcome<Payment> bounce(Tx tx, PaymentReturn back) {
        return bounce(tx, back, null);
    }

    /** @param account that gave the money back, where it is not the one that received it */
    public Outcome<Payment> bounce(Tx tx, PaymentReturn back, @Nullable String account) {
        Optional<Payment> found = store.byId(tx, back.payment());
        if (found.isEmpty()) {
            return Outcome.refused(Problem.at("payment", "payment.none", back.payment().toString()));
        }
        List<Problem> problems = problems(tx, found.get(), back);
        return problems.isEmpty() ? comeBack(tx, found.get(), back, account) : Outcome.refused(problems);
    }

    private List<Problem> problems(Tx tx, Payment payment, PaymentReturn back) {
        List<Problem> problems = new ArrayList<>();
        if (payment.kind() == Payment.Kind.REFUND) {
            problems.add(Problem.at("payment", "payment.refund_cannot_bounce", payment.number()));
        }
        if (store.isReturned(tx, payment.id())) {
            problems.add(Problem.at("payment", "payment.returned_already", payment.number()));
        }
        if (back.date().isBefore(payment.date())) {
            problems.add(Problem.at("date", "payment.return_before", back.date(), payment.date()));
        }
        if (back.fee().isNegative() || back.recharge().isNegative()) {
            problems.add(Problem.at("fee", "payment.fee_negative", back.fee().isNegative() ? back.fee() : back.recharge()));
        }
        OpenItem item = rooms.receivables().byId(tx, payment.item()).orElseThrow();
        Money refunded = rooms.receivables().standing(tx, payment.item()).stream()
                .filter(a -> rooms.receivables().byId(tx, a.debit()).orElseThrow().kind() == ItemKind.REFUND)
                .map(Allocation::amount).reduce(Money.zero(item.open().getCurrencyUnit()), Money::plus);
        if (refunded.isPositive()) {
            problems.add(Problem.at("payment", "payment.refunded_already", payment.number(), refunded));
        }
        rooms.ledger().lockProblem(tx, back.date()).ifPresent(problems::add);
        return problems;
    }

    private Outcome<Payment> comeBack(Tx tx, Payment payment, PaymentReturn back, @Nullable String account) {
        Entry.Source source = Entry.Source.of("return", payment.id());
        List<Allocation> countered = posting.giveBack(tx, payment, null, back.date(), source);
        OpenItem receipt = rooms.receivables().byId(tx, payment.item()).orElseThrow();
        Id<OpenItem> reversal = rooms.receivables().open(tx, List.of(NewItem.simple(payment.customer(),
                ItemKind.REVERSAL, payment.number() + "-R", payment.id().value(), back.date(),
                receipt.original().negated(), receipt.carrying().negated()))).getFirst();
        return rooms.receivables().allocate(tx, List.of(new Link(reversal, receipt.id(),
                receipt.original().negated())), back.date(), source).map(allocations -> {
            PostedEntry entry = post(tx, payment, receipt, back, account);
            store.insertReturn(tx, rooms.ids().next(), back, reversal, entry.id());
            if (back.chargeback()) {
                dispute(tx, countered, back.date());
            }
            tx.touched(Payment.class);
            return payment;
        });
    }

    private PostedEntry post(Tx tx, Payment payment, OpenItem receipt, PaymentReturn back, @Nullable String account) {
        Entry.Source source = Entry.Source.of("return", payment.id());
        Money amount = receipt.carrying().negated();
        String bank = account != null ? account : payment.account().equals(Chart.CLEARING) ? Chart.BANK : payment.account();
        List<Posting> postings = new ArrayList<>(List.of(
                Posting.debit(Chart.RECEIVABLES, amount), Posting.debit(Chart.BANK_CHARGES, back.fee()),
                Posting.credit(bank, amount), Posting.credit(bank, back.fee())));
        if (back.recharge().isPositive()) {
            String number = rooms.numbers().take(tx, Series.FEE, back.date());
            rooms.receivables().open(tx, List.of(NewItem.simple(payment.customer(), ItemKind.FEE, number,
                    payment.id().value(), back.date(), back.recharge(), back.recharge())));
            postings.add(Posting.debit(Chart.RECEIVABLES, back.recharge()));
            postings.add(Posting.credit(Chart.RECHARGED_FEES, back.recharge()));
        }
        return rooms.ledger().post(tx, new Entry(back.date(), posting.text(tx,
                back.chargeback() ? "chargeback" : "bounce", payment.number()), source, postings).withoutZeroLines());
    }

    private void dispute(Tx tx, List<Allocation> countered, LocalDate on) {
        for (Allocation allocation : countered) {
            OpenItem item = rooms.receivables().byId(tx, allocation.debit()).orElseThrow();
            disputes.open(tx, item, allocation.amount().negated(), DISPUTE_REASON, "", null, on);
        }
    }
}
