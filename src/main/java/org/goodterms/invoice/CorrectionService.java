package org.goodterms.invoice;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Entry;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What goes with a corrected invoice (UNTDID 1001: 384): it takes the place of another, of which what is left is credited in
 * the same transaction; what had been paid of that one counts towards the new one.
 */
final class CorrectionService {
    private final InvoiceService.Rooms rooms;
    private final CreditNoteService credits;
    private final IssuingService issuing;
    private final DocumentStore store;

    CorrectionService(InvoiceService.Rooms rooms, CreditNoteService credits, IssuingService issuing, DocumentStore store) {
        this.rooms = rooms;
        this.credits = credits;
        this.issuing = issuing;
        this.store = store;
    }

    /**
     * Issues a draft and, where it corrects an invoice, credits that one.
     *
     * @return refused with {@code invoice.nothing_to_correct} where it names no issued invoice of that customer and currency,
     *         with the refusals of credit notes, and as {@code issue} refuses
     */
    Outcome<Issued> around(Tx tx, Draft draft, Supplier<Outcome<Issued>> issue) {
        String number = draft.deposit().corrects();
        if (number.isEmpty()) {
            return issue.get();
        }
        CurrencyUnit book = rooms.ledger().currency(tx);
        Optional<Document> before = store.byNumber(tx, number, book).filter(document -> !document.isCredit())
                .filter(document -> document.content().customer().equals(draft.customer()))
                .filter(document -> document.content().pricing().currency().equals(draft.pricing().currency()));
        if (before.isEmpty()) {
            return Outcome.refused(Problem.at("corrects", "invoice.nothing_to_correct", number));
        }
        if (issuing.creditedWhole(tx, before.get(), book)) {
            return issue.get();
        }
        CreditRequest all = new CreditRequest(number, draft.date(), List.of(), false, "");
        return credits.issue(tx, all).then(credit -> issue.get().then(issued -> carriedOver(tx, credit.document(), issued)));
    }

    /** What the credit note has left, because the first invoice was paid, settles the new one. */
    private Outcome<Issued> carriedOver(Tx tx, Document credit, Issued issued) {
        List<OpenItem> left = rooms.receivables().byNumber(tx, credit.number());
        if (!left.isEmpty()) {
            Money rest = left.getFirst().open().negated();
            for (OpenItem item : rooms.receivables().byNumber(tx, issued.document().number())) {
                Money part = item.open().isGreaterThan(rest) ? rest : item.open();
                if (part.isPositive()) {
                    Entry.Source source = Entry.Source.of("invoice", issued.document().id());
                    Outcome<?> settled = rooms.receivables().allocate(tx, List.of(new Link(item.id(), left.getFirst().id(), part)),
                            issued.document().content().date(), source).map(allocated -> {
                                rooms.receivables().postExchange(tx, allocated, "Exchange difference of " + credit.number(), source);
                                return allocated;
                            });
                    if (!settled.isOk()) {
                        return Outcome.refused(settled.problems());
                    }
                    rest = rest.minus(part);
                }
            }
        }
        return Outcome.ok(issued);
    }
}
