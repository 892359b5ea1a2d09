package org.goodterms.invoice;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.company.PayTo;
import org.goodterms.company.PayWay;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.MailBytes;
import org.goodterms.mail.OutgoingMail;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;

/** Sends documents by mail: a kind word in the customer's language with the archived page attached. */
public final class MailingService {
    /** What the timeline says when a document was put on its way. */
    public static final String MAILED = "document-mailed";
    private final InvoiceService.Rooms rooms;
    private final PaperService papers;
    private final Archive archive;
    private final OutboxService outbox;
    private final ContactService contacts;
    private final EInvoiceService eInvoices;
    private final DocumentStore store = new DocumentStore();

    public MailingService(InvoiceService.Rooms rooms, PaperService papers, Archive archive, OutboxService outbox,
            ContactService contacts) {
        this.eInvoices = new EInvoiceService(rooms, papers, archive);
        this.rooms = rooms;
        this.papers = papers;
        this.archive = archive;
        this.outbox = outbox;
        this.contacts = contacts;
    }

    /** What is known of the document to be sent. */
    private record Going(Document document, Company company, Customer customer, ZonedDateTime now) {
    }

    /** Subject and text of the mail, for somebody to read and change before it goes. */
    public Outcome<OutgoingMail.Words> words(String number) {
        return going(number).map(this::words);
    }

    /** The mail as it would go, for somebody to read and change. */
    public Outcome<MailText> text(String number) {
        return going(number).map(going -> {
            OutgoingMail.Words words = words(going);
            return new MailText(going.company().firm().reach().email(), going.customer().invoiceMailboxes(), words.subject(),
                    words.text(), file(going));
        });
    }

    /** Sends with words that a person has changed; see {@link #send(String, OutgoingMail.Words)}. */
    public Outcome<List<Message>> send(String number, String subject, String text) {
        return going(number).then(going -> OutgoingMail.Words.read(subject, text, going.document().content().wording().language())
                .then(words -> send(going, words)));
    }

    /** Sends with the usual words; see {@link #send(String, OutgoingMail.Words)}. */
    public Outcome<List<Message>> send(String number) {
        return going(number).then(going -> send(going, words(going)));
    }

    /**
     * Puts one mail for each of the customer's mailboxes for invoices into the outbox and says so on the timeline. The
     * dispatcher carries them out. The same document goes to the same mailbox once a day at most.
     *
     * @return refused with {@code invoice.no_mailbox}, {@code invoice.no_sender}, {@code invoice.no_pay_to} and the
     *         refusals of the outbox
     */
    public Outcome<List<Message>> send(String number, OutgoingMail.Words words) {
        return going(number).then(going -> send(going, words));
    }

    private Outcome<Going> going(String number) {
        return rooms.db().read(tx -> {
            Company company = rooms.companies().company(tx);
            return store.byNumber(tx, number, company.currency()).<Outcome<Going>>map(document -> Outcome.ok(new Going(document,
                    company, rooms.customers().customer(tx, document.content().customer()),
                    tx.now().truncatedTo(ChronoUnit.SECONDS).atZone(company.zone()))))
                    .orElseGet(() -> Outcome.refused(Problem.at("number", "invoice.no_such_number", number)));
        });
    }

    private Outcome<List<Message>> send(Going going, OutgoingMail.Words words) {
        String sender = going.company().firm().reach().email();
        List<String> mailboxes = going.customer().invoiceMailboxes();
        if (sender.isBlank()) {
            return Outcome.refused(Problem.at("company", "invoice.no_sender", going.company().name()));
        }
        if (mailboxes.isEmpty()) {
            return Outcome.refused(Problem.at("customer", "invoice.no_mailbox", going.customer().name()));
        }
        Optional<Problem> unfit = unfit(going);
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        return attachments(going).then(attachments -> EmailAddress.read("sender", sender).then(from -> {
            List<Letter> letters = new ArrayList<>();
            for (String mailbox : mailboxes) {
                Outcome<Letter> letter = EmailAddress.read("recipient", mailbox).then(to -> letter(going, words, attachments, from, to));
                if (!letter.isOk()) {
                    return Outcome.refused(letter.problems());
                }
                letters.add(letter.orThrow());
            }
            return rooms.db().write(tx -> queued(tx, going, letters));
        }));
    }

    /** What is to be paid must be payable in a way that the customer accepts. */
    private static Optional<Problem> unfit(Going going) {
        Document document = going.document();
        Parties parties = java.util.Objects.requireNonNull(document.parties());
        List<PayWay> accepted = going.customer().payables().ways();
        String currency = document.content().pricing().currency().getCode();
        boolean asks = !document.isCredit() && document.sums().payable().isPositive() && parties.knowsHowToPay();
        return !asks || PayTo.of(currency, parties.get("pay.details")).offersOneOf(accepted) ? Optional.empty()
                : Optional.of(Problem.at("customer", "invoice.no_fitting_way", going.customer().name(), PayWay.words(accepted), currency));
    }

    /** One mail whose bytes are archived. */
    private record Letter(Message.Parcel parcel) {
    }

    private Outcome<Letter> letter(Going going, OutgoingMail.Words words, List<OutgoingMail.Attachment> attachments, EmailAddress from,
            EmailAddress to) {
        UUID id = rooms.ids().next();
        OutgoingMail.Identity identity = OutgoingMail.Identity.of(id, from, going.now());
        OutgoingMail mail = new OutgoingMail(new OutgoingMail.Mailbox(line(going.company().name()), from), null,
                new OutgoingMail.Mailbox(line(going.customer().name()), to), identity, words,
                attachments);
        return archive.put(MailBytes.render(mail)).map(hash -> new Letter(new Message.Parcel(Message.Channel.EMAIL, from.toString(),
                to.toString(), words.subject(), Message.Parcel.label(going.customer().code(), going.document().number()), hash,
                identity.messageId())));
    }

    /** The page; in the customer's format of e-invoices the page with the invoice inside, or the XML beside it. */
    private Outcome<List<OutgoingMail.Attachment>> attachments(Going going) {
        String number = going.document().number();
        String format = eInvoices.wish(going.customer().id()).format();
        Outcome<byte[]> page = format.startsWith("facturx") ? eInvoices.export(number, format) : papers.pdf(going.document().id());
        return page.then(pdf -> {
            OutgoingMail.Attachment first = new OutgoingMail.Attachment(file(going), "application/pdf", pdf);
            return format.isEmpty() || format.startsWith("facturx") ? Outcome.ok(List.of(first))
                    : eInvoices.export(number, format).map(xml -> List.of(first, new OutgoingMail.Attachment(
                            file(going).replaceFirst("pdf$", "xml"), "application/xml", xml)));
        });
    }

    private static String file(Going going) {
        return InvoicePage.fileName(going.document(), java.util.Objects.requireNonNull(going.document().parties())) + ".pdf";
    }

    private Outcome<List<Message>> queued(Tx tx, Going going, List<Letter> letters) {
        List<Message> messages = new ArrayList<>();
        String number = going.document().number();
        for (Letter letter : letters) {
            String key = String.join("/", "document", number, letter.parcel().recipient(), going.now().toLocalDate().toString());
            Message.About about = new Message.About(going.customer().id().value(), going.document().isCredit() ? "credit-note" : "invoice",
                    "", number, key, going.now().toLocalDate());
            Outcome<Message> message = outbox.enqueue(tx, about, letter.parcel(), true);
            if (!message.isOk()) {
                return Outcome.refused(message.problems());
            }
            messages.add(message.orThrow());
            Contact.Saying saying = new Contact.Saying(null, Contact.Means.EMAIL, Contact.Direction.OUT,
                    letter.parcel().recipient(), MAILED, letter.parcel().subject(), number);
            Outcome<Contact> logged = contacts.log(tx, going.customer().id(), saying, message.orThrow().id().value());
            if (!logged.isOk()) {
                return Outcome.refused(logged.problems());
            }
        }
        return Outcome.ok(messages);
    }

    private OutgoingMail.Words words(Going going) {
        Document document = going.document();
        String language = document.content().wording().language();
        DocumentWords say = DocumentWords.of(language, going.company().country());
        Map<String, Object> facts = new HashMap<>();
        facts.put("number", document.number());
        facts.put("invoice", document.credits());
        facts.put("contact", document.content().wording().contact());
        facts.put("date", say.date(document.content().date()));
        facts.put("total", say.amount(document.sums().payable()));
        facts.put("order", document.content().wording().orderNumber());
        facts.put("due", document.due() == null ? "" : say.date(document.due()));
        Customer.PaysBy pays = going.customer().trade().paysBy();
        facts.put("byItself", pays.isByItself());
        facts.put("debit", pays == Customer.PaysBy.DIRECT_DEBIT);
        facts.put("standing", pays == Customer.PaysBy.STANDING_ORDER);
        facts.put("several", document.dues().size() > 1);
        Document.Discount discount = document.discount();
        facts.put("discount", discount == null ? "" : say.say("pay.discount", discount.until(), discount.amount(),
                document.sums().payable().minus(discount.amount())));
        facts.put("person", going.company().firm().reach().person());
        facts.put("firm", going.company().name());
        facts.put("phone", going.company().firm().reach().phone());
        String filled = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true)
                .compile(template(document.isCredit() ? "credit-note" : "invoice", say.locale().getLanguage())).execute(facts);
        int end = filled.indexOf('\n');
        return new OutgoingMail.Words(line(filled.substring(0, end)), filled.substring(end).strip() + "\n", null, language);
    }

    /** Without the separators that a mail header could be broken at. */
    private static String line(String text) {
        return text.replaceAll("[\\u2028\\u2029]", " ").strip();
    }

    /** First line the subject, the rest the text. */
    private static String template(String kind, String language) {
        try (InputStream own = MailingService.class.getResourceAsStream("/mail/" + kind + "." + language + ".mustache");
                InputStream english = MailingService.class.getResourceAsStream("/mail/" + kind + ".en.mustache")) {
            InputStream found = own != null ? own : java.util.Objects.requireNonNull(english);
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
