package org.goodterms.ui.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.outbox.PostService;
import org.goodterms.outbox.Reading;
import org.goodterms.outbox.Way;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** One message: its archived bytes as their reader sees them, and what can be done with it. */
public final class MessageViewModel {

    /**
     * What looks after messages.
     *
     * @param settling says what became of an unknown message: whether it arrived
     */
    public record Rooms(OutboxService outbox, MailService mail, PostService post, DispatchService.Recheck recheck,
            BiFunction<Id<Message>, Boolean, Outcome<Message>> settling) {
    }

    /**
     * A message and the pages of one of its files.
     *
     * @param pages null where no file of it has pages
     */
    record Shown(Message message, Reading reading, @Nullable Pages pages) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Pages.Reading pages;
    private final Id<Message> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();

    public MessageViewModel(Desk desk, Rooms rooms, Pages.Reading pages, Id<Message> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.pages = pages;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Message.class);
    }

    void load() {
        desk.tasks().load(shown, progress -> rooms.outbox().message(id).<Outcome<Shown>>map(message ->
                rooms.mail().read(message).map(reading -> paged(message, reading))).orElseGet(() ->
                Outcome.refused(Problem.of("outbox.no_such_message", id.toString()))), found -> {
                    found.ifOk(shown::set);
                    if (!found.isOk()) {
                        desk.overlay().problems(found.problems());
                    }
                });
    }

    private Shown paged(Message message, Reading reading) {
        return new Shown(message, reading, reading.files().stream().filter(Reading.File::isPdf).findFirst()
                .map(file -> pages.read(file.bytes())).orElse(null));
    }

    /** Shows another of its files. */
    void turnTo(int file) {
        Shown now = shown.get();
        if (now != null && now.reading().files().get(file).isPdf()) {
            Reading reading = now.reading();
            desk.tasks().load(this, progress -> new Shown(now.message(), reading, pages.read(reading.files().get(file).bytes())), shown::set);
        }
    }

    void approve() {
        act("message.approve", message -> rooms.outbox().approve(message), "message.approved");
    }

    void settle(boolean arrived) {
        act("message.settle", message -> rooms.settling().apply(message, arrived), arrived ? "message.settled" : "message.goes_again");
    }

    void tryAgain() {
        act("message.again", message -> rooms.outbox().tryAgain(message), "message.goes_again");
    }

    void cancel() {
        act("message.cancel", message -> rooms.outbox().cancel(message, ""), "message.cancelled");
    }

    void byHand(String how) {
        act("message.by_hand", message -> rooms.outbox().sentByHand(message, how), "message.settled");
    }

    /** Writes it into a file that mail programs open. */
    void save(Path file) {
        Shown now = shown.get();
        if (now != null) {
            Message message = now.message();
            desk.tasks().run("message.save", progress -> rooms.mail().bytes(message).map(bytes -> written(file, bytes)),
                    done -> desk.overlay().toast(desk.texts().get("message.saved", done.getFileName())), desk.overlay()::problems);
        }
    }

    private static Path written(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(String key, Function<Id<Message>, Outcome<Message>> act, String saidKey) {
        desk.tasks().run(key, progress -> act.apply(id), done -> desk.overlay().toast(desk.texts().get(saidKey)),
                desk.overlay()::problems);
    }

    /** Sends it now through the firm's mail account. */
    void send() {
        desk.tasks().run("message.send", progress -> rooms.post().send(new Way.Account(), Set.of(id.value()), rooms.recheck(),
                progress), this::sent, desk.overlay()::problems);
    }

    private void sent(DispatchReport report) {
        OutboxViewModel.say(desk, report);
    }

    /** Ways out for a message in its state, the main one last. */
    List<String> ways() {
        Shown now = shown.get();
        if (now == null) {
            return List.of();
        }
        boolean letter = now.message().parcel().channel() == Message.Channel.LETTER;
        return switch (now.message().state()) {
            case DRAFT -> List.of("message.cancel", "message.approve");
            case APPROVED -> List.of("message.cancel", letter ? "message.printed" : "message.by_hand");
            case QUEUED -> List.of("message.cancel", "message.send");
            case DEFERRED -> List.of("message.cancel", "message.again");
            case FAILED -> List.of("message.cancel", "message.by_hand", "message.again");
            case UNKNOWN -> List.of("message.not_arrived", "message.arrived");
            case SENDING, SENT, CANCELLED -> List.of();
        };
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
