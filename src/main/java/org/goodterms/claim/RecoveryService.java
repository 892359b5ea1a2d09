package org.goodterms.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.CashDiscount;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/** Money on debts written off (the domain rules, section 2, row 18): only what came in is reinstated, and settled at once. */
public final class RecoveryService {
    private final InvoiceService.Rooms rooms;
    private final PaymentService payments;
    private final WriteOffStore store = new WriteOffStore();

    public RecoveryService(InvoiceService.Rooms rooms, PaymentService payments) {
        this.rooms = rooms;
        this.payments = payments;
    }

    /** @param amount in the book's currency; at most what was written off and not recovered yet */
    public Outcome<Recovery> recover(String number, Money amount, LocalDate on) {
        return rooms.db().write(tx -> recover(tx, number, amount, on, Method.BANK.account()));
    }

    /** The same within the caller's transaction. @param account where the money stands: a bank account, or suspense */
    public Outcome<Recovery> recover(Tx tx, String number, Money amount, LocalDate on, String account) {
        List<OpenItem> items = rooms.receivables().byNumber(tx, number);
        List<WriteOff> offs = store.of(tx, number, rooms.ledger().currency(tx));
        boolean memo = store.isMemo(tx, number);
        if (items.isEmpty() || offs.isEmpty() && !memo) {
            return Outcome.refused(Problem.at("item", "claim.not_written_off", number));
        }
        Money written = offs.stream().map(WriteOff::amount).reduce(Money::plus)
                .orElseGet(() -> items.getFirst().carrying());
        Money left = written.minus(store.recovered(tx, number, written.getCurrencyUnit()));
        if (!amount.getCurrencyUnit().equals(left.getCurrencyUnit()) || !amount.isPositive() || amount.isGreaterThan(left)) {
            return Outcome.refused(Problem.at("amount", "claim.recover_amount", amount, left));
        }
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        return locked.<Outcome<Recovery>>map(Outcome::refused)
                .orElseGet(() -> book(tx, items.getFirst(), offs, amount, on, account));
    }

    /** What was written off of a document and not recovered yet, in the book's currency; zero where nothing was. */
    public Money recoverable(String number) {
        return rooms.db().read(tx -> {
            Money none = Money.zero(rooms.ledger().currency(tx));
            return store.of(tx, number, rooms.ledger().currency(tx)).stream().map(WriteOff::amount).reduce(none, Money::plus)
                    .minus(store.recovered(tx, number, rooms.ledger().currency(tx)));
        });
    }

    private Outcome<Recovery> book(Tx tx, OpenItem item, List<WriteOff> offs, Money amount, LocalDate on, String account) {
        Id<Recovery> id = rooms.ids().nextId();
        Entry.Source source = Entry.Source.of("recovery", id);
        String again = item.number() + "-R" + (store.recoveries(tx, item.number()) + 1);
        Id<OpenItem> reinstated = rooms.receivables().open(tx, List.of(NewItem.simple(item.customer(), ItemKind.REVERSAL,
                again, id.value(), on, amount, amount))).getFirst();
        boolean taxed = offs.isEmpty() || offs.stream().anyMatch(off -> off.relief() != WriteOff.ReliefTime.NONE);
        boolean relieved = offs.isEmpty() || offs.stream().allMatch(WriteOff::relieved);
        List<NewItem.Tax> taxes = taxed ? CashDiscount.split(amount, rooms.receivables().taxes(tx, item), true)
                : List.of(new NewItem.Tax(BigDecimal.ZERO, amount, Money.zero(amount.getCurrencyUnit())));
        Money tax = taxes.stream().map(NewItem.Tax::tax).reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        List<Entry.TaxLine> lines = new ArrayList<>();
        if (taxed && relieved) {
            taxes.forEach(t -> lines.add(new Entry.TaxLine("recovery", t.rate(), t.net(), t.tax())));
        }
        String text = Texts.of(rooms.companies().company(tx).locale()).get("claim.entry.recovered", item.number());
        PostedEntry entry = rooms.ledger().post(tx, new Entry(on, text, source, List.of(
                Posting.debit(Chart.RECEIVABLES, amount), Posting.credit(Chart.RECOVERED, amount.minus(tax)),
                Posting.credit(relieved ? Chart.OUTPUT_TAX : Chart.TAX_RELIEF_PENDING, tax)), lines, null).withoutZeroLines());
        Receipt receipt = new Receipt(item.customer(), on, amount, BigDecimal.ONE, Method.BANK,
                new Settlement.ByHand(List.of(new Settlement.Part(again, amount))), List.of(), Map.of(), item.number(), "");
        return payments.receive(tx, receipt, account).map(payment -> kept(tx, id, new Recovery(item.customer(), item.number(), on,
                amount, amount.minus(tax), payment.id()), reinstated, entry));
    }

    private Recovery kept(Tx tx, Id<Recovery> id, Recovery recovery, Id<OpenItem> reinstated, PostedEntry entry) {
        store.insert(tx, id.value(), recovery, reinstated, entry.id());
        tx.touched(Payment.class);
        return recovery;
    }
}
