package org.goodterms.claim;

import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.company.Series;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Texts;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/** Fees and interest as items of their own, never part of an invoice (the domain rules, section 2, row 9); waiving them. */
public final class ChargeService {
    private static final int LINE = 200;
    private final InvoiceService.Rooms rooms;
    private final ChargeStore store = new ChargeStore();

    public ChargeService(InvoiceService.Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A charge to be opened.
     *
     * @param carrying in the book's currency
     * @param text     key of the words in the journal, with the new number and {@code about}
     */
    record Opening(Id<Customer> customer, ItemKind kind, Money amount, Money carrying, String text, String about) {
    }

    /** Opens an item of today, due today, against account 4100; outside value added tax. */
    Outcome<Posted> open(Tx tx, Opening opening) {
        LocalDate today = rooms.companies().today(tx);
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, today);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        String number = rooms.numbers().take(tx, Series.FEE, today);
        UUID source = rooms.ids().next();
        Id<OpenItem> item = rooms.receivables().open(tx, List.of(NewItem.simple(opening.customer(), opening.kind(), number,
                source, today, opening.amount(), opening.carrying()))).getFirst();
        String text = Texts.of(rooms.companies().company(tx).locale()).get(opening.text(), number, opening.about());
        PostedEntry entry = rooms.ledger().post(tx, new Entry(today, text, new Entry.Source(opening.kind().word(), source),
                List.of(Posting.debit(Chart.RECEIVABLES, opening.carrying()),
                        Posting.credit(Chart.LATE_FEES, opening.carrying()))));
        return Outcome.ok(new Posted(item, number, opening.amount(), entry.id()));
    }

    /** An amount in an item's currency at the rate the item is carried at. */
    static Money inBook(OpenItem item, Money amount) {
        return Rounding.HALF_UP.toMoney(amount.getAmount().multiply(item.carrying().getAmount())
                .divide(item.original().getAmount(), MathContext.DECIMAL128), item.carrying().getCurrencyUnit());
    }

    /** Charges a fee in the book's currency. Refused where it is not above zero. */
    public Outcome<Posted> chargeFee(Id<Customer> customer, Money amount, String text) {
        return rooms.db().write(tx -> chargeFee(tx, customer, amount, text));
    }

    public Outcome<Posted> chargeFee(Tx tx, Id<Customer> customer, Money amount, String text) {
        if (!amount.isPositive() || !amount.getCurrencyUnit().equals(rooms.ledger().currency(tx))) {
            return Outcome.refused(Problem.at("amount", "claim.fee_amount", amount, rooms.ledger().currency(tx).getCode()));
        }
        Optional<Problem> wrong = Typed.line("text", text, LINE);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return open(tx, new Opening(customer, ItemKind.FEE, amount, amount, "claim.entry.fee", text.strip())).map(opened -> {
            store.insertFee(tx, rooms.ids().next(), opened.item(), text.strip(), opened.entry());
            return opened;
        });
    }

    /** Waives what is open of a fee or interest: an explicit act, with its own item and entry. */
    public Outcome<Posted> waive(String number, String reason) {
        return rooms.db().write(tx -> {
            Optional<OpenItem> found = rooms.receivables().byNumber(tx, number).stream()
                    .filter(item -> item.kind().charge()).findFirst();
            if (found.isEmpty()) {
                return Outcome.refused(Problem.at("item", "claim.no_charge", number));
            }
            OpenItem item = found.get();
            if (!item.open().isPositive() || store.isWaived(tx, item.id())) {
                return Outcome.refused(Problem.at("item", "claim.charge_settled", number));
            }
            LocalDate today = rooms.companies().today(tx);
            Optional<Problem> wrong = Typed.line("reason", reason, LINE).or(() -> rooms.ledger().lockProblem(tx, today));
            return wrong.<Outcome<Posted>>map(Outcome::refused).orElseGet(() -> off(tx, item, "waiver", today).map(credit -> {
                store.insertWaiver(tx, item.id(), credit, today, reason.strip());
                return credit;
            }));
        });
    }

    /** Takes what is open of a charge off the customer's account again. @param act {@code waiver} or {@code reversal} */
    Outcome<Posted> off(Tx tx, OpenItem item, String act, LocalDate today) {
        UUID id = rooms.ids().next();
        Entry.Source source = new Entry.Source(act, id);
        boolean waived = act.equals("waiver");
        Id<OpenItem> credit = rooms.receivables().open(tx, List.of(NewItem.simple(item.customer(), ItemKind.CREDIT_NOTE,
                item.number() + (waived ? "-W" : "-R"), id, today, item.open().negated(), item.openCarrying().negated()))).getFirst();
        return rooms.receivables().allocate(tx, List.of(new Link(item.id(), credit, item.open())), today, source)
                .map(done -> {
                    String text = Texts.of(rooms.companies().company(tx).locale())
                            .get(waived ? "claim.entry.waived" : "claim.entry.reversed", item.number());
                    PostedEntry entry = rooms.ledger().post(tx, new Entry(today, text, source, List.of(
                            Posting.debit(store.isOwn(tx, item.id()) ? Chart.LATE_FEES : Chart.RECHARGED_FEES,
                                    item.openCarrying()),
                            Posting.credit(Chart.RECEIVABLES, item.openCarrying()))));
                    return new Posted(credit, item.number(), item.open(), entry.id());
                });
    }
}
