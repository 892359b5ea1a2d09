package org.goodterms.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.claim.WriteOff.ReliefTime;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.CashDiscount;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Removes uncollectible items from the books and claims the tax in them back (the domain rules, section 2, rows 16 to 17). */
public final class WriteOffService {
    private static final int LINE = 500;
    private final InvoiceService.Rooms rooms;
    private final Relief law = InterestService.knownLaw().relief();
    private final WriteOffStore store = new WriteOffStore();

    public WriteOffService(InvoiceService.Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * What is to be written off.
     *
     * @param relief    NOW or LATER; null: now where the law allows it, else later
     * @param allowance true: against the allowance (row 17)
     */
    public record Request(String number, @Nullable ReliefTime relief, boolean allowance, String note) {
    }

    /** Writes off all that is open of a document, today. Refused where nothing is open or relief is not allowed yet. */
    public Outcome<List<WriteOff>> writeOff(Request request) {
        return rooms.db().write(tx -> {
            LocalDate today = rooms.companies().today(tx);
            List<OpenItem> parts = rooms.receivables().byNumber(tx, request.number()).stream()
                    .filter(item -> item.kind().debit() && item.open().isPositive()).toList();
            if (parts.isEmpty()) {
                return Outcome.refused(Problem.at("item", "claim.nothing_open", request.number()));
            }
            Optional<Problem> wrong = Typed.lines("note", request.note(), LINE)
                    .or(() -> rooms.ledger().lockProblem(tx, today));
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            List<WriteOff> done = new ArrayList<>();
            for (OpenItem item : parts) {
                Outcome<WriteOff> one = relief(tx, item, request.relief(), today)
                        .then(relief -> post(tx, item, request, relief, today));
                if (!one.isOk()) {
                    return Outcome.refused(one.problems());
                }
                done.add(one.orThrow());
            }
            tx.touched(WriteOff.class);
            return Outcome.ok(done);
        });
    }

    private Outcome<ReliefTime> relief(Tx tx, OpenItem item, @Nullable ReliefTime asked, LocalDate today) {
        if (item.kind().charge() || rooms.receivables().taxes(tx, item).stream().allMatch(t -> t.tax().isZero())) {
            return Outcome.ok(ReliefTime.NONE);
        }
        Optional<Problem> notYet = notYet(tx, item, today);
        if (asked == null) {
            return Outcome.ok(notYet.isEmpty() ? ReliefTime.NOW : ReliefTime.LATER);
        }
        return asked == ReliefTime.NOW && notYet.isPresent() ? Outcome.refused(notYet.get()) : Outcome.ok(asked);
    }

    private Optional<Problem> notYet(Tx tx, OpenItem item, LocalDate today) {
        LocalDate due = Objects.requireNonNullElse(item.due(), item.date());
        LocalDate supply = store.supply(tx, item.number()).orElse(item.date());
        return law.problem(rooms.companies().company(tx).country(), due.isAfter(supply) ? due : supply, today);
    }

    private Outcome<WriteOff> post(Tx tx, OpenItem item, Request request, ReliefTime relief, LocalDate today) {
        Id<WriteOff> id = rooms.ids().nextId();
        Entry.Source source = Entry.Source.of("write-off", id);
        int before = store.of(tx, item.number(), rooms.ledger().currency(tx)).size();
        Id<OpenItem> credit = rooms.receivables().open(tx, List.of(NewItem.simple(item.customer(), ItemKind.WRITE_OFF,
                item.number() + "-WO" + (before == 0 ? "" : before + 1), id.value(), today, item.open().negated(),
                item.openCarrying().negated()))).getFirst();
        return rooms.receivables().allocate(tx, List.of(new Link(item.id(), credit, item.open())), today, source).map(done -> {
            List<NewItem.Tax> taxes = relief == ReliefTime.NONE
                    ? List.of(new NewItem.Tax(java.math.BigDecimal.ZERO, item.openCarrying(), Money.zero(item.openCarrying().getCurrencyUnit())))
                    : CashDiscount.split(item.openCarrying(), rooms.receivables().taxes(tx, item), true);
            WriteOff off = new WriteOff(id, item.id(), item.number(), today,
                    request.allowance() ? Chart.ALLOWANCE : Chart.BAD_DEBTS, item.openCarrying(), taxes, relief, null);
            List<Posting> postings = List.of(Posting.debit(off.account(), off.net()),
                    Posting.debit(relief == ReliefTime.LATER ? Chart.TAX_RELIEF_PENDING : Chart.OUTPUT_TAX, off.tax()),
                    Posting.credit(Chart.RECEIVABLES, off.amount()));
            PostedEntry entry = rooms.ledger().post(tx, new Entry(today, text(tx, "claim.entry.written_off", item.number()),
                    source, postings, relief == ReliefTime.NOW ? lowering(taxes) : List.of(), null).withoutZeroLines());
            store.insert(tx, off, credit, request.note().strip(), entry.id());
            return off;
        });
    }

    private static List<Entry.TaxLine> lowering(List<NewItem.Tax> taxes) {
        return taxes.stream().map(t -> new Entry.TaxLine("write-off", t.rate(), t.net().negated(), t.tax().negated())).toList();
    }

    /**
     * Claims pending tax back, today: 1450 to 2200. Refused where none is pending, and before and after the time in which
     * the law allows it.
     */
    public Outcome<List<WriteOff>> claimRelief(String number) {
        return rooms.db().write(tx -> {
            LocalDate today = rooms.companies().today(tx);
            List<WriteOff> pending = store.of(tx, number, rooms.ledger().currency(tx)).stream()
                    .filter(off -> off.relief() == ReliefTime.LATER && !off.relieved()).toList();
            if (pending.isEmpty()) {
                return Outcome.refused(Problem.at("item", "claim.no_relief", number));
            }
            OpenItem item = rooms.receivables().byId(tx, pending.getFirst().item()).orElseThrow();
            Optional<Problem> wrong = notYet(tx, item, today).or(() -> rooms.ledger().lockProblem(tx, today));
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            Money back = store.recovered(tx, number, rooms.ledger().currency(tx));
            for (WriteOff off : pending) {
                Money gone = back.isGreaterThan(off.amount()) ? off.amount() : back;
                back = back.minus(gone);
                Optional<List<NewItem.Tax>> left = left(off, gone);
                if (left.isEmpty()) {
                    return Outcome.refused(Problem.at("item", "claim.no_relief", number));
                }
                claim(tx, off, left.get(), today);
            }
            tx.touched(WriteOff.class);
            return Outcome.ok(store.of(tx, number, rooms.ledger().currency(tx)));
        });
    }

    /** The tax still to come back where some of the debt was recovered meanwhile; empty where none is left. */
    private static Optional<List<NewItem.Tax>> left(WriteOff off, Money recovered) {
        if (recovered.isZero()) {
            return Optional.of(off.taxes());
        }
        List<NewItem.Tax> gone = CashDiscount.split(recovered, off.taxes(), true);
        List<NewItem.Tax> left = new ArrayList<>();
        for (int i = 0; i < gone.size(); i++) {
            NewItem.Tax was = off.taxes().get(i);
            left.add(new NewItem.Tax(was.rate(), was.net().minus(gone.get(i).net()), was.tax().minus(gone.get(i).tax())));
        }
        return left.stream().allMatch(t -> t.tax().isZero()) ? Optional.empty() : Optional.of(left);
    }

    private void claim(Tx tx, WriteOff off, List<NewItem.Tax> taxes, LocalDate today) {
        Money tax = taxes.stream().map(NewItem.Tax::tax).reduce(Money::plus).orElseThrow();
        PostedEntry entry = rooms.ledger().post(tx, new Entry(today, text(tx, "claim.entry.relief", off.number()),
                Entry.Source.of("relief", off.id()), List.of(Posting.debit(Chart.OUTPUT_TAX, tax),
                        Posting.credit(Chart.TAX_RELIEF_PENDING, tax)), lowering(taxes), null));
        store.relieved(tx, off.id(), today, entry.id());
    }

    private String text(Tx tx, String key, String number) {
        return Texts.of(rooms.companies().company(tx).locale()).get(key, number);
    }

    /**
     * What is open of a document and the tax in it that would come back if it were written off, in the book's currency.
     */
    public record Worth(Money open, Money tax) {
    }

    /** Empty where nothing is open of it. */
    public Optional<Worth> worth(String number) {
        return rooms.db().read(tx -> rooms.receivables().byNumber(tx, number).stream()
                .filter(item -> item.kind().debit() && item.open().isPositive()).map(item -> new Worth(item.openCarrying(), tax(tx, item)))
                .reduce((a, b) -> new Worth(a.open().plus(b.open()), a.tax().plus(b.tax()))));
    }

    private Money tax(Tx tx, OpenItem item) {
        Money none = Money.zero(item.openCarrying().getCurrencyUnit());
        return item.kind().charge() ? none : CashDiscount.split(item.openCarrying(), rooms.receivables().taxes(tx, item), true).stream()
                .map(NewItem.Tax::tax).reduce(none, Money::plus);
    }

    /** As {@link #of(Tx, String)}. */
    public List<WriteOff> of(String number) {
        return rooms.db().read(tx -> of(tx, number));
    }

    /** Write-offs of a document, the first one first. */
    public List<WriteOff> of(Tx tx, String number) {
        return store.of(tx, number, rooms.ledger().currency(tx));
    }
}
