package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.followup.FollowUp;
import org.goodterms.receivable.OpenItem;
import org.goodterms.kernel.Id;
import org.goodterms.reminder.DunningPlan.Errand;
import org.goodterms.reminder.DunningPlan.Line;
import org.goodterms.reminder.DunningPlan.Listed;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.DunningPlan.Stopped;
import org.goodterms.reminder.Facts.Agreed;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.goodterms.reminder.Facts.Reach;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Carries the rules of the ladder out on the facts of a day (the domain rules, section 8.1). Asked twice, it says the same. */
public final class Ladder {
    private static final Comparator<Due> BY_DUE = Comparator.comparing(Due::due).thenComparing(Due::number)
            .thenComparing(due -> due.item().value());

    private Ladder() {
    }

    /** The plan of the day; empty on a day that is no business day. */
    public static DunningPlan plan(Facts facts) {
        if (!facts.businessDay()) {
            return DunningPlan.nothing(facts.today());
        }
        Plan plan = new Plan(facts.today());
        facts.debtors().stream().filter(debtor -> debtor.policy().mode() != Policy.Mode.OFF || debtor.items().stream()
                        .anyMatch(due -> debtor.policy(due).mode() != Policy.Mode.OFF))
                .sorted(Comparator.comparing(Debtor::code)).forEach(plan::add);
        facts.trouble().forEach(t -> plan.tasks.add(new Errand(t.customer(), t.code(), t.kind(), t.numbers(), List.of(),
                t.message())));
        return new DunningPlan(facts.today(), plan.messages, plan.tasks, plan.stopped);
    }

    /** What else is open in that currency, told for information: overdue items, and all fees and interest, by due date. */
    static List<Listed> listed(Debtor debtor, CurrencyUnit currency, List<Id<OpenItem>> asked, LocalDate today) {
        return debtor.items().stream().filter(due -> due.open().getCurrencyUnit().equals(currency) && !asked.contains(due.item()))
                .filter(due -> due.undisputed().isPositive() && (due.charge() || due.daysPastDue(today) > 0))
                .sorted(BY_DUE).map(due -> new Listed(due.item(), due.number(), due.due(), due.undisputed())).toList();
    }

    /** An item's turn, and why it gets nothing all the same; null where it goes. */
    record Verdict(Step step, @Nullable Reason reason) {
    }

    /** The verdict of the plan on one item on a business day; null where it is not its turn. */
    static @Nullable Verdict judge(Debtor debtor, Due due, LocalDate day) {
        Plan plan = new Plan(day);
        Policy.Rule rule = plan.turn(debtor, due);
        return rule == null ? null : new Verdict(rule.step(), plan.stops(debtor, due, rule));
    }

    /** A plan that grows, customer by customer. */
    private static final class Plan {
        private final LocalDate today;
        private final List<Notice> messages = new ArrayList<>();
        private final List<Errand> tasks = new ArrayList<>();
        private final List<Stopped> stopped = new ArrayList<>();

        Plan(LocalDate today) {
            this.today = today;
        }

        void add(Debtor debtor) {
            Map<CurrencyUnit, List<Line>> written = new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));
            Map<Step, List<Line>> done = new EnumMap<>(Step.class);
            List<String> covered = new ArrayList<>();
            List<String> unreachable = new ArrayList<>();
            for (Due due : debtor.items().stream().sorted(BY_DUE).toList()) {
                Policy.Rule rule = turn(debtor, due);
                if (rule == null) {
                    continue;
                }
                Reason reason = stops(debtor, due, rule);
                Line line = new Line(due.item(), due.number(), rule.step(), due.cycle(), due.due(), due.undisputed());
                if (reason != null) {
                    stopped.add(new Stopped(debtor.id(), debtor.code(), due.item(), due.number(), rule.step(), reason));
                    if (reason == Reason.UNAPPLIED_CREDIT) {
                        covered.add(due.number());
                    }
                } else if (!isWritten(debtor, rule)) {
                    done.computeIfAbsent(rule.step(), step -> new ArrayList<>()).add(line);
                } else if (debtor.reach() == Reach.NOWHERE) {
                    unreachable.add(due.number());
                } else {
                    written.computeIfAbsent(due.open().getCurrencyUnit(), c -> new ArrayList<>()).add(line);
                }
            }
            broken(debtor);
            once(debtor, FollowUp.Kind.ALLOCATE_FIRST, covered);
            once(debtor, FollowUp.Kind.MISSING_ADDRESS, unreachable);
            done.forEach((step, lines) -> tasks.add(new Errand(debtor.id(), debtor.code(),
                    step == Step.H ? FollowUp.Kind.DECIDE : FollowUp.Kind.CALL,
                    lines.stream().map(Line::number).distinct().toList(), lines, null)));
            written.forEach((currency, lines) -> messages.add(notice(debtor, currency, lines)));
        }

        private Policy.@Nullable Rule turn(Debtor debtor, Due due) {
            boolean ladder = debtor.policy(due).mode() != Policy.Mode.OFF && !due.charge() && due.open().isPositive()
                    && !due.done().containsValue(today);
            Policy.Rule rule = ladder ? debtor.policy(due).turn(due.daysPastDue(today), debtor.courtesy(), due.done().keySet()) : null;
            return rule != null && !rule.step().isReminder() && (debtor.byItself() || debtor.reach() == Reach.PHONE) ? null : rule;
        }

        /** Messages to somebody who wants to be called are calls; nobody is called before a debt is late. */
        private static boolean isWritten(Debtor debtor, Policy.Rule rule) {
            return rule.isWritten() && debtor.reach() != Reach.PHONE;
        }

        private @Nullable Reason stops(Debtor debtor, Due due, Policy.Rule rule) {
            Policy policy = debtor.policy(due);
            if (debtor.doNotContact()) {
                return Reason.DO_NOT_CONTACT;
            }
            if (debtor.held() || due.held()) {
                return Reason.HOLD;
            }
            if (due.handedOver()) {
                return Reason.HANDED_OVER;
            }
            if (debtor.agreed().stream().anyMatch(a -> a.covers(due, Agreed.Kind.PLAN))) {
                return Reason.PLAN_ON_TRACK;
            }
            if (debtor.agreed().stream().anyMatch(a -> a.covers(due, Agreed.Kind.PROMISE))) {
                return Reason.PROMISE_PENDING;
            }
            LocalDate closed = due.quietOf();
            if (closed != null && !today.isAfter(closed.plusDays(policy.quietDays()))) {
                return Reason.QUIET_AFTER_DISPUTE;
            }
            Money asked = due.undisputed();
            if (!asked.isPositive()) {
                return Reason.DISPUTED;
            }
            if (asked.getAmount().compareTo(policy.minimum()) < 0) {
                return Reason.BELOW_MINIMUM;
            }
            if (!debtor.credit(asked.getCurrencyUnit()).isLessThan(asked)) {
                return Reason.UNAPPLIED_CREDIT;
            }
            return pauses(debtor, due, rule);
        }

        private @Nullable Reason pauses(Debtor debtor, Due due, Policy.Rule rule) {
            if (debtor.agreed().stream().anyMatch(a -> a.broke(due))) {
                return Reason.BROKEN_TODAY;
            }
            boolean written = isWritten(debtor, rule);
            if (written && isWithin(debtor.lastWritten(), debtor.policy().capDays())) {
                return Reason.CAP;
            }
            boolean fresh = isWithin(due.lastStep(), rule.gap())
                    || written && isWithin(due.mailed(), debtor.policy(due).mailDays());
            return fresh ? Reason.GAP : null;
        }

        private boolean isWithin(@Nullable LocalDate since, int days) {
            return since != null && today.isBefore(since.plusDays(days));
        }

        private void broken(Debtor debtor) {
            for (Agreed agreed : debtor.agreed()) {
                if (agreed.phase() == Agreed.Phase.BREAKS) {
                    List<String> numbers = debtor.items().stream().filter(due -> agreed.items().contains(due.item()))
                            .sorted(BY_DUE).map(Due::number).distinct().toList();
                    FollowUp.Kind kind = agreed.kind() == Agreed.Kind.PLAN ? FollowUp.Kind.BROKEN_PLAN
                            : FollowUp.Kind.BROKEN_PROMISE;
                    tasks.add(new Errand(debtor.id(), debtor.code(), kind, numbers, List.of(), agreed.subject()));
                }
            }
        }

        private void once(Debtor debtor, FollowUp.Kind kind, List<String> numbers) {
            if (!numbers.isEmpty() && !debtor.openTasks().contains(kind)) {
                tasks.add(new Errand(debtor.id(), debtor.code(), kind, numbers.stream().distinct().toList(), List.of(), null));
            }
        }

        private Notice notice(Debtor debtor, CurrencyUnit currency, List<Line> lines) {
            Step tone = lines.stream().map(Line::step).max(Comparator.naturalOrder()).orElseThrow();
            List<Id<OpenItem>> asked = lines.stream().map(Line::item).toList();
            List<Listed> listed = tone == Step.C ? List.of() : listed(debtor, currency, asked, today);
            return new Notice(debtor.id(), debtor.code(), tone, currency, lines, listed);
        }
    }
}
