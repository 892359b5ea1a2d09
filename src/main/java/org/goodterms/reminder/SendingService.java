package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Message.State;
import org.goodterms.outbox.OutboxService;
import org.goodterms.reminder.ReminderStore.Kept;

/**
 * Claims what is to be sent, asks again when it is taken in hand, and gives it back where its reason is gone. A step is
 * claimed by its row in the transaction that reads the facts again: there is no other way to a message.
 */
public final class SendingService {
    private static final Set<State> PERHAPS_OUT = EnumSet.of(State.SENT, State.UNKNOWN, State.SENDING);
    /** A message that could not go for longer than this is written anew. */
    private static final int STALE_DAYS = 7;
    private final Rooms rooms;
    private final WorklistService worklists;
    private final StepFeeService fees;
    private final ReminderStore store = new ReminderStore();
    private final StepStore steps = new StepStore();

    /** What lies below. */
    public record Rooms(Database db, Ids ids, CompanyService companies, OutboxService outbox, FollowUpService tasks) {
    }

    public SendingService(Rooms rooms, WorklistService worklists, StepFeeService fees) {
        this.rooms = rooms;
        this.fees = fees;
        this.worklists = worklists;
    }

    /** Writes the steps and the messages of what the plan of this moment still asks for; refused where it does not. */
    Outcome<Kept> claim(Tx tx, Written written) {
        DunningPlan.Notice notice = written.notice();
        LocalDate today = rooms.companies().today(tx);
        store.lock(tx, notice.customer().value());
        boolean stands = worklists.plan(tx, FactsStore.Scope.claiming(today, notice.customer().value(), null)).messages().stream()
                .anyMatch(now -> now.asksAs(notice) && now.listed().equals(notice.listed()));
        return stands ? put(tx, written, ReminderStore.BY_PLAN)
                : Outcome.refused(Problem.of("reminder.changed_meanwhile", notice.code()));
    }

    /** Writes steps and messages. Refused where a step stands already. */
    Outcome<Kept> put(Tx tx, Written written, String origin) {
        DunningPlan.Notice notice = written.notice();
        LocalDate today = rooms.companies().today(tx);
        UUID id = rooms.ids().next();
        store.insert(tx, id, written, origin, today);
        for (DunningPlan.Line line : notice.lines()) {
            if (!steps.insert(tx, rooms.ids().next(), line.item(), new StepStore.Taken(line.step(), line.cycle(), today, true), id)) {
                return Outcome.refused(Problem.at("step", "reminder.step_done", line.step(), line.number()));
            }
        }
        fees.write(tx, id, notice);
        String numbers = notice.lines().stream().map(DunningPlan.Line::number).distinct().collect(Collectors.joining(", "));
        for (Written.Copy copy : written.copies()) {
            Message.About about = new Message.About(notice.customer().value(), "reminder", notice.step().name(), numbers,
                    String.join("/", "reminder", id.toString(), copy.parcel().recipient()), today);
            Outcome<Message> message = rooms.outbox().enqueue(tx, about, copy.parcel(), true);
            if (!message.isOk()) {
                return Outcome.refused(message.problems());
            }
            store.carriedBy(tx, id, message.orThrow().id().value());
        }
        return Outcome.ok(new Kept(id, notice, origin, today));
    }

    /**
     * Asked in the transaction that takes a message in hand: why it should not be sent any more, in which case its steps
     * are open again; empty where it should, or where it is no reminder.
     */
    public Optional<String> obsolete(Tx tx, Message message) {
        Optional<Kept> kept = store.ofMessage(tx, message.id().value());
        if (kept.isEmpty() || stands(tx, kept.get())) {
            return Optional.empty();
        }
        release(tx, kept.get(), message.id().value());
        return Optional.of("settled or changed since it was written");
    }

    private boolean stands(Tx tx, Kept kept) {
        LocalDate today = rooms.companies().today(tx);
        if (today.isAfter(kept.on().plusDays(STALE_DAYS))) {
            return false;
        }
        FactsStore.Scope scope = FactsStore.Scope.claiming(today, kept.notice().customer().value(), kept.id());
        if (kept.origin().equals(ReminderStore.BY_PLAN)) {
            return worklists.plan(tx, scope).messages().stream().anyMatch(now -> now.asksAs(kept.notice()));
        }
        return worklists.known(tx, scope).debtors().stream().anyMatch(debtor -> !debtor.doNotContact()
                && kept.notice().lines().stream().allMatch(line -> debtor.items().stream()
                        .anyMatch(due -> due.item().equals(line.item()) && due.undisputed().isEqual(line.asked()))));
    }

    /** Opens the steps of a reminder again, unless one of its other messages is or may be out. */
    private void release(Tx tx, Kept kept, UUID but) {
        if (messages(tx, kept).stream().noneMatch(m -> !m.id().value().equals(but) && PERHAPS_OUT.contains(m.state()))) {
            steps.release(tx, kept.id());
            fees.release(tx, kept.id());
            store.withdrawn(tx, kept.id(), rooms.companies().today(tx));
        }
    }

    /** The messages that carry a reminder, in the order written. */
    List<Message> messages(Tx tx, Kept kept) {
        return store.messages(tx, kept.id()).stream().map(id -> rooms.outbox().message(tx, Id.of(id)).orElseThrow()).toList();
    }

    /** What still waits from before: whatever lost its reason is taken back. @return what is left to be sent */
    List<Kept> leftOver(Tx tx) {
        List<Kept> left = new ArrayList<>();
        for (Kept kept : store.inState(tx, "queued", "deferred")) {
            if (stands(tx, kept)) {
                left.add(kept);
                continue;
            }
            List<Message> waiting = messages(tx, kept).stream()
                    .filter(m -> m.state() == State.QUEUED || m.state() == State.DEFERRED).toList();
            waiting.forEach(m -> rooms.outbox().cancel(tx, m.id(), "settled or changed since it was written"));
            release(tx, kept, new UUID(0, 0));
        }
        return left;
    }

    /** What became of it: steps of what failed altogether are open again, those of what went late count from today. */
    void conclude(Tx tx, Kept kept) {
        List<Message> messages = messages(tx, kept);
        LocalDate today = rooms.companies().today(tx);
        if (messages.stream().allMatch(m -> m.state() == State.FAILED || m.state() == State.CANCELLED)) {
            steps.release(tx, kept.id());
            fees.release(tx, kept.id());
            store.withdrawn(tx, kept.id(), today);
        } else if (!kept.on().equals(today) && messages.stream().anyMatch(m -> m.state() == State.SENT)) {
            steps.moved(tx, kept.id(), today);
        }
    }

    /** Charges the fees of whatever went out, whoever sent it. */
    void chargeFees() {
        fees.charge();
    }

    /** Reminders of which nobody knows whether they arrived. */
    List<Kept> unknown(Tx tx) {
        return store.inState(tx, "unknown");
    }

    /**
     * A person says what became of an unknown message; the task about it is done with it. One that did not arrive is sent
     * by the next run, as the same message.
     */
    public Outcome<Message> settle(Id<Message> id, boolean arrived) {
        return rooms.db().write(tx -> rooms.outbox().settle(tx, id, arrived).map(settled -> {
            steps.unmark(tx, id.value());
            fees.charge(tx);
            store.ofMessage(tx, id.value()).ifPresent(kept -> rooms.tasks().openOf(tx, kept.notice().customer()).stream()
                    .filter(task -> task.kind() == FollowUp.Kind.UNKNOWN_SEND).filter(task -> task.items().equals(numbers(kept)))
                    .limit(1).forEach(task -> rooms.tasks().done(tx, task.id(), arrived ? "it arrived" : "it did not arrive").orThrow()));
            return settled;
        }));
    }

    private static List<String> numbers(Kept kept) {
        return kept.notice().lines().stream().map(DunningPlan.Line::number).distinct().toList();
    }
}
