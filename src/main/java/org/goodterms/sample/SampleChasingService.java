package org.goodterms.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.Planning;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.db.Tx;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.reminder.HistoryService;
import org.goodterms.reminder.HoldService;
import org.goodterms.reminder.Step;
import org.joda.money.CurrencyUnit;

/**
 * What the sample firm did about late payers up to the day before: the reminders that went out, and who is left alone for
 * now, since a promise, a plan or a pause stands.
 */
public final class SampleChasingService {
    private static final Map<Step, Integer> OFFSETS = new EnumMap<>(Map.of(Step.D, 0, Step.R1, 3, Step.R2, 10, Step.R3, 20, Step.F, 30));
    private static final int PAUSE = 7;
    private final Desk desk;

    /** The rooms in which promises, plans, pauses and reminders are. */
    public record Desk(ReceivableService receivables, HistoryService history, HoldService holds, PromiseService promises,
            PlanService plans) {
    }

    public SampleChasingService(Desk desk) {
        this.desk = desk;
    }

    /** @param today the last day of the course */
    void chase(Tx tx, LocalDate today) {
        List<OpenItem> late = desk.receivables().openAt(tx, today, null, null).stream()
                .filter(item -> item.due() != null && item.due().isBefore(today) && item.open().isPositive())
                .sorted(Comparator.comparing(OpenItem::due).thenComparing(OpenItem::number)).toList();
        for (OpenItem item : late) {
            desk.history().recordHistory(tx, item.id(), steps(item.due(), today)).orThrow();
        }
        agree(tx, today, late.stream().filter(item -> ChronoUnit.DAYS.between(item.due(), today) < OFFSETS.get(Step.F)
                && item.open().getCurrencyUnit().equals(CurrencyUnit.EUR)).toList());
    }

    /** As the ladder has it; the last three days were left to the reader. */
    private static Map<Step, LocalDate> steps(LocalDate due, LocalDate today) {
        Map<Step, LocalDate> steps = new EnumMap<>(Step.class);
        LocalDate last = LocalDate.MIN;
        for (Step step : OFFSETS.keySet()) {
            LocalDate day = day(step, due, last);
            if (day.isAfter(today.minusDays(4))) {
                break;
            }
            steps.put(step, day);
            last = day;
        }
        return steps;
    }

    /** The first day on which a step may be taken, after the one before it. */
    private static LocalDate day(Step step, LocalDate due, LocalDate last) {
        LocalDate reached = workday(due.plusDays(OFFSETS.get(step)));
        LocalDate earliest = step.compareTo(Step.R1) > 0 && !last.equals(LocalDate.MIN) ? workday(last.plusDays(PAUSE)) : reached;
        return reached.isBefore(earliest) ? earliest : reached;
    }

    /** Whether a reminder would go out today. */
    private static boolean isAsked(OpenItem item, LocalDate today) {
        Map<Step, LocalDate> taken = steps(item.due(), today);
        LocalDate last = taken.values().stream().max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
        return OFFSETS.keySet().stream().filter(step -> !taken.containsKey(step)).findFirst()
                .filter(step -> !day(step, item.due(), last).isAfter(today)).isPresent();
    }

    /** One promises, one pays by instalments, one is on holiday. */
    private void agree(Tx tx, LocalDate today, List<OpenItem> late) {
        List<OpenItem> first = late.stream().filter(firstOfEach(late)).toList();
        if (first.size() > 2) {
            OpenItem promised = first.stream().filter(item -> desk.promises().of(tx, item.customer(), today).isEmpty()).findFirst()
                    .orElse(first.getFirst());
            desk.promises().add(tx, new PromiseService.Request(promised.customer(), List.of(promised.number()), promised.open(),
                    workday(today.plusDays(4)), new Promise.Said("", "phone", ""), "agreed with the owner")).orThrow();
            OpenItem planned = first.stream().filter(item -> !item.equals(promised)).max(Comparator.comparing(item -> item.open().getAmount())).orElseThrow();
            desk.plans().create(tx, new PlanService.Request(planned.customer(), List.of(planned.number()),
                    new Planning.Schedule.Monthly(3, workday(today.plusDays(11)), false), Plan.Terms.DEFAULT)).orThrow();
            first.stream().filter(item -> !item.equals(planned) && !item.equals(promised) && isAsked(item, today)
                    && desk.promises().of(tx, item.customer(), today).isEmpty()).findFirst()
                    .ifPresent(paused -> desk.holds().set(tx, paused.customer(), null, "Closed for holidays, nobody reads the mail",
                            today.plusDays(9)).orThrow());
        }
    }

    /** The first item of each customer. */
    private static Predicate<OpenItem> firstOfEach(List<OpenItem> all) {
        return item -> all.stream().filter(other -> other.customer().equals(item.customer())).findFirst().orElseThrow().equals(item);
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }
}
