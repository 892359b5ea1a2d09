package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goodterms.agreement.PromiseStore.Facts;
import org.goodterms.calendar.Holidays;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.Money;

/** Promises to pay: taken down, tested, counted. */
public final class PromiseService {
    /** So many broken ones, and the next takes the owner's word (the domain rules, section 8.1 rule 5). */
    private static final int BROKEN_ALLOWED = 2;
    private static final int LINE = 200;
    private static final int BLOCK = 2000;
    private final Rooms rooms;
    private final PromiseStore store = new PromiseStore();

    /** The rooms below that an agreement touches. */
    public record Rooms(Database db, Ids ids, CompanyService companies, CustomerService customers,
            ContactService contacts, ReceivableService receivables) {
    }

    public PromiseService(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A promise as given.
     *
     * @param consent the owner's word where two promises were broken before; else empty
     */
    public record Request(Id<Customer> customer, List<String> numbers, Money amount, LocalDate by, Promise.Said said,
            String consent) {
        public Request {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Takes a promise down and notes it on the customer's timeline. A pending promise for one of the items is replaced.
     * Refused where it covers nothing open, promises more than is open, names a day that has passed, or where two were
     * broken and the owner has not consented.
     */
    public Outcome<Promise> add(Request request) {
        return rooms.db().write(tx -> add(tx, request));
    }

    public Outcome<Promise> add(Tx tx, Request request) {
        return Covering.items(request.customer(), request.numbers(), rooms.receivables().openOf(tx, request.customer()))
                .then(items -> {
                    List<Problem> problems = judge(tx, request, items);
                    return problems.isEmpty() ? taken(tx, request, items) : Outcome.refused(problems);
                });
    }

    private List<Problem> judge(Tx tx, Request request, List<OpenItem> items) {
        List<Problem> problems = new ArrayList<>();
        LocalDate today = rooms.companies().today(tx);
        Money open = items.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        if (!request.amount().getCurrencyUnit().equals(open.getCurrencyUnit()) || !request.amount().isPositive()
                || request.amount().isGreaterThan(open)) {
            problems.add(Problem.at("amount", "agreement.promise_amount", request.amount(), open));
        }
        if (request.by().isBefore(today)) {
            problems.add(Problem.at("by", "agreement.promise_past", request.by(), today));
        }
        Typed.line("person", request.said().person(), LINE).ifPresent(problems::add);
        Typed.lines("note", request.said().note(), BLOCK).ifPresent(problems::add);
        Typed.line("override", request.consent(), LINE).ifPresent(problems::add);
        if (!request.said().channel().isEmpty() && Contact.Means.of(request.said().channel()).isEmpty()) {
            problems.add(Problem.at("channel", "agreement.channel", request.said().channel()));
        }
        long broken = of(tx, request.customer(), today).stream().filter(one -> one.state().failed()).count();
        if (broken >= BROKEN_ALLOWED && request.consent().isBlank()) {
            problems.add(Problem.at("override", "agreement.promises_broken", broken));
        }
        return problems;
    }

    private Outcome<Promise> taken(Tx tx, Request request, List<OpenItem> items) {
        LocalDate today = rooms.companies().today(tx);
        List<Id<OpenItem>> covered = items.stream().map(OpenItem::id).toList();
        Promise promise = new Promise(rooms.ids().nextId(), request.customer(),
                items.stream().map(item -> new Promise.Item(item.id(), item.number())).toList(), request.amount(),
                request.by(), today, request.said(), null, null);
        List<PromiseStanding> before = of(tx, request.customer(), today);
        store.insert(tx, promise, request.consent().strip(),
                store.received(tx, covered, request.amount().getCurrencyUnit()));
        before.stream().filter(one -> one.state() == PromiseState.PENDING && covered.stream().anyMatch(one.promise()::covers))
                .forEach(one -> store.replace(tx, one.promise().id(), promise.id(), today));
        tx.touched(Promise.class);
        Contact.Means means = Contact.Means.of(request.said().channel()).orElse(Contact.Means.NOTE);
        String note = request.said().note().isBlank() ? "" : "\n" + request.said().note();
        return rooms.contacts().log(tx, request.customer(), new Contact.Saying(null, means,
                means == Contact.Means.NOTE ? Contact.Direction.INTERNAL : Contact.Direction.IN, request.said().person(),
                "promise", request.amount() + ", " + request.by() + note, String.join(", ", promise.numbers())))
                .map(logged -> promise);
    }

    /** The mail that confirms a promise, in the customer's language. */
    public PromiseMail confirmation(Promise promise) {
        return rooms.db().read(tx -> PromiseMail.of(promise, rooms.customers().customer(tx, promise.customer()),
                rooms.companies().company(tx)));
    }

    /** All promises of a customer as of a day, by their dates. */
    public List<PromiseStanding> of(Tx tx, Id<Customer> customer, LocalDate today) {
        BusinessDays days = days(tx);
        return store.ofCustomer(tx, customer).stream().map(facts -> standing(facts, today, days)).toList();
    }

    /** As {@link #of(Tx, Id, LocalDate)}, of the business date. */
    public List<PromiseStanding> of(Id<Customer> customer) {
        return rooms.db().read(tx -> of(tx, customer, rooms.companies().today(tx)));
    }

    /** Items for which a promise is pending at the end of a day. */
    public Set<Id<OpenItem>> pendingAt(Tx tx, LocalDate on) {
        BusinessDays days = days(tx);
        Set<Id<OpenItem>> items = new HashSet<>();
        store.standing(tx, on, on.minusMonths(1)).stream().map(facts -> standing(facts, on, days))
                .filter(one -> one.state() == PromiseState.PENDING)
                .forEach(one -> one.promise().items().forEach(item -> items.add(item.id())));
        return items;
    }

    /** Notes that a run has tested a promise; the first such day stays. */
    public void tested(Tx tx, Id<Promise> promise, LocalDate on) {
        store.tested(tx, promise, on);
        tx.touched(Promise.class);
    }

    /** How many of the promises of a period were kept. */
    public record Kept(int due, int kept) {
    }

    /** Promises whose date is in the period and whose test has been by {@code today}; replaced ones do not count. */
    public Kept kept(Tx tx, LocalDate from, LocalDate to, LocalDate today) {
        BusinessDays days = days(tx);
        return count(store.dueBetween(tx, from, to).stream().map(facts -> standing(facts, today, days)).toList());
    }

    /** The same of one customer, over all time. */
    public Kept kept(Tx tx, Id<Customer> customer, LocalDate today) {
        return count(of(tx, customer, today));
    }

    /** As {@link #kept(Tx, Id, LocalDate)}, as of the business date. */
    public Kept kept(Id<Customer> customer) {
        return rooms.db().read(tx -> kept(tx, customer, rooms.companies().today(tx)));
    }

    private static Kept count(List<PromiseStanding> promises) {
        long kept = promises.stream().filter(one -> one.state() == PromiseState.KEPT).count();
        long failed = promises.stream().filter(one -> one.state().failed()).count();
        return new Kept((int) (kept + failed), (int) kept);
    }

    private static PromiseStanding standing(Facts facts, LocalDate today, BusinessDays days) {
        Promise promise = facts.promise();
        LocalDate settled = facts.settledOn();
        boolean done = settled != null && !settled.isAfter(promise.testDay(days));
        return new PromiseStanding(promise, PromiseState.of(promise, facts.receipts(), done, today, days),
                facts.receipts().upTo(today));
    }

    private BusinessDays days(Tx tx) {
        Company company = rooms.companies().company(tx);
        return Holidays.of(company.country(), company.firm().address().region());
    }
}
