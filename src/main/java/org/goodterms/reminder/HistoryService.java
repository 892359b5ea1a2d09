package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.OpenItem;

/** Steps that were carried out before this book began. */
public final class HistoryService {
    private final Ids ids;
    private final CompanyService companies;
    private final StepStore store = new StepStore();

    public HistoryService(Ids ids, CompanyService companies) {
        this.ids = ids;
        this.companies = companies;
    }

    /**
     * Records what was done about an item elsewhere: history only, it sets no hold and makes no task; written steps
     * count for the pause between two messages.
     *
     * @return refused where a day is to come, or where the days contradict the order of the ladder
     */
    public Outcome<Id<OpenItem>> recordHistory(Tx tx, Id<OpenItem> item, Map<Step, LocalDate> steps) {
        LocalDate today = companies.today(tx);
        LocalDate last = LocalDate.MIN;
        for (Map.Entry<Step, LocalDate> step : new TreeMap<>(steps).entrySet()) {
            if (step.getValue().isAfter(today)) {
                return Outcome.refused(Problem.at("steps", "reminder.step_to_come", step.getKey(), step.getValue(), today));
            }
            if (step.getValue().isBefore(last)) {
                return Outcome.refused(Problem.at("steps", "reminder.steps_crossed", step.getKey(), step.getValue(), last));
            }
            last = step.getValue();
            store.insert(tx, ids.next(), item, new StepStore.Taken(step.getKey(), 1, step.getValue(),
                    step.getKey().isMessage()), null);
        }
        return Outcome.ok(item);
    }
}
