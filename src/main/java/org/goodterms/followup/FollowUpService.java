package org.goodterms.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp.Filter;
import org.goodterms.followup.FollowUp.Kind;
import org.goodterms.followup.FollowUp.Plan;
import org.goodterms.followup.FollowUp.Whom;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/** Tasks: made, postponed, done, opened again. All days are business dates of the book. */
public final class FollowUpService {
    private static final int LINE = 200;
    private static final int BLOCK = 4000;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final CustomerService customers;
    private final ContactService contacts;
    private final FollowUpStore store = new FollowUpStore();

    public FollowUpService(Database db, Ids ids, CompanyService companies, CustomerService customers,
            ContactService contacts) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.customers = customers;
        this.contacts = contacts;
    }

    /** Makes a task. Refused without a title (where a person makes it), or due before today. */
    public Outcome<FollowUp> add(Plan plan) {
        return db.write(tx -> add(tx, plan));
    }

    public Outcome<FollowUp> add(Tx tx, Plan plan) {
        LocalDate today = companies.today(tx);
        LocalDate due = plan.due() == null ? today : plan.due();
        List<Problem> problems = judge(plan);
        if (due.isBefore(today)) {
            problems.add(Problem.at("due", "followup.due_past", due, today));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        FollowUp task = new FollowUp(ids.nextId(), whom(tx, plan.customer()), plan.kind(), plan.title(), plan.note(),
                plan.items(), due, today, tx.now(), null, "");
        store.insert(tx, task);
        tx.touched(FollowUp.class);
        return Outcome.ok(task);
    }

    private @Nullable Whom whom(Tx tx, @Nullable Id<Customer> id) {
        if (id == null) {
            return null;
        }
        Customer customer = customers.customer(tx, id);
        return new Whom(customer.id(), customer.code(), customer.name());
    }

    private static List<Problem> judge(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        Optional<Problem> title = plan.kind() == Kind.FOLLOW_UP ? Typed.required("title", plan.title(), LINE)
                : Typed.line("title", plan.title(), LINE);
        title.ifPresent(problems::add);
        Typed.lines("note", plan.note(), BLOCK).ifPresent(problems::add);
        plan.items().forEach(item -> Typed.required("items", item, LINE).ifPresent(problems::add));
        return problems;
    }

    /** Finishes a task; the result lands on the customer's timeline. Refused where it is done already. */
    public Outcome<FollowUp> done(Id<FollowUp> id, String result) {
        return db.write(tx -> done(tx, id, result));
    }

    public Outcome<FollowUp> done(Tx tx, Id<FollowUp> id, String result) {
        FollowUp task = task(tx, id);
        Optional<Problem> problem = Typed.lines("result", result, BLOCK);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        LocalDate before = task.doneOn();
        if (before != null) {
            return Outcome.refused(Problem.of("followup.done_already", before));
        }
        return noted(tx, task, Contact.TASK_DONE, result).then(noted -> {
            store.done(tx, id, companies.today(tx), result);
            return Outcome.ok(task(tx, id));
        });
    }

    /** Takes the finishing back. Refused where the task is open. */
    public Outcome<FollowUp> reopen(Id<FollowUp> id) {
        return db.write(tx -> {
            FollowUp task = task(tx, id);
            if (task.isOpen()) {
                return Outcome.refused(Problem.of("followup.open_already"));
            }
            return noted(tx, task, Contact.TASK_REOPENED, "").then(noted -> {
                store.reopen(tx, id);
                return Outcome.ok(task(tx, id));
            });
        });
    }

    /** Moves the due day, to today at the earliest. Refused where the task is done. */
    public Outcome<FollowUp> postpone(Id<FollowUp> id, LocalDate to) {
        return postpone(id, to, "");
    }

    /** @param reason why; lands on the customer's timeline where one is given */
    public Outcome<FollowUp> postpone(Id<FollowUp> id, LocalDate to, String reason) {
        return db.write(tx -> postpone(tx, id, to, reason));
    }

    /** As {@link #postpone(Id, LocalDate, String)}, in the caller's transaction. */
    public Outcome<FollowUp> postpone(Tx tx, Id<FollowUp> id, LocalDate to, String reason) {
        FollowUp task = task(tx, id);
        Optional<Problem> wrong = Typed.lines("reason", reason, BLOCK).or(() -> immovable(tx, task, to));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Outcome<FollowUp> noted = reason.isBlank() ? Outcome.ok(task) : noted(tx, task, Contact.TASK_PUT_OFF, reason);
        return noted.map(same -> {
            store.postpone(tx, id, to);
            tx.touched(FollowUp.class);
            return task(tx, id);
        });
    }

    private Optional<Problem> immovable(Tx tx, FollowUp task, LocalDate to) {
        LocalDate today = companies.today(tx);
        LocalDate done = task.doneOn();
        return done != null ? Optional.of(Problem.of("followup.done_already", done))
                : to.isBefore(today) ? Optional.of(Problem.at("due", "followup.due_past", to, today)) : Optional.empty();
    }

    private Outcome<FollowUp> noted(Tx tx, FollowUp task, String outcome, String result) {
        tx.touched(FollowUp.class);
        Whom whom = task.whom();
        if (whom == null) {
            return Outcome.ok(task);
        }
        String what = task.title().isEmpty() ? task.kind().word() : task.title();
        return contacts.log(tx, whom.id(), Contact.Saying.note(outcome, result, what)).map(logged -> task);
    }

    /** By due day, the longest due first. */
    public List<FollowUp> list(Filter filter) {
        return db.read(tx -> list(tx, filter));
    }

    public List<FollowUp> list(Tx tx, Filter filter) {
        return store.list(tx, filter, companies.today(tx));
    }

    /** The open tasks of a customer. */
    public List<FollowUp> openOf(Tx tx, Id<Customer> customer) {
        return store.openOf(tx, customer);
    }

    /** How many are due today or before. */
    public int dueCount(Tx tx) {
        return store.count(tx, companies.today(tx));
    }

    /** @throws IllegalStateException if there is none of that id: ids come from this book */
    public FollowUp task(Tx tx, Id<FollowUp> id) {
        return store.load(tx, id.value()).orElseThrow(() -> new IllegalStateException("no task " + id));
    }

    /**
     * The task that is meant: its id, or {@code CUSTOMER/KIND} for the open one of that customer and kind (the one due
     * first, where there are several).
     */
    public Outcome<FollowUp> find(Tx tx, String text) {
        int slash = text.lastIndexOf('/');
        Optional<FollowUp> found = slash < 0 ? uuid(text).flatMap(id -> store.load(tx, id))
                : Kind.of(text.substring(slash + 1))
                        .flatMap(kind -> store.open(tx, text.substring(0, slash), kind).stream().findFirst());
        return found.map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Problem.at("task", "followup.unknown", text)));
    }

    /** As {@link #find(Tx, String)}. */
    public Outcome<FollowUp> find(String text) {
        return db.read(tx -> find(tx, text));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
