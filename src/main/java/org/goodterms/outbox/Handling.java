package org.goodterms.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.Course;
import org.goodterms.outbox.Message.State;
import org.jspecify.annotations.Nullable;

/** Which change of state may follow which, and what it leaves in the message. */
final class Handling {
    private static final Set<State> NOT_OUT = Set.of(State.DRAFT, State.APPROVED, State.QUEUED, State.DEFERRED, State.FAILED);

    private Handling() {
    }

    /** A person releases a draft: e-mail to the dispatcher, a letter to the printer. */
    static Outcome<Message> approve(Message message, Instant now) {
        if (message.state() != State.DRAFT) {
            return refused(message, "outbox.not_draft");
        }
        Course c = message.course();
        return Outcome.ok(in(message, message.parcel().channel() == Channel.EMAIL ? State.QUEUED : State.APPROVED,
                new Course(now, c.attempts(), c.firstTriedAt(), null, null, null, "")));
    }

    static Outcome<Message> cancel(Message message, String reason) {
        return NOT_OUT.contains(message.state()) ? Outcome.ok(in(message, State.CANCELLED, said(message, null, reason)))
                : refused(message, "outbox.too_late_to_cancel");
    }

    /** A person knows what became of an unknown one. One that did not arrive goes again, as the same message. */
    static Outcome<Message> settle(Message message, boolean arrived, Instant now) {
        if (message.state() != State.UNKNOWN) {
            return refused(message, "outbox.not_unknown");
        }
        return Outcome.ok(arrived ? sent(message, message.course().replyText(), now)
                : in(message, State.QUEUED, waiting(message)));
    }

    /** A person has removed what was in the way of a failed one, or will not wait for a deferred one. */
    static Outcome<Message> again(Message message) {
        return message.state() == State.FAILED || message.state() == State.DEFERRED
                ? Outcome.ok(in(message, State.QUEUED, waiting(message))) : refused(message, "outbox.not_failed");
    }

    /** A person printed it, or sent it with another program. */
    static Outcome<Message> byHand(Message message, String how, Instant now) {
        return NOT_OUT.contains(message.state()) ? Outcome.ok(sent(message, how, now))
                : refused(message, "outbox.too_late_by_hand");
    }

    /** A dispatcher takes it in hand. */
    static Message claimed(Message message, Instant now) {
        Course c = message.course();
        return in(message, State.SENDING, new Course(c.approvedAt(), c.attempts() + 1,
                c.firstTriedAt() == null ? now : c.firstTriedAt(), null, null, null, ""));
    }

    static Message sent(Message message, String reply, Instant now) {
        Course c = message.course();
        return in(message, State.SENT, new Course(c.approvedAt() == null ? now : c.approvedAt(), c.attempts(),
                c.firstTriedAt(), null, now, null, reply));
    }

    static Message failed(Message message, int code, String reply) {
        return in(message, State.FAILED, said(message, code, reply));
    }

    static Message unknown(Message message, String reply) {
        return in(message, State.UNKNOWN, said(message, null, reply));
    }

    /** Put off; failed where it has been put off for too long. */
    static Message deferred(Message message, int code, String reply, Instant now) {
        Course c = message.course();
        Instant first = c.firstTriedAt() == null ? now : c.firstTriedAt();
        Optional<Instant> next = Backoff.next(Math.max(1, c.attempts()), first, now);
        return next.isEmpty() ? failed(message, code, reply) : in(message, State.DEFERRED,
                new Course(c.approvedAt(), c.attempts(), first, next.get(), null, code, reply));
    }

    private static Course waiting(Message message) {
        Course c = message.course();
        return new Course(c.approvedAt(), c.attempts(), null, null, null, c.replyCode(), c.replyText());
    }

    private static Course said(Message message, @Nullable Integer code, String reply) {
        Course c = message.course();
        return new Course(c.approvedAt(), c.attempts(), c.firstTriedAt(), null, null, code, reply);
    }

    private static Message in(Message m, State state, Course course) {
        return new Message(m.id(), m.about(), m.parcel(), state, course, m.createdAt(), m.version());
    }

    private static Outcome<Message> refused(Message message, String code) {
        return Outcome.refused(Problem.at("message", code, message.parcel().recipient(), message.state().word()));
    }
}
