package org.goodterms.reminder;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** How the firm reminds: the company's policy, and those that replace it for a segment or a customer. */
public final class PolicyService {
    private static final int FURTHEST = 730;
    private static final int LONGEST_PAUSE = 60;
    private final Database db;
    private final Ids ids;
    private final PolicyStore store = new PolicyStore();

    public PolicyService(Database db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    public Policies all() {
        return db.read(this::all);
    }

    public Policies all(Tx tx) {
        return store.all(tx);
    }

    /**
     * Stores a policy in place of the one before. What was done stays done; the plan follows the new policy at once.
     *
     * @param subject the segment's word or the customer's code; empty for the company
     * @return refused where a step would come before the step it follows, or a number of days makes no sense
     */
    public Outcome<Policy> save(Policies.Scope scope, String subject, Policy policy) {
        List<Problem> problems = judge(policy);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return db.write(tx -> {
            store.put(tx, ids.next(), scope, subject, policy);
            return Outcome.ok(policy);
        });
    }

    /** Takes a replacement back; the company's own becomes the default ladder again. */
    public Outcome<Policies> forget(Policies.Scope scope, String subject) {
        return db.write(tx -> {
            store.remove(tx, scope, subject);
            return Outcome.ok(store.all(tx));
        });
    }

    private static List<Problem> judge(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        int last = -FURTHEST;
        for (Policy.Rule rule : policy.rules()) {
            if (rule.offset() < last || rule.offset() > FURTHEST) {
                problems.add(Problem.at(rule.step().name(), "reminder.step_order", rule.step(), rule.offset(), last));
            }
            last = Math.max(last, rule.offset());
        }
        if (policy.capDays() < 0 || policy.capDays() > LONGEST_PAUSE || policy.quietDays() < 0
                || policy.quietDays() > LONGEST_PAUSE || policy.minimum().signum() < 0
                || policy.rules().stream().anyMatch(rule -> rule.gap() < 0 || rule.gap() > LONGEST_PAUSE || rule.deadline() < 0)) {
            problems.add(Problem.at("days", "reminder.policy_days", LONGEST_PAUSE));
        }
        return problems;
    }
}
