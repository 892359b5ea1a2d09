package org.goodterms.outbox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.ConnectionTest;
import org.goodterms.mail.EmlFolder;
import org.goodterms.mail.MailAccount;
import org.goodterms.mail.MailBytes;
import org.goodterms.mail.OutgoingMail;
import org.goodterms.mail.ReadMail;
import org.goodterms.mail.Smtp;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.Parcel;
import org.goodterms.secret.Secrets;

/**
 * The firm's mail account, and messages made ready to send. The account's settings lie in the book, its password among
 * the secrets of this machine.
 */
public final class MailService {
    private static final String PREFIX = "mail.account.";
    private static final List<String> KEYS = List.of("host", "port", "security", "user", "from", "fromName", "replyTo");
    private static final int LONGEST_NAME = 200;
    private final Rooms rooms;
    private final Archive archive;
    private final Secrets secrets;
    private final Smtp smtp;
    private final ConnectionTest test;

    /** What lies below. */
    public record Rooms(Database db, Ids ids, InstantSource clock, CompanyService company) {
    }

    public MailService(Rooms rooms, Archive archive, Secrets secrets, Smtp smtp, ConnectionTest test) {
        this.rooms = rooms;
        this.archive = archive;
        this.secrets = secrets;
        this.smtp = smtp;
        this.test = test;
    }

    /**
     * The account as texts, keys host, port, security, user, from, fromName, replyTo; empty where none is set up. The
     * password is not among them.
     */
    public Map<String, String> settings() {
        return rooms.db().read(this::settings);
    }

    private Map<String, String> settings(Tx tx) {
        Map<String, String> settings = new TreeMap<>();
        for (String key : KEYS) {
            rooms.company().setting(tx, PREFIX + key).filter(value -> !value.isEmpty())
                    .ifPresent(value -> settings.put(key, value));
        }
        return settings;
    }

    /**
     * Stores the account, and the password where one is given.
     *
     * @param password empty where the one kept before stays
     * @return the text key that says where the password lies, empty where none was given
     */
    public Outcome<String> save(Map<String, String> settings, String password) {
        return MailAccount.read(settings).then(account -> {
            Outcome<String> kept = password.isEmpty() ? Outcome.ok("")
                    : secrets.put(account.secretName(), password).map(Secrets.Kept::textKey);
            return kept.then(where -> rooms.db().write(tx -> {
                account.settings().forEach((key, value) -> rooms.company().putSetting(tx, PREFIX + key, value));
                return Outcome.ok(where);
            }));
        });
    }

    /** Takes the account out of the book, and its password out of the secrets. */
    public Outcome<Boolean> forget() {
        return MailAccount.read(settings()).then(account -> secrets.remove(account.secretName())).then(was ->
                rooms.db().write(tx -> {
                    KEYS.forEach(key -> rooms.company().putSetting(tx, PREFIX + key, ""));
                    return Outcome.ok(was);
                }));
    }

    /**
     * Tries an account without sending anything.
     *
     * @param password empty to try the one that is kept
     * @return the host reached; or what to change, in plain words
     */
    public Outcome<String> test(Map<String, String> settings, String password) {
        return MailAccount.read(settings).then(account -> (password.isEmpty() ? password(account) : Outcome.ok(password))
                .then(secret -> test.run(account, secret)));
    }

    /** How messages go that way; the caller closes it. Nothing is connected before the first message. */
    public Outcome<Carrier> carrier(Way way) {
        return switch (way) {
            case Way.Account account -> account().then(a -> password(a).map(secret -> smtp.line(a, secret)));
            case Way.ThisMachine(int port) -> sender().map(sender -> smtp.line(
                    MailAccount.onThisMachine(port, sender.address(), sender.name()), ""));
            case Way.Folder(String path) -> folder(path);
        };
    }

    private static Outcome<Carrier> folder(String path) {
        try {
            return Outcome.ok(new EmlFolder(Path.of(path).toAbsolutePath().normalize()));
        } catch (InvalidPathException e) {
            return Outcome.refused(Problem.at("deliver", "outbox.no_such_way", path));
        }
    }

    private Outcome<MailAccount> account() {
        Map<String, String> settings = settings();
        return settings.isEmpty() ? Outcome.refused(Problem.of("outbox.no_account")) : MailAccount.read(settings);
    }

    private Outcome<String> password(MailAccount account) {
        if (account.user().isEmpty()) {
            return Outcome.ok("");
        }
        return secrets.get(account.secretName()).then(kept -> kept.<Outcome<String>>map(Outcome::ok).orElseGet(() ->
                Outcome.refused(Problem.at("password", "outbox.no_password", account.user(), account.host()))));
    }

    /** Whom messages come from: the account's sender or, where there is no account, the firm with its own address. */
    public Outcome<OutgoingMail.Mailbox> sender() {
        Map<String, String> settings = settings();
        if (!settings.isEmpty()) {
            return MailAccount.read(settings).map(MailAccount::sender);
        }
        Company.Firm firm = rooms.company().company().firm();
        return firm.reach().email().isBlank() ? Outcome.refused(Problem.of("outbox.no_sender"))
                : EmailAddress.read("email", firm.reach().email()).map(from -> new OutgoingMail.Mailbox(firm.name(), from));
    }

    /**
     * A message made ready, for a person to read before it is kept: exactly these bytes are archived and sent.
     *
     * @param parcel what {@link OutboxService#enqueue} takes, once the bytes are kept
     */
    public record Composed(Parcel parcel, byte[] bytes) {
    }

    /**
     * Puts a message together, dated now in the firm's zone. Nothing is stored.
     *
     * @param label see {@link Parcel#label}
     */
    public Outcome<Composed> compose(String toName, String toAddress, OutgoingMail.Words words,
                                     List<OutgoingMail.Attachment> attachments, String label) {
        return compose(toName, toAddress, words, attachments, label, List.of());
    }

    /** @param thread Message-IDs of the conversation it goes on with, oldest first; it answers the last of them */
    public Outcome<Composed> compose(String toName, String toAddress, OutgoingMail.Words words,
                                     List<OutgoingMail.Attachment> attachments, String label, List<String> thread) {
        Optional<Problem> name = Typed.line("recipient", toName, LONGEST_NAME);
        if (name.isPresent()) {
            return Outcome.refused(name.get());
        }
        return sender().then(from -> EmailAddress.read("recipient", toAddress).map(to -> {
            ZonedDateTime now = rooms.clock().instant().atZone(rooms.company().company().practice().zone());
            OutgoingMail.Identity alone = OutgoingMail.Identity.of(rooms.ids().next(), from.address(), now);
            OutgoingMail.Identity identity = thread.isEmpty() ? alone
                    : alone.answering(thread.getLast(), thread.subList(0, thread.size() - 1));
            byte[] bytes = MailBytes.render(new OutgoingMail(from, replyTo(), new OutgoingMail.Mailbox(toName, to),
                    identity, words, attachments));
            return new Composed(new Parcel(Channel.EMAIL, from.address().text(), to.text(), words.subject(), label,
                    Archive.hash(bytes), identity.messageId()), bytes);
        }));
    }

    private @org.jspecify.annotations.Nullable EmailAddress replyTo() {
        return EmailAddress.parse(settings().getOrDefault("replyTo", "")).orElse(null);
    }

    /** Archives the bytes; to be called outside of a transaction, before the message is written into the outbox. */
    public Outcome<Parcel> keep(Composed composed) {
        return archive.put(composed.bytes()).map(hash -> composed.parcel());
    }

    /** The archived bytes of a message, as they went or will go out. */
    public Outcome<byte[]> bytes(Message message) {
        return archive.get(message.parcel().contentHash());
    }

    /** A message as whoever gets it will read it. Refused where the archive has lost it. */
    public Outcome<Reading> read(Message message) {
        return bytes(message).then(bytes -> read(message.parcel(), bytes));
    }

    /** The same of a message that is only made ready. */
    public Outcome<Reading> read(Parcel parcel, byte[] bytes) {
        return parcel.channel() == Channel.LETTER ? Outcome.ok(new Reading("", parcel.recipient(), parcel.subject(), "",
                List.of(new Reading.File(parcel.label() + ".pdf", "application/pdf", bytes))))
                : ReadMail.of(bytes).map(mail -> new Reading(mail.from(), mail.to(), mail.subject(), mail.text(),
                        mail.files().stream().map(file -> new Reading.File(file.name(), file.type(), file.bytes())).toList()));
    }
}
