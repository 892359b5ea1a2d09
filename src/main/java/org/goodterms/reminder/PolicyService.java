package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** How the firm reminds: the company's policy, and those that replace it for a segment, a customer or an invoice. */
public final class PolicyService {
    private static final int FURTHEST = 730;
    private static final int LONGEST_PAUSE = 60;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final CustomerService customers;
    private final WorklistService worklists;
    private final StepFeeService fees;
    private final PolicyStore store = new PolicyStore();

    /** What lies below. */
    public record Rooms(Database db, Ids ids, CompanyService companies, CustomerService customers) {
    }

    public PolicyService(Rooms rooms, WorklistService worklists, StepFeeService fees) {
        this.db = rooms.db();
        this.ids = rooms.ids();
        this.companies = rooms.companies();
        this.customers = rooms.customers();
        this.worklists = worklists;
        this.fees = fees;
    }

    public Policies all() {
        return db.read(this::all);
    }

    public Policies all(Tx tx) {
        return store.all(tx);
    }

    /** Every policy one subject ever had, the oldest first. */
    public List<PolicyVersion> versions(Policies.Scope scope, String subject) {
        return db.read(tx -> store.versions(tx, scope, subject));
    }

    /**
     * Stores a policy in place of the one before, which stays on record. What was done stays done; the plan follows the
     * new policy at once.
     *
     * @param subject the segment's word, the customer's code or the invoice's number; empty for the company
     * @return refused where a step would come before the step it follows, a number of days makes no sense, or the fees go
     *         beyond what the law leaves (see {@link org.goodterms.claim.FeeLaw})
     */
    public Outcome<Policy> save(Policies.Scope scope, String subject, Policy policy) {
        return db.write(tx -> {
            List<Problem> problems = judge(tx, scope, subject, policy);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            store.add(tx, new PolicyStore.Entry(ids.next(), scope, subject, companies.today(tx), policy));
            return Outcome.ok(policy);
        });
    }

    /** Takes a replacement back, so that the wider policy holds; the company's own becomes the default ladder again. */
    public Outcome<Policies> forget(Policies.Scope scope, String subject) {
        return db.write(tx -> {
            List<PolicyVersion> before = store.versions(tx, scope, subject);
            if (!before.isEmpty() && before.getLast().policy() != null) {
                store.add(tx, new PolicyStore.Entry(ids.next(), scope, subject, companies.today(tx), null));
            }
            return Outcome.ok(store.all(tx));
        });
    }

    /**
     * What a policy would change, told before it is set: every unpaid item whose next step is another with it. Nothing is
     * stored.
     *
     * @param policy the one to be set; null: the replacement is to be taken back
     * @return refused as {@link #save} would refuse it
     */
    public Outcome<List<PolicyChange>> preview(Policies.Scope scope, String subject, @Nullable Policy policy) {
        return db.read(tx -> {
            List<Problem> problems = policy == null ? List.of() : judge(tx, scope, subject, policy);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            LocalDate today = companies.today(tx);
            BusinessDays days = worklists.days(tx);
            Policies now = store.all(tx);
            return Outcome.ok(PolicyChange.between(Outlook.of(worklists.known(tx, FactsStore.Scope.of(today), now), days),
                    Outlook.of(worklists.known(tx, FactsStore.Scope.of(today), now.with(scope, subject, policy)), days)));
        });
    }

    /** What comes next for every unpaid item, seen from today; or why nothing does. */
    public List<Outlook.Next> outlook() {
        return db.read(tx -> Outlook.of(worklists.known(tx, FactsStore.Scope.of(companies.today(tx))), worklists.days(tx)));
    }

    /** The same of every item overdue on a day, seen from that day. */
    public List<Outlook.Next> overdue(LocalDate day) {
        return db.read(tx -> Outlook.of(worklists.known(tx, FactsStore.Scope.of(day)), worklists.days(tx)).stream()
                .filter(next -> next.due().isBefore(day)).toList());
    }

    /**
     * What holds for a subject, wherever it was set.
     *
     * @param from  how wide the policy is that holds
     * @param items unpaid ones that it is about, the latest due date first
     */
    public record Standing(Policy policy, Policies.Scope from, List<Outlook.Next> items, BusinessDays days) {
    }

    /** Refused where the customer or the open item is not there. @param subject as in {@link #save} */
    public Outcome<Standing> standing(Policies.Scope scope, String subject) {
        return db.read(tx -> scope != Policies.Scope.CUSTOMER ? Outcome.ok(subject) : customers.byCode(tx, subject).map(Customer::code)).then(name -> {
            List<Outlook.Next> items = outlook().stream().filter(next -> switch (scope) {
                case COMPANY -> true;
                case SEGMENT -> db.read(tx -> worklists.segment(tx, next.customer())).equals(name);
                case CUSTOMER -> next.code().equals(name);
                case INVOICE -> next.number().equals(name);
            }).sorted(Comparator.comparing(Outlook.Next::due).reversed()).toList();
            if (scope == Policies.Scope.INVOICE && items.isEmpty()) {
                return Outcome.refused(Problem.at("item", "reminder.no_such_item", name));
            }
            String code = scope == Policies.Scope.INVOICE ? items.getFirst().code() : scope == Policies.Scope.CUSTOMER ? name : "";
            return Outcome.ok(db.read(tx -> {
                String segment = scope == Policies.Scope.SEGMENT ? name : code.isEmpty() ? ""
                        : worklists.segment(tx, customers.byCode(tx, code).orThrow().id());
                Policies all = all(tx);
                Policies.Scope from = all.invoices().containsKey(name) && scope == Policies.Scope.INVOICE ? Policies.Scope.INVOICE
                        : all.customers().containsKey(code) ? Policies.Scope.CUSTOMER
                        : all.segments().containsKey(segment) ? Policies.Scope.SEGMENT : Policies.Scope.COMPANY;
                return new Standing(all.of(code, segment, scope == Policies.Scope.INVOICE ? name : ""), from, items, worklists.days(tx));
            }));
        });
    }

    /** The days on which the firm works. */
    public BusinessDays days() {
        return db.read(worklists::days);
    }

    private List<Problem> judge(Tx tx, Policies.Scope scope, String subject, Policy policy) {
        List<Problem> problems = new ArrayList<>(judge(policy));
        Customer customer = scope == Policies.Scope.CUSTOMER && customers.byCode(tx, subject) instanceof Outcome.Ok<Customer>(Customer found)
                ? found : null;
        problems.addAll(fees.judge(tx, policy, customer));
        return problems;
    }

    private static List<Problem> judge(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        int last = -FURTHEST;
        for (Policy.Rule rule : policy.rules()) {
            if (rule.offset() < last || rule.offset() > FURTHEST) {
                problems.add(Problem.at(rule.step().name(), "reminder.step_order", rule.step(), rule.offset(), last));
            }
            if (rule.until() != null && rule.until() < rule.offset()) {
                problems.add(Problem.at(rule.step().name(), "reminder.step_lapses", rule.step(), rule.until(), rule.offset()));
            }
            last = Math.max(last, rule.offset());
        }
        if (policy.capDays() < 0 || policy.capDays() > LONGEST_PAUSE || policy.quietDays() < 0
                || policy.quietDays() > LONGEST_PAUSE || policy.mailDays() < 0 || policy.mailDays() > LONGEST_PAUSE
                || policy.minimum().signum() < 0 || policy.rules().stream().anyMatch(rule ->
                rule.gap() < 0 || rule.gap() > LONGEST_PAUSE || rule.deadline() < 0 || rule.deadline() > LONGEST_PAUSE)) {
            problems.add(Problem.at("days", "reminder.policy_days", LONGEST_PAUSE));
        }
        return problems;
    }
}
