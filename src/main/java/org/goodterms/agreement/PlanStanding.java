package org.goodterms.agreement;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.agreement.Plan.Instalment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plan as of a day.
 *
 * @param paid at most the plan's amount
 * @param next the first instalment not paid in full, with what is missing of it; null where the plan asks for nothing
 */
public record PlanStanding(Plan plan, PlanState state, Money paid, @Nullable Instalment next) {

    static PlanStanding of(Plan plan, PlanState state, Money came) {
        Money paid = came.isGreaterThan(plan.amount()) ? plan.amount() : came;
        boolean asks = state == PlanState.ON_TRACK || state == PlanState.BROKEN;
        return new PlanStanding(plan, state, paid, asks ? plan.next(paid).orElse(null) : null);
    }

    /** An instalment and what was paid of it. */
    public record Matched(Instalment instalment, Money paid) {
    }

    /** The receipts spread over the instalments, the earliest first. */
    public List<Matched> matched() {
        List<Matched> rows = new ArrayList<>();
        Money left = paid;
        for (Instalment instalment : plan.instalments()) {
            Money part = left.isLessThan(instalment.amount()) ? left : instalment.amount();
            rows.add(new Matched(instalment, part));
            left = left.minus(part);
        }
        return rows;
    }
}
