package org.goodterms.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.OutgoingMail;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.MailService.Composed;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;

/** Sends statements of account by mail: a kind word in the customer's language with the statement as PDF. */
public final class StatementMailingService {
    /** What the timeline says when a statement was put on its way. */
    public static final String MAILED = "statement-mailed";
    private final Rooms rooms;

    /** What lies below. */
    public record Rooms(Database db, CompanyService company, ContactService contacts, StatementPaperService papers, MailService mail,
            OutboxService outbox) {
    }

    public StatementMailingService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The mail as it would go, for somebody to read and change; the sender is empty where the firm has none. */
    public MailText text(Customer customer, Statement statement) {
        OutgoingMail.Words words = words(customer, statement);
        Outcome<OutgoingMail.Mailbox> from = rooms.mail().sender();
        return new MailText(from.isOk() ? from.orThrow().address().text() : "", customer.invoiceMailboxes(), words.subject(), words.text(),
                file(customer, statement));
    }

    /**
     * Puts one mail for each of the customer's mailboxes for invoices into the outbox. The same statement goes to the same
     * mailbox once a day at most.
     *
     * @return refused without a mailbox or a sender, where the words cannot be read, and as the outbox refuses
     */
    public Outcome<List<Message>> send(Customer customer, Statement statement, String subject, String text) {
        if (customer.invoiceMailboxes().isEmpty()) {
            return Outcome.refused(Problem.at("customer", "invoice.no_mailbox", customer.name()));
        }
        return OutgoingMail.Words.read(subject, text, customer.trade().language()).then(words -> {
            List<OutgoingMail.Attachment> files = List.of(new OutgoingMail.Attachment(file(customer, statement), "application/pdf",
                    rooms.papers().pdf(customer, statement)));
            String label = Message.Parcel.label(customer.code(), "statement", statement.to().toString());
            List<Message.Parcel> parcels = new ArrayList<>();
            for (String mailbox : customer.invoiceMailboxes()) {
                Outcome<Composed> composed = rooms.mail().compose(customer.name(), mailbox, words, files, label);
                Outcome<Message.Parcel> kept = composed.then(rooms.mail()::keep);
                if (!kept.isOk()) {
                    return Outcome.refused(kept.problems());
                }
                parcels.add(kept.orThrow());
            }
            return rooms.db().write(tx -> queued(tx, customer, statement, parcels));
        });
    }

    private Outcome<List<Message>> queued(Tx tx, Customer customer, Statement statement, List<Message.Parcel> parcels) {
        List<Message> messages = new ArrayList<>();
        String about = statement.form().word() + "/" + statement.from() + "/" + statement.to() + "/" + statement.closing().getCurrencyUnit();
        for (Message.Parcel parcel : parcels) {
            var today = rooms.company().today(tx);
            Message.About what = new Message.About(customer.id().value(), "statement", "", "",
                    String.join("/", "statement", customer.code(), about, parcel.recipient(), today.toString()), today);
            Outcome<Message> message = rooms.outbox().enqueue(tx, what, parcel, true);
            Outcome<Contact> logged = message.then(one -> rooms.contacts().log(tx, customer.id(), new Contact.Saying(null,
                    Contact.Means.EMAIL, Contact.Direction.OUT, parcel.recipient(), MAILED, parcel.subject(), ""), one.id().value()));
            if (!logged.isOk()) {
                return Outcome.refused(logged.problems());
            }
            messages.add(message.orThrow());
        }
        return Outcome.ok(messages);
    }

    private OutgoingMail.Words words(Customer customer, Statement statement) {
        Company company = rooms.company().company();
        String language = customer.trade().language();
        DocumentWords say = DocumentWords.of(language, company.country());
        Map<String, Object> facts = new HashMap<>();
        facts.put("contact", customer.persons().stream().filter(p -> p.getsInvoices() && !p.name().isBlank()).map(p -> p.name())
                .findFirst().orElse(""));
        facts.put("date", say.date(statement.to()));
        facts.put("balance", say.amount(statement.closing()));
        facts.put("overdue", statement.overdue().isPositive() ? say.amount(statement.overdue()) : "");
        facts.put("person", company.firm().reach().person());
        facts.put("phone", company.firm().reach().phone());
        facts.put("firm", company.name());
        String filled = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(template(say.locale().getLanguage()))
                .execute(facts).replaceAll("\n{3,}", "\n\n");
        int end = filled.indexOf('\n');
        return new OutgoingMail.Words(filled.substring(0, end).replaceAll("[\\u2028\\u2029]", " ").strip(), filled.substring(end).strip() + "\n",
                null, language);
    }

    /** In ASCII, as mail programs like file names. */
    private static String file(Customer customer, Statement statement) {
        return Message.Parcel.label("statement", customer.code(), statement.to().toString()).toLowerCase(Locale.ROOT) + ".pdf";
    }

    /** First line the subject, the rest the text. */
    private static String template(String language) {
        try (InputStream own = StatementMailingService.class.getResourceAsStream("/mail/statement." + language + ".mustache");
                InputStream english = StatementMailingService.class.getResourceAsStream("/mail/statement.en.mustache")) {
            return new String((own != null ? own : Objects.requireNonNull(english)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
