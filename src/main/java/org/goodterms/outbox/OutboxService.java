package org.goodterms.outbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.State;
import org.jspecify.annotations.Nullable;

/** The door to the outbox for whoever writes messages and for the person who looks after them. */
public final class OutboxService {
    private static final Pattern BY_CUSTOMER = Pattern.compile("(.+?)/(\\d{4}-\\d{2}-\\d{2})(?:/([1-9]\\d{0,3}))?");
    private static final int LONGEST = 500;
    private final Database db;
    private final Ids ids;
    private final OutboxStore store = new OutboxStore();

    public OutboxService(Database db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /**
     * Writes a message whose bytes are already archived, in the transaction of what causes it.
     *
     * @param released true where nobody needs to read it again: it waits for the dispatcher (a letter: for the printer)
     * @return refused where the address is none, or where a message with the same unique key stands already
     */
    public Outcome<Message> enqueue(Tx tx, Message.About about, Message.Parcel parcel, boolean released) {
        List<Problem> problems = problems(parcel);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (about.uniqueKey() != null) {
            Optional<Message> twin = store.byUniqueKey(tx, about.uniqueKey());
            if (twin.isPresent()) {
                return Outcome.refused(Problem.at("message", "outbox.already_there", twin.get().parcel().recipient(),
                        twin.get().about().date(), twin.get().state().word()));
            }
        }
        State state = !released ? State.DRAFT : parcel.channel() == Channel.EMAIL ? State.QUEUED : State.APPROVED;
        Message.Course course = new Message.Course(released ? tx.now() : null, 0, null, null, null, null, "");
        Id<Message> id = ids.nextId();
        store.insert(tx, new Message(id, about, parcel, state, course, tx.now(), 0), ids.next());
        return Outcome.ok(store.byId(tx, id).orElseThrow());
    }

    private static List<Problem> problems(Message.Parcel parcel) {
        List<Problem> problems = new ArrayList<>();
        if (parcel.channel() == Channel.EMAIL) {
            problems.addAll(EmailAddress.read("sender", parcel.sender()).problems());
            problems.addAll(EmailAddress.read("recipient", parcel.recipient()).problems());
        } else {
            Typed.required("recipient", parcel.recipient(), LONGEST).ifPresent(problems::add);
        }
        Typed.line("subject", parcel.subject(), LONGEST).ifPresent(problems::add);
        if (!parcel.contentHash().matches("[0-9a-f]{64}") || !parcel.label().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalStateException("not archived, or without a label: " + parcel);
        }
        return problems;
    }

    /** Releases a draft that a person has read. */
    public Outcome<Message> approve(Id<Message> id) {
        return db.write(tx -> approve(tx, id));
    }

    public Outcome<Message> approve(Tx tx, Id<Message> id) {
        return change(tx, id, "", message -> Handling.approve(message, tx.now()));
    }

    /** Takes back what is not out yet. The same may then be written anew. */
    public Outcome<Message> cancel(Id<Message> id, String reason) {
        return db.write(tx -> cancel(tx, id, reason));
    }

    public Outcome<Message> cancel(Tx tx, Id<Message> id, String reason) {
        Optional<Problem> wrong = Typed.line("reason", reason, LONGEST);
        return wrong.isPresent() ? Outcome.refused(wrong.get())
                : change(tx, id, reason, message -> Handling.cancel(message, reason));
    }

    /** A person says what became of an unknown message; one that did not arrive is sent by the next run. */
    public Outcome<Message> settle(Id<Message> id, boolean arrived) {
        return db.write(tx -> settle(tx, id, arrived));
    }

    public Outcome<Message> settle(Tx tx, Id<Message> id, boolean arrived) {
        return change(tx, id, arrived ? "settled: sent" : "settled: not sent",
                message -> Handling.settle(message, arrived, tx.now()));
    }

    /** Puts a failed or deferred message back into the queue: the next run tries it, with a new count of days. */
    public Outcome<Message> tryAgain(Id<Message> id) {
        return db.write(tx -> change(tx, id, "try again", Handling::again));
    }

    /**
     * A person printed the letter, or sent the message with another program.
     *
     * @param how such as {@code printed} or {@code mail program}; kept with the message
     */
    public Outcome<Message> sentByHand(Id<Message> id, String how) {
        return db.write(tx -> sentByHand(tx, id, how));
    }

    public Outcome<Message> sentByHand(Tx tx, Id<Message> id, String how) {
        Optional<Problem> wrong = Typed.line("how", how, LONGEST);
        return wrong.isPresent() ? Outcome.refused(wrong.get())
                : change(tx, id, how, message -> Handling.byHand(message, how, tx.now()));
    }

    private Outcome<Message> change(Tx tx, Id<Message> id, String detail, Function<Message, Outcome<Message>> rule) {
        Optional<Message> message = store.byId(tx, id);
        if (message.isEmpty()) {
            return Outcome.refused(Problem.at("message", "outbox.no_such_message", id.toString()));
        }
        return rule.apply(message.get()).then(changed -> store.change(tx, changed, detail, ids.next())
                .<Outcome<Message>>map(Outcome::ok).orElseGet(() -> Outcome.refused(
                        Problem.at("message", "outbox.changed_meanwhile", changed.parcel().recipient()))));
    }

    /** How many messages there are in each state; a state without any is not in it. */
    public Map<State, Integer> counts() {
        return db.read(store::counts);
    }

    /** Oldest first; null for all. */
    public List<Message> list(@Nullable State state) {
        return db.read(tx -> list(tx, state));
    }

    public List<Message> list(Tx tx, @Nullable State state) {
        return store.list(tx, state);
    }

    /** What is neither sent nor cancelled, oldest first. */
    public List<Message> unfinished(Tx tx) {
        return store.unfinished(tx);
    }

    /** All messages to one customer, oldest first. */
    public List<Message> ofCustomer(Tx tx, UUID customer) {
        return store.ofCustomer(tx, customer);
    }

    public Optional<Message> message(Id<Message> id) {
        return db.read(tx -> store.byId(tx, id));
    }

    public Optional<Message> message(Tx tx, Id<Message> id) {
        return store.byId(tx, id);
    }

    public Optional<Message> withKey(Tx tx, String uniqueKey) {
        return store.byUniqueKey(tx, uniqueKey);
    }

    /** Each change of state, oldest first. */
    public List<Message.Event> history(Id<Message> id) {
        return db.read(tx -> store.history(tx, id));
    }

    /**
     * The message a person names: by its id, or {@code CUSTOMER/DATE}, with {@code /2} behind it for the second of that
     * day in the order written.
     */
    public Outcome<Message> find(String text) {
        return db.read(tx -> found(tx, text.strip())).<Outcome<Message>>map(Outcome::ok).orElseGet(() -> Outcome.refused(
                Problem.at("message", "outbox.no_such_message", text.replaceAll("\\p{Cntrl}", "\uFFFD"))));
    }

    private Optional<Message> found(Tx tx, String text) {
        Matcher named = BY_CUSTOMER.matcher(text);
        try {
            if (named.matches()) {
                List<Message> all = store.ofCustomerOn(tx, named.group(1), LocalDate.parse(named.group(2)));
                int place = named.group(3) == null ? 1 : Integer.parseInt(named.group(3));
                return place <= all.size() ? Optional.of(all.get(place - 1)) : Optional.empty();
            }
            return store.byId(tx, Id.of(UUID.fromString(text)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Follows the chain over all that became of all messages. */
    public HashChain.Proof proof(Tx tx) {
        return store.proof(tx);
    }
}
