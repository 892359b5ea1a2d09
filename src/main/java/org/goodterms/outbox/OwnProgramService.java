package org.goodterms.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.MailBytes;
import org.goodterms.mail.MailProgram;

/** Hands messages over to another program, where no mail account is set up here: a person sends them from there. */
public final class OwnProgramService {
    /** Why a message counts as sent. */
    public static final String MAIL_PROGRAM = "mail program";
    public static final String FILE = "file";
    private final OutboxService outbox;
    private final MailService mail;
    private final MailProgram.Opener opener;

    public OwnProgramService(OutboxService outbox, MailService mail, MailProgram.Opener opener) {
        this.outbox = outbox;
        this.mail = mail;
        this.opener = opener;
    }

    /**
     * Opens the message in the mail program of this machine and notes it as sent by hand.
     *
     * @return refused with {@code mail.no_program} where none opened it, {@code outbox.not_written} where the file could not
     *         be written, and where the message is out already; then it stays as it was
     */
    public Outcome<Message> open(Id<Message> id) {
        return waiting(id).then(message -> mail.bytes(message).then(bytes -> {
            try {
                Path folder = Files.createTempDirectory("good-terms-");
                return new MailProgram(folder, opener).open(message.parcel().label(), bytes);
            } catch (IOException e) {
                return Outcome.refused(Problem.of("outbox.not_written", message.parcel().label()));
            }
        })).then(file -> outbox.sentByHand(id, MAIL_PROGRAM));
    }

    /** Writes the message as a file that mail programs open as a draft, and notes it as sent by hand. */
    public Outcome<Message> save(Id<Message> id, Path file) {
        return waiting(id).then(message -> mail.bytes(message).then(bytes -> {
            try {
                return Outcome.ok(Files.write(file, MailBytes.asDraft(bytes)));
            } catch (IOException e) {
                return Outcome.refused(Problem.of("outbox.not_written", file.toString()));
            }
        })).then(written -> outbox.sentByHand(id, FILE));
    }

    private Outcome<Message> waiting(Id<Message> id) {
        Optional<Message> message = outbox.message(id);
        return message.map(Outcome::ok).orElseGet(() -> Outcome.refused(
                Problem.at("message", "outbox.no_such_message", id.toString())));
    }
}
