package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.Facts.Agreed;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for every unpaid item with a ladder, by the predicate of the plan itself: asked on the day it names, the
 * plan says the same, as long as nothing happens until then.
 */
public final class Outlook {
    private static final int AHEAD = 800;

    private Outlook() {
    }

    /** Where an item stands. */
    public enum Standing {
        /** Its next step has a day. */
        COMES,
        /** The reason lasts until something happens. */
        STOPPED,
        /** Nothing is planned for this customer: the policy is off. */
        OFF,
        /** The ladder is at its end. */
        ENDED
    }

    /**
     * One item.
     *
     * @param open   its balance
     * @param word   whether it waits for the owner's word when its day comes
     * @param step   what comes; null where nothing does
     * @param day    the business day from which it may come, today at the earliest; null where nobody can say
     * @param reason why it does not come today although its offset is reached; else null
     */
    public record Next(Id<Customer> customer, String code, Id<OpenItem> item, String number, LocalDate due, Money open,
            boolean word, Standing standing, @Nullable Step step, @Nullable LocalDate day, @Nullable Reason reason) {
    }

    /** Every item, by customer and due date. */
    public static List<Next> of(Facts facts, BusinessDays days) {
        List<Next> result = new ArrayList<>();
        facts.debtors().stream().sorted(Comparator.comparing(Debtor::code)).forEach(debtor -> debtor.items().stream()
                .filter(due -> !due.charge() && due.open().isPositive())
                .sorted(Comparator.comparing(Due::due).thenComparing(Due::number).thenComparing(due -> due.item().value()))
                .forEach(due -> result.add(of(debtor, due, facts.today(), days))));
        return result;
    }

    private static Next of(Debtor debtor, Due due, LocalDate today, BusinessDays days) {
        if (debtor.policy(due).mode() == Policy.Mode.OFF) {
            return next(debtor, due, Standing.OFF, null, null, null);
        }
        Step highest = due.done().keySet().stream().max(Comparator.naturalOrder()).orElse(null);
        if (highest != null && debtor.policy(due).rules().stream().noneMatch(rule -> rule.step().compareTo(highest) > 0)) {
            return next(debtor, due, Standing.ENDED, null, null, null);
        }
        Debtor later = debtor.with(debtor.agreed().stream().filter(a -> a.phase() == Agreed.Phase.RUNNING).toList());
        Reason first = null;
        for (LocalDate day = today; day.isBefore(today.plusDays(AHEAD)); day = day.plusDays(1)) {
            Ladder.Verdict verdict = days.isBusinessDay(day) ? Ladder.judge(day.equals(today) ? debtor : later, due, day) : null;
            if (verdict != null && verdict.reason() == null) {
                return next(debtor, due, Standing.COMES, verdict.step(), day, first);
            }
            if (verdict != null && !passes(verdict.reason())) {
                return next(debtor, due, Standing.STOPPED, verdict.step(), null, verdict.reason());
            }
            if (verdict != null && first == null && day.equals(today)) {
                first = verdict.reason();
            }
        }
        return next(debtor, due, Standing.ENDED, null, null, null);
    }

    /** Messages alone wait: those of a policy in draft, and those to be read first. */
    private static boolean waits(Debtor debtor, Policy policy, Step step) {
        Policy.Rule rule = policy.rule(step);
        return rule != null && rule.isWritten() && debtor.reach() != Facts.Reach.PHONE
                && (policy.mode() != Policy.Mode.ACTIVE || rule.approval());
    }

    /** Whether days alone end it. */
    private static boolean passes(@Nullable Reason reason) {
        return reason == Reason.GAP || reason == Reason.CAP || reason == Reason.QUIET_AFTER_DISPUTE || reason == Reason.BROKEN_TODAY;
    }

    private static Next next(Debtor debtor, Due due, Standing standing, @Nullable Step step, @Nullable LocalDate day,
            @Nullable Reason reason) {
        return new Next(debtor.id(), debtor.code(), due.item(), due.number(), due.due(), due.open(),
                standing == Standing.COMES && step != null && waits(debtor, debtor.policy(due), step), standing, step, day, reason);
    }
}
