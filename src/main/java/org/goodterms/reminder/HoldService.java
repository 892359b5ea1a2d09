package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.jspecify.annotations.Nullable;

/** Pauses of reminders, and customers who must not be contacted at all. Days are business dates of the book. */
public final class HoldService {
    /** What the timeline says when a customer must not be contacted, and when this was taken back. */
    public static final String FORBIDDEN = "do-not-contact-set";
    public static final String ALLOWED = "do-not-contact-cleared";
    private static final int LONGEST = 500;
    private final Rooms rooms;
    private final HoldStore store = new HoldStore();

    /** What lies below. */
    public record Rooms(Database db, Ids ids, CompanyService companies, CustomerService customers,
            ContactService contacts, ReceivableService receivables) {
    }

    public HoldService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Pauses everything of a customer. Refused without a reason, or with a last day that is over. */
    public Outcome<List<Hold>> holdCustomer(String code, String reason, @Nullable LocalDate until) {
        return rooms.db().write(tx -> rooms.customers().byCode(tx, code).then(customer ->
                set(tx, customer.id(), null, reason, until).map(List::of)));
    }

    /** Pauses a document with all its parts. Refused as {@link #holdCustomer}, and where nothing of it is owed. */
    public Outcome<List<Hold>> holdItem(String number, String reason, @Nullable LocalDate until) {
        return rooms.db().write(tx -> parts(tx, number).then(parts -> {
            List<Outcome<Hold>> holds = parts.stream()
                    .map(part -> set(tx, part.customer(), part.id(), reason, until)).toList();
            return holds.stream().allMatch(Outcome::isOk) ? Outcome.ok(holds.stream().map(Outcome::orThrow).toList())
                    : Outcome.refused(holds.stream().flatMap(hold -> hold.problems().stream()).distinct().toList());
        }));
    }

    /**
     * Pauses, in the caller's transaction.
     *
     * @param item   null: everything of the customer
     * @param reason in a person's words, or {@link Hold#REVIEW}
     * @param until  the last day it holds; null: until it is lifted
     */
    public Outcome<Hold> set(Tx tx, Id<Customer> customer, @Nullable Id<OpenItem> item, String reason,
            @Nullable LocalDate until) {
        LocalDate today = rooms.companies().today(tx);
        Optional<Problem> wrong = Typed.required("reason", reason, LONGEST);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (until != null && until.isBefore(today)) {
            return Outcome.refused(Problem.at("until", "reminder.hold_over", until, today));
        }
        UUID id = rooms.ids().next();
        store.insert(tx, id, customer, item, reason.strip(), today, until);
        tx.touched(Hold.class);
        return Outcome.ok(standing(tx, today, customer).stream().filter(hold -> hold.id().value().equals(id)).findFirst()
                .orElseThrow());
    }

    /** Lifts what stands on the customer as a whole; holds of single items stay. Refused where nothing stands. */
    public Outcome<Customer> liftCustomer(String code) {
        return rooms.db().write(tx -> rooms.customers().byCode(tx, code).then(customer ->
                lift(tx, customer.id(), null) > 0 ? Outcome.ok(customer)
                        : Outcome.refused(Problem.at("customer", "reminder.no_hold", code))));
    }

    /** Lifts what stands on a document itself. Refused where nothing stands. */
    public Outcome<List<OpenItem>> liftItem(String number) {
        return rooms.db().write(tx -> parts(tx, number).then(parts -> {
            int lifted = parts.stream().mapToInt(part -> lift(tx, part.customer(), part.id())).sum();
            return lifted > 0 ? Outcome.ok(parts) : Outcome.refused(Problem.at("item", "reminder.no_hold", number));
        }));
    }

    private int lift(Tx tx, Id<Customer> customer, @Nullable Id<OpenItem> item) {
        int lifted = store.lift(tx, customer, item, rooms.companies().today(tx));
        tx.touched(Hold.class);
        return lifted;
    }

    private Outcome<List<OpenItem>> parts(Tx tx, String number) {
        List<OpenItem> parts = rooms.receivables().byNumber(tx, number).stream().filter(item -> item.kind().debit()).toList();
        return parts.isEmpty() ? Outcome.refused(Problem.at("item", "reminder.no_such_item", number)) : Outcome.ok(parts);
    }

    /** What stands on a day, of one customer or of all ({@code customer} null). */
    public List<Hold> standing(Tx tx, LocalDate on, @Nullable Id<Customer> customer) {
        return store.standing(tx, on, customer);
    }

    public List<Hold> standing(LocalDate on) {
        return rooms.db().read(tx -> standing(tx, on, null));
    }

    /** What stands on a day of one customer. */
    public List<Hold> standing(LocalDate on, Id<Customer> customer) {
        return rooms.db().read(tx -> standing(tx, on, customer));
    }

    /** From now on this customer is not contacted; stands above everything. Where it is so already nothing changes. */
    public Outcome<Customer> forbid(String code) {
        return rooms.db().write(tx -> rooms.customers().byCode(tx, code).then(customer -> forbid(tx, customer)));
    }

    private Outcome<Customer> forbid(Tx tx, Customer customer) {
        if (isForbidden(tx, customer.id())) {
            return Outcome.ok(customer);
        }
        store.forbid(tx, rooms.ids().next(), customer.id(), rooms.companies().today(tx));
        return noted(tx, customer, FORBIDDEN);
    }

    /** Contact is allowed again. Where it was not forbidden nothing changes. */
    public Outcome<Customer> allow(String code) {
        return rooms.db().write(tx -> rooms.customers().byCode(tx, code).then(customer ->
                store.allow(tx, customer.id(), rooms.companies().today(tx)) == 0 ? Outcome.ok(customer)
                        : noted(tx, customer, ALLOWED)));
    }

    private Outcome<Customer> noted(Tx tx, Customer customer, String what) {
        tx.touched(Hold.class);
        return rooms.contacts().log(tx, customer.id(), Contact.Saying.note(what, "", "")).map(logged -> customer);
    }

    /** Whether a customer must not be contacted today. */
    public boolean isForbidden(Tx tx, Id<Customer> customer) {
        return !store.forbidden(tx, rooms.companies().today(tx), customer).isEmpty();
    }

    public boolean isForbidden(Id<Customer> customer) {
        return rooms.db().read(tx -> isForbidden(tx, customer));
    }

    /** Who must not be contacted on a day. */
    public Set<UUID> forbidden(Tx tx, LocalDate on, @Nullable Id<Customer> customer) {
        return store.forbidden(tx, on, customer);
    }
}
