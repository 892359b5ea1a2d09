package org.goodterms.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.claim.Limitation;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUp.Whom;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.report.TodayEntry.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done today, in the order in which it presses: what may have gone wrong with a message comes before
 * tasks, tasks before messages to read, and sending last, so that what was approved on the way goes with it.
 */
public final class TodayList {
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * What the list is made of.
     *
     * @param tasks    open ones; those due later are passed over
     * @param messages not sent and not cancelled
     * @param names    of the customers of the messages
     * @param planned  messages and tasks that the plan of the day still brings
     * @param routine  what comes back by itself
     * @param limits   claims that can be enforced until a day that is near
     */
    public record Facts(LocalDate today, List<FollowUp> tasks, List<Message> messages, Map<Id<Customer>, Whom> names, int planned,
            Routine routine, List<Limit> limits) {
    }

    /**
     * @param statements customers who wait for the statement of the month
     * @param recurring  invoices and journal entries that wait to be written
     */
    public record Routine(int statements, int recurring) {
        public static final Routine NONE = new Routine(0, 0);
    }

    /** A document whose claim can be enforced up to that day, that day included. */
    public record Limit(Whom whom, String number, LocalDate until) {
    }

    private TodayList() {
    }

    public static List<TodayEntry> of(Facts facts) {
        List<TodayEntry> entries = new ArrayList<>();
        Map<Sort, Set<UUID>> troubled = new HashMap<>();
        List<Message> waiting = new ArrayList<>();
        for (Message message : facts.messages()) {
            Sort sort = sort(message);
            if (sort == Sort.SEND) {
                waiting.add(message);
            } else if (sort != null) {
                troubled.computeIfAbsent(sort, s -> new HashSet<>()).add(message.about().customer());
                entries.add(entry(facts, sort, message));
            }
        }
        facts.tasks().stream().filter(task -> task.isOpen() && !task.due().isAfter(facts.today()))
                .filter(task -> !saidByMessage(task, troubled)).forEach(task -> entries.add(entry(facts.today(), task)));
        entries.addAll(limits(facts));
        several(entries, Sort.REMIND, facts.today(), facts.planned());
        several(entries, Sort.RECURRING, facts.today(), facts.routine().recurring());
        several(entries, Sort.STATEMENTS, facts.today(), facts.routine().statements());
        if (!waiting.isEmpty()) {
            LocalDate since = waiting.stream().map(m -> m.about().date()).min(Comparator.naturalOrder()).orElse(facts.today());
            entries.add(new TodayEntry(Sort.SEND, NOBODY, since, since.isBefore(facts.today()), null, "", "", List.of(),
                    waiting.size()));
        }
        entries.sort(Comparator.comparing(TodayEntry::sort).thenComparing(TodayEntry::day).thenComparing(TodayEntry::what));
        return List.copyOf(entries);
    }

    private static void several(List<TodayEntry> entries, Sort sort, LocalDate today, int count) {
        if (count > 0) {
            entries.add(new TodayEntry(sort, NOBODY, today, false, null, "", "", List.of(), count));
        }
    }

    /** One entry for each customer, with the nearest of the days. */
    private static List<TodayEntry> limits(Facts facts) {
        Map<Whom, List<Limit>> near = new java.util.LinkedHashMap<>();
        facts.limits().stream().filter(limit -> !limit.until().isBefore(facts.today()) && Limitation.warns(limit.until(), facts.today()))
                .sorted(Comparator.comparing(Limit::until).thenComparing(Limit::number))
                .forEach(limit -> near.computeIfAbsent(limit.whom(), whom -> new ArrayList<>()).add(limit));
        return near.entrySet().stream().map(one -> new TodayEntry(Sort.LIMIT, one.getKey().id().value(), one.getValue().getFirst().until(),
                false, one.getKey(), "", "", one.getValue().stream().map(Limit::number).distinct().toList(), 1)).toList();
    }

    /** Null where nobody has to do anything: a dispatcher has it in hand, or tries again by itself. */
    private static @Nullable Sort sort(Message message) {
        return switch (message.state()) {
            case UNKNOWN -> Sort.UNKNOWN;
            case FAILED -> Sort.FAILED;
            case DRAFT -> Sort.APPROVE;
            case APPROVED -> Sort.PRINT;
            case QUEUED -> Sort.SEND;
            case SENDING, DEFERRED, SENT, CANCELLED -> null;
        };
    }

    /** A task that the program made of a message stands there once: as the message. */
    private static boolean saidByMessage(FollowUp task, Map<Sort, Set<UUID>> troubled) {
        Whom whom = task.whom();
        return whom != null && switch (task.kind()) {
            case UNKNOWN_SEND -> troubled.getOrDefault(Sort.UNKNOWN, Set.of()).contains(whom.id().value());
            case FAILED_SEND -> troubled.getOrDefault(Sort.FAILED, Set.of()).contains(whom.id().value());
            default -> false;
        };
    }

    private static TodayEntry entry(Facts facts, Sort sort, Message message) {
        Message.About about = message.about();
        Whom whom = about.customer() == null ? null : facts.names().get(Id.<Customer>of(about.customer()));
        return new TodayEntry(sort, message.id().value(), about.date(), about.date().isBefore(facts.today()), whom,
                message.parcel().subject(), about.kind(), about.reference().isEmpty() ? List.of() : List.of(about.reference()), 1);
    }

    private static TodayEntry entry(LocalDate today, FollowUp task) {
        return new TodayEntry(Sort.TASK, task.id().value(), task.due(), task.isOverdue(today), task.whom(), task.title(),
                task.kind().word(), task.items(), 1);
    }
}
