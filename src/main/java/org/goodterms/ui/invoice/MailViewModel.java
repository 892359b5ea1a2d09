package org.goodterms.ui.invoice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.goodterms.invoice.MailText;
import org.goodterms.invoice.MailingService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OwnProgramService;
import org.goodterms.outbox.PostService;
import org.goodterms.outbox.Way;
import org.goodterms.ui.kit.Desk;

/** Documents on their way by mail: read first, then sent through the account or handed to the mail program. */
public final class MailViewModel {

    /** The rooms that mail goes through. */
    public record Rooms(MailingService mailing, MailService mail, PostService post, OwnProgramService handover) {
    }

    /**
     * A mail to be read.
     *
     * @param account whether the firm's mail account is set up; else another program sends it
     */
    record Readable(MailText text, boolean account) {
    }

    private final Desk desk;
    private final Rooms rooms;

    public MailViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    /** Fetches the mail with that document as it would go. */
    void read(String number, Consumer<Readable> then) {
        desk.tasks().run("invoice.mail", progress -> rooms.mailing().text(number)
                .map(text -> new Readable(text, !rooms.mail().settings().isEmpty())), then, desk.overlay()::problems);
    }

    /** Puts the mails into the outbox and sends them; what does not go now waits there. */
    void send(String number, String subject, String text, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("invoice.mail_send", progress -> rooms.mailing().send(number, subject, text), messages -> {
            done.run();
            dispatch(messages);
        }, problems);
    }

    private void dispatch(List<Message> messages) {
        List<UUID> ids = messages.stream().map(message -> message.id().value()).toList();
        desk.tasks().run("outbox.sending", progress -> rooms.post().send(new Way.Account(), ids, DispatchService.Recheck.none(),
                progress), this::report, desk.overlay()::problems);
    }

    private void report(DispatchReport report) {
        if (report.stopped() != null) {
            desk.overlay().problems(List.of(report.stopped()));
        } else if (report.failed().isEmpty() && report.unknown().isEmpty() && report.deferred().isEmpty()) {
            desk.overlay().toast(desk.texts().get("invoice.mail_sent", report.sent().size()));
        } else {
            desk.overlay().problems(List.of(Problem.of("window.mail_not_all", report.sent().size(),
                    report.failed().size() + report.unknown().size() + report.deferred().size())));
        }
    }

    /** Opens each mail in the mail program of this machine. */
    void open(String number, String subject, String text, Runnable done, Consumer<List<Problem>> problems) {
        handOver(number, subject, text, message -> rooms.handover().open(message.id()), done, problems);
    }

    /** Writes the mail as a file; several recipients give several files beside each other. */
    void save(String number, MailText typed, Path file, Runnable done, Consumer<List<Problem>> problems) {
        int[] count = new int[1];
        handOver(number, typed.subject(), typed.text(), message -> rooms.handover().save(message.id(), nth(file, ++count[0])), done,
                problems);
    }

    private static Path nth(Path file, int nth) {
        return nth == 1 ? file : file.resolveSibling(file.getFileName().toString().replaceFirst("(\\.eml)?$", "-" + nth + "$1"));
    }

    private void handOver(String number, String subject, String text, Function<Message, Outcome<Message>> way, Runnable done,
            Consumer<List<Problem>> problems) {
        desk.tasks().run("invoice.mail_send", progress -> rooms.mailing().send(number, subject, text).then(messages -> {
            List<Message> handed = new ArrayList<>();
            for (Message message : messages) {
                Outcome<Message> one = way.apply(message);
                if (!one.isOk()) {
                    return Outcome.refused(one.problems());
                }
                handed.add(one.orThrow());
            }
            return Outcome.ok(handed);
        }), handed -> {
            done.run();
            desk.overlay().toast(desk.texts().get("invoice.mail_handed_over", handed.size()));
        }, problems);
    }

    /** Goes on where the firm's mail account is set up; else says that it is needed. */
    void ready(Runnable then) {
        desk.tasks().load(this, progress -> rooms.mail().settings().isEmpty(), missing -> {
            if (missing) {
                desk.overlay().problems(List.of(Problem.of("window.mail_needs_account")));
            } else {
                then.run();
            }
        });
    }

    /**
     * Mails several documents with their usual words, one after the other; cancelled between two of them. What could not be
     * written is named, the others go.
     */
    void sendAll(List<String> numbers) {
        List<Problem> refused = new ArrayList<>();
        desk.tasks().run("invoice.mail_all", progress -> {
            List<Message> written = new ArrayList<>();
            for (int i = 0; i < numbers.size() && !progress.cancelled(); i++) {
                Outcome<List<Message>> one = rooms.mailing().send(numbers.get(i));
                one.ifOk(written::addAll);
                refused.addAll(one.problems());
                progress.at(i + 1, numbers.size(), "invoice.mail_all");
            }
            return Outcome.ok(written);
        }, written -> {
            if (!refused.isEmpty()) {
                desk.overlay().problems(refused.stream().distinct().limit(3).toList());
            }
            if (!written.isEmpty()) {
                dispatch(written);
            }
        }, desk.overlay()::problems);
    }
}
