package org.goodterms.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.jspecify.annotations.Nullable;

/** Gives debts to an agency or a court, and says when claims expire. */
public final class HandOverService {
    private static final int LINE = 500;
    private final InvoiceService.Rooms rooms;
    private final ExtensionService extensions;
    private final Limitation law = InterestService.knownLaw().limitation();
    private final HandOverStore store = new HandOverStore();

    public HandOverService(InvoiceService.Rooms rooms, ExtensionService extensions) {
        this.rooms = rooms;
        this.extensions = extensions;
    }

    /** What would be handed over. Refused where an item has nothing open or is out of our hands already. */
    public Outcome<HandOver> prepare(Tx tx, Id<Customer> customer, List<String> numbers, HandOver.Receiver receiver) {
        LocalDate today = rooms.companies().today(tx);
        Set<Id<OpenItem>> away = store.itemsAt(tx, today);
        List<OpenItem> open = rooms.receivables().openOf(tx, customer);
        List<HandOver.Item> items = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (numbers.isEmpty()) {
            problems.add(Problem.at("items", "claim.no_items"));
        }
        for (String number : new LinkedHashSet<>(numbers)) {
            List<OpenItem> parts = open.stream().filter(item -> item.number().equals(number) && item.kind().debit()
                    && item.open().isPositive()).toList();
            if (parts.isEmpty()) {
                problems.add(Problem.at("items", "claim.nothing_open", number));
            }
            if (parts.stream().anyMatch(part -> away.contains(part.id()))) {
                problems.add(Problem.at("items", "claim.handed_over", number));
            }
            parts.forEach(part -> items.add(new HandOver.Item(part.id(), part.number(), part.open())));
        }
        return problems.isEmpty() ? Outcome.ok(new HandOver(rooms.ids().nextId(), customer, receiver, today, null, items))
                : Outcome.refused(problems);
    }

    /** Keeps a hand-over from today on. @param fileHash of the dossier that went with it; empty where there was none */
    public Outcome<HandOver> keep(Tx tx, HandOver over, String fileHash, String note) {
        Optional<Problem> wrong = Typed.lines("note", note, LINE);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        store.insert(tx, over, fileHash, note.strip());
        tx.touched(HandOver.class);
        return Outcome.ok(over);
    }

    /** Takes everything of a customer back into our hands, from today on. Refused where nothing is out of them. */
    public Outcome<List<HandOver>> takeBack(Id<Customer> customer) {
        return rooms.db().write(tx -> {
            List<HandOver> out = store.of(tx, customer).stream().filter(over -> over.endedOn() == null).toList();
            if (out.isEmpty()) {
                return Outcome.refused(Problem.at("customer", "claim.none_handed_over"));
            }
            out.forEach(over -> store.end(tx, over.id(), rooms.companies().today(tx)));
            tx.touched(HandOver.class);
            return Outcome.ok(out);
        });
    }

    /** Items out of our hands at the end of a day. */
    public Set<Id<OpenItem>> handedOver(Tx tx, LocalDate on) {
        return store.itemsAt(tx, on);
    }

    /** As {@link #of(Tx, Id)}. */
    public List<HandOver> of(Id<Customer> customer) {
        return rooms.db().read(tx -> of(tx, customer));
    }

    /** Hand-overs of a customer, the first one first. */
    public List<HandOver> of(Tx tx, Id<Customer> customer) {
        return store.of(tx, customer);
    }

    /** As {@link #limitation(Tx, OpenItem)}, of the earliest part of a number. */
    public Optional<LocalDate> limitation(String number) {
        return rooms.db().read(tx -> rooms.receivables().byNumber(tx, number).stream().filter(item -> item.kind().debit())
                .map(item -> Optional.ofNullable(limitation(tx, item))).flatMap(Optional::stream).min(LocalDate::compareTo));
    }

    /** The last day on which an item can be enforced, by the law of the firm's country; null where nothing is known. */
    public @Nullable LocalDate limitation(Tx tx, OpenItem item) {
        List<Extension> agreed = extensions.of(tx, item.id());
        LocalDate due = agreed.isEmpty() ? item.due() : agreed.getFirst().oldDue();
        return due == null ? null : law.of(rooms.companies().company(tx).country(), due).orElse(null);
    }
}
