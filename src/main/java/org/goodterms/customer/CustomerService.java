package org.goodterms.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer.CreditHold;
import org.goodterms.customer.Registering.Registered;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The customers of the book: entered, changed, found, kept on hold. */
public final class CustomerService {
    private static final int LONGEST_REASON = 1000;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final ContactService contacts;
    private final CustomerStore store = new CustomerStore();
    private final CustomerListStore lists = new CustomerListStore();

    public CustomerService(Database db, Ids ids, CompanyService companies, ContactService contacts) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.contacts = contacts;
    }

    /** An empty form with the firm's own country, language, currency and terms. */
    public CustomerForm blank(Tx tx) {
        return CustomerForm.blank(companies.company(tx));
    }

    public CustomerForm blank() {
        return db.read(this::blank);
    }

    /** Enters a customer; refused with a problem for each wrong field, or where the code is taken. */
    public Outcome<Customer> add(CustomerForm form) {
        return db.write(tx -> add(tx, form));
    }

    public Outcome<Customer> add(Tx tx, CustomerForm form) {
        return Registering.judge(form, book(tx)).then(registered -> {
            Customer customer = customer(registered, ids.nextId(), null, tx.now(), 1);
            if (!store.insert(tx, customer, personIds(customer))) {
                return taken(customer.code());
            }
            tx.touched(Customer.class);
            return Outcome.ok(customer);
        });
    }

    /**
     * Changes a customer. Refused as {@link #add}, and where somebody else changed the customer since {@code before} was
     * read. A credit hold stays as it is.
     */
    public Outcome<Customer> change(Customer before, CustomerForm form) {
        return db.write(tx -> change(tx, before, form));
    }

    public Outcome<Customer> change(Tx tx, Customer before, CustomerForm form) {
        return Registering.judge(form, book(tx)).then(registered -> {
            if (store.codeIsOthers(tx, registered.code(), before.id())) {
                return taken(registered.code());
            }
            return store(tx, customer(registered, before.id(), before.hold(), before.createdAt(), before.version()));
        });
    }

    private Outcome<Customer> store(Tx tx, Customer customer) {
        if (!store.update(tx, customer, personIds(customer))) {
            return Outcome.refused(Problem.of("customer.changed_elsewhere", customer.code()));
        }
        tx.touched(Customer.class);
        return Outcome.ok(customer(tx, customer.id()));
    }

    private static Customer customer(Registered form, Id<Customer> id, @Nullable CreditHold hold,
            java.time.Instant createdAt, int version) {
        return new Customer(id, form.code(), form.name(), form.reach(), form.address(), form.trade(), form.payables(),
                form.persons(), form.note(), hold, createdAt, version);
    }

    private List<UUID> personIds(Customer customer) {
        return Stream.generate(ids::next).limit(customer.persons().size()).toList();
    }

    private static <T> Outcome<T> taken(String code) {
        return Outcome.refused(Problem.at(CustomerField.CODE.label(), "customer.code_taken", code));
    }

    /** @throws IllegalStateException if there is none of that id: ids come from this book */
    public Customer customer(Tx tx, Id<Customer> id) {
        return store.load(tx, id, book(tx)).orElseThrow(() -> new IllegalStateException("no customer " + id));
    }

    public Customer customer(Id<Customer> id) {
        return db.read(tx -> customer(tx, id));
    }

    /** The customer with that code; where none has it, the only one whose code differs in case. */
    public Outcome<Customer> byCode(Tx tx, String code) {
        Optional<Customer> exact = store.byCode(tx, code, book(tx));
        if (exact.isPresent()) {
            return Outcome.ok(exact.get());
        }
        List<Customer> near = store.byCodeInAnyCase(tx, code, book(tx));
        return near.size() == 1 ? Outcome.ok(near.getFirst())
                : Outcome.refused(Problem.at("customer", "customer.unknown", code));
    }

    public Outcome<Customer> byCode(String code) {
        return db.read(tx -> byCode(tx, code));
    }

    /** Every customer with all that is known, in no particular order: for exports and matching. */
    public List<Customer> all(Tx tx) {
        return store.all(tx, book(tx));
    }

    /** Every customer as a row with balance and overdue of today, by code. */
    public List<CustomerRow> list() {
        return db.read(tx -> lists.all(tx, book(tx), companies.today(tx)));
    }

    /**
     * What is found while somebody types: each word in name, code, mailbox, city, person, or the whole in the number of
     * a document; case and accents aside; best first. Nothing typed finds everybody.
     */
    public List<CustomerRow> search(String typed, int limit) {
        return db.read(tx -> lists.search(tx, book(tx), companies.today(tx), typed, limit));
    }

    /** No new invoice for this customer until the hold is cleared. A hold that stands keeps its day and takes the reason. */
    public Outcome<Customer> setHold(Tx tx, Id<Customer> id, String reason) {
        Optional<Problem> problem = Typed.lines("reason", reason, LONGEST_REASON);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        Customer customer = customer(tx, id);
        CreditHold standing = customer.hold();
        LocalDate since = standing == null ? companies.today(tx) : standing.since();
        CreditHold hold = new CreditHold(since, reason);
        return hold.equals(standing) ? Outcome.ok(customer) : held(tx, customer, hold, Contact.HOLD_SET, reason);
    }

    public Outcome<Customer> setHold(Id<Customer> id, String reason) {
        return db.write(tx -> setHold(tx, id, reason));
    }

    /** Invoices are welcome again; where no hold is set nothing changes. */
    public Outcome<Customer> clearHold(Tx tx, Id<Customer> id, String reason) {
        Optional<Problem> problem = Typed.lines("reason", reason, LONGEST_REASON);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        Customer customer = customer(tx, id);
        return customer.hold() == null ? Outcome.ok(customer)
                : held(tx, customer, null, Contact.HOLD_CLEARED, reason);
    }

    public Outcome<Customer> clearHold(Id<Customer> id, String reason) {
        return db.write(tx -> clearHold(tx, id, reason));
    }

    private Outcome<Customer> held(Tx tx, Customer customer, @Nullable CreditHold hold, String outcome, String reason) {
        return contacts.log(tx, customer.id(), Contact.Saying.note(outcome, reason, ""))
                .then(noted -> store(tx, new Customer(customer.id(), customer.code(), customer.name(), customer.reach(),
                        customer.address(), customer.trade(), customer.payables(), customer.persons(), customer.note(),
                        hold, customer.createdAt(), customer.version())));
    }

    private CurrencyUnit book(Tx tx) {
        return companies.company(tx).currency();
    }
}
