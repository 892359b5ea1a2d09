package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.agreement.PlanStore.Facts;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payment plans: agreed, followed, ended. */
public final class PlanService {
    private static final int BLOCK = 2000;
    private static final int MOST_GRACE = 60;
    private static final int MOST_MISSED = 12;
    private final PromiseService.Rooms rooms;
    private final PlanStore store = new PlanStore();

    public PlanService(PromiseService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** A plan as agreed: over all that is open of these numbers. */
    public record Request(Id<Customer> customer, List<String> numbers, Planning.Schedule schedule, Plan.Terms terms) {
        public Request {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Makes a plan and notes it on the timeline. A broken plan of the customer ends with it. Refused where nothing is
     * open, a plan is still on track, or the instalments do not add up.
     */
    public Outcome<Plan> create(Request request) {
        return rooms.db().write(tx -> create(tx, request));
    }

    public Outcome<Plan> create(Tx tx, Request request) {
        LocalDate today = rooms.companies().today(tx);
        return drawn(tx, request, today).then(plan -> {
            store.ofCustomer(tx, plan.customer()).stream().map(facts -> standing(facts, today))
                    .filter(old -> old.state() == PlanState.BROKEN)
                    .forEach(old -> store.end(tx, old.plan().id(), today, "replaced"));
            store.insert(tx, plan, store.settled(tx, plan.items().stream().map(Plan.Item::id).toList(), plan.currency()));
            tx.touched(Plan.class);
            return noted(tx, plan.customer(), "plan", plan.amount() + ", " + plan.instalments().size(), plan)
                    .map(noted -> plan);
        });
    }

    /** How the plan would look; nothing is kept. */
    public Outcome<Plan> preview(Request request) {
        return rooms.db().read(tx -> drawn(tx, request, rooms.companies().today(tx)));
    }

    private Outcome<Plan> drawn(Tx tx, Request request, LocalDate today) {
        return Covering.items(request.customer(), request.numbers(), rooms.receivables().openOf(tx, request.customer()))
                .then(items -> {
                    List<Problem> problems = judge(tx, request, today);
                    Money amount = items.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
                    return problems.isEmpty() ? Planning.schedule(amount, request.schedule(), today)
                            .map(parts -> new Plan(rooms.ids().nextId(), request.customer(),
                                    items.stream().map(i -> new Plan.Item(i.id(), i.number(), i.open())).toList(), parts,
                                    today, request.terms(), null, null)) : Outcome.refused(problems);
                });
    }

    private List<Problem> judge(Tx tx, Request request, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        Plan.Terms terms = request.terms();
        if (terms.graceDays() < 0 || terms.graceDays() > MOST_GRACE) {
            problems.add(Problem.at("grace", "agreement.grace", terms.graceDays(), MOST_GRACE));
        }
        if (terms.defaultAfter() < 1 || terms.defaultAfter() > MOST_MISSED) {
            problems.add(Problem.at("defaultAfter", "agreement.default_after", terms.defaultAfter(), MOST_MISSED));
        }
        Typed.lines("note", terms.note(), BLOCK).ifPresent(problems::add);
        of(tx, request.customer(), today).stream().filter(one -> one.state() == PlanState.ON_TRACK).findFirst()
                .ifPresent(one -> problems.add(Problem.at("customer", "agreement.plan_running", one.plan().agreedOn(),
                        String.join(", ", one.plan().numbers()))));
        return problems;
    }

    /** Ends what a customer has running: plans on track and broken ones. Refused where there is none. */
    public Outcome<List<Plan>> end(Id<Customer> customer, String reason) {
        return rooms.db().write(tx -> {
            LocalDate today = rooms.companies().today(tx);
            Optional<Problem> problem = Typed.lines("reason", reason, BLOCK);
            if (problem.isPresent()) {
                return Outcome.refused(problem.get());
            }
            List<Plan> running = of(tx, customer, today).stream()
                    .filter(one -> one.state() == PlanState.ON_TRACK || one.state() == PlanState.BROKEN)
                    .map(PlanStanding::plan).toList();
            if (running.isEmpty()) {
                return Outcome.refused(Problem.at("customer", "agreement.no_plan"));
            }
            running.forEach(plan -> store.end(tx, plan.id(), today, reason.strip()));
            tx.touched(Plan.class);
            return noted(tx, customer, "plan-ended", reason, running.getFirst()).map(noted -> running);
        });
    }

    private Outcome<Contact> noted(Tx tx, Id<Customer> customer, String outcome, String text, Plan plan) {
        return rooms.contacts().log(tx, customer,
                Contact.Saying.note(outcome, text.strip(), String.join(", ", plan.numbers())));
    }

    /** The currency of the first of these numbers; the book's where nothing of that name is there. */
    public CurrencyUnit currency(List<String> numbers) {
        return rooms.db().read(tx -> numbers.stream().limit(1).flatMap(n -> rooms.receivables().byNumber(tx, n).stream())
                .map(item -> item.open().getCurrencyUnit()).findFirst()
                .orElseGet(() -> rooms.companies().company(tx).currency()));
    }

    /** Plans of a customer as of a day, in the order agreed. */
    public List<PlanStanding> of(Tx tx, Id<Customer> customer, LocalDate today) {
        return store.ofCustomer(tx, customer).stream().map(facts -> standing(facts, today)).toList();
    }

    /** All plans, or those of one customer, as of the business date. */
    public List<PlanStanding> list(@Nullable Id<Customer> customer) {
        return rooms.db().read(tx -> {
            LocalDate today = rooms.companies().today(tx);
            return customer != null ? of(tx, customer, today)
                    : store.all(tx).stream().map(facts -> standing(facts, today)).toList();
        });
    }

    /** The plan of a customer that is on track, if there is one. */
    public Optional<PlanStanding> onTrack(Tx tx, Id<Customer> customer, LocalDate today) {
        return of(tx, customer, today).stream().filter(one -> one.state() == PlanState.ON_TRACK).findFirst();
    }

    /** Items on a plan that is on track at the end of a day, with that plan. */
    public Map<Id<OpenItem>, Plan> onTrackAt(Tx tx, LocalDate on) {
        Map<Id<OpenItem>, Plan> items = new HashMap<>();
        store.standing(tx, on).stream().map(facts -> standing(facts, on))
                .filter(one -> one.state() == PlanState.ON_TRACK)
                .forEach(one -> one.plan().items().forEach(item -> items.put(item.id(), one.plan())));
        return items;
    }

    /** Notes that a run has found a plan broken; the first such day stays. */
    public void tested(Tx tx, Id<Plan> plan, LocalDate on) {
        store.tested(tx, plan, on);
        tx.touched(Plan.class);
    }

    private static PlanStanding standing(Facts facts, LocalDate today) {
        return PlanStanding.of(facts.plan(), PlanState.of(facts.plan(), facts.receipts(), today),
                facts.receipts().upTo(today));
    }
}
