package org.goodterms.reminder;

import java.time.LocalDate;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;

/** Makes the tasks of a plan: records their steps, sets the credit hold of step K, and notes what they were made for. */
public final class ErrandService {
    private final Rooms rooms;
    private final StepStore steps = new StepStore();

    /** What lies below. */
    public record Rooms(Ids ids, CompanyService companies, CustomerService customers, FollowUpService tasks,
            PromiseService promises, PlanService plans) {
    }

    public ErrandService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Makes one task, in the caller's transaction. Refused where the task itself is. */
    public Outcome<FollowUp> make(Tx tx, DunningPlan.Errand errand) {
        LocalDate today = rooms.companies().today(tx);
        Outcome<FollowUp> task = rooms.tasks().add(tx, new FollowUp.Plan(errand.customer(), errand.kind(), "", "", errand.numbers(), null));
        if (!task.isOk()) {
            return task;
        }
        for (DunningPlan.Line line : errand.lines()) {
            steps.insert(tx, rooms.ids().next(), line.item(), new StepStore.Taken(line.step(), line.cycle(), today, false), null);
        }
        if (errand.lines().stream().anyMatch(line -> line.step() == Step.K)) {
            rooms.customers().setHold(tx, errand.customer(), "overdue: " + String.join(", ", errand.numbers())).orThrow();
        }
        if (errand.subject() != null) {
            steps.mark(tx, errand.kind().word(), errand.subject(), today);
            if (errand.kind() == FollowUp.Kind.BROKEN_PROMISE) {
                rooms.promises().tested(tx, Id.<Promise>of(errand.subject()), today);
            } else if (errand.kind() == FollowUp.Kind.BROKEN_PLAN) {
                rooms.plans().tested(tx, Id.<Plan>of(errand.subject()), today);
            }
        }
        return task;
    }

}
