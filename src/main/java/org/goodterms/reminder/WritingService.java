package org.goodterms.reminder;

import com.samskivert.mustache.MustacheException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goodterms.archive.Archive;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.LateCharges;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.PayTo;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.InvoicePage;
import org.goodterms.invoice.PaperService;
import org.goodterms.invoice.Parties;
import org.goodterms.invoice.PaymentDocument;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.OutgoingMail;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.PdfRenderer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the plan asks for into messages: the text of the step in the customer's language, the invoices as PDF, the
 * letter where one is wanted, as an answer to the mail that brought the invoice. Nothing is stored.
 */
public final class WritingService {
    private static final String PDF = "application/pdf";
    /** The word of customers whom nothing is charged, nor is it told. */
    private static final String HARDSHIP = "hardship";
    private final Rooms rooms;
    private final InterestService interest;
    private final ReminderStore store = new ReminderStore();
    private final PolicyStore policies = new PolicyStore();
    private final TextStore texts = new TextStore();

    /** What lies below. */
    public record Rooms(Database db, Ids ids, CompanyService companies, CustomerService customers, PaperService papers,
            MailService mail, Archive archive) {
    }

    public WritingService(Rooms rooms, InterestService interest) {
        this.rooms = rooms;
        this.interest = interest;
    }

    /** When it is made, counted to the second. */
    private record Moment(Instant now, LocalDate today) {
    }

    /** Where it goes, and the mails it answers. */
    private record Box(String mailbox, List<String> thread) {
    }

    /** The text with its placeholders, null where there is none, and what it may tell of interest. */
    private record Said(@Nullable Wording template, Optional<LateCharges> late) {
    }

    /** What the message is made from. */
    private record Known(Company company, Customer customer, Optional<PayTo> payTo, Policy.@Nullable Rule rule, Moment at,
            List<Box> boxes, Said said) {

        Instant now() {
            return at.now();
        }

        LocalDate today() {
            return at.today();
        }

        boolean isLetter() {
            return customer.trade().channel() == Customer.Channel.LETTER || rule != null && rule.travel() == Policy.Travel.LETTER;
        }

        boolean carriesLetter() {
            return isLetter() || rule != null && rule.travel() == Policy.Travel.WITH_LETTER;
        }
    }

    /**
     * Writes a message.
     *
     * @param changed the words of a person; null: the text of the step, the firm's own or the shipped one
     * @return refused where there is no text in the customer's language, no way to pay in that currency, no address, or
     *         where something of it cannot be filled in: nonsense is never sent
     */
    public Outcome<Written> write(DunningPlan.Notice notice, @Nullable Wording changed) {
        Known known = rooms.db().read(tx -> known(tx, notice));
        if (known.payTo().isEmpty()) {
            return Outcome.refused(Problem.at("payTo", "reminder.no_pay_to", notice.currency().getCode()));
        }
        if (known.isLetter() ? !known.customer().address().isComplete() : known.boxes().isEmpty()) {
            return Outcome.refused(Problem.at("customer", "reminder.no_address", notice.code()));
        }
        return template(notice, known).then(template -> {
            Wording wording = changed == null ? template : changed;
            return OutgoingMail.Words.read(wording.subject(), wording.text(), language(known)).then(words ->
                    made(notice, known, words, template));
        });
    }

    private Known known(Tx tx, DunningPlan.Notice notice) {
        Customer customer = rooms.customers().customer(tx, notice.customer());
        Policies all = policies.all(tx);
        Policy.Rule rule = notice.lines().stream().filter(line -> line.step() == notice.step())
                .map(line -> all.of(customer.code(), customer.trade().segment(), line.number()).rule(notice.step()))
                .filter(Objects::nonNull).findFirst().orElse(null);
        List<String> numbers = notice.lines().stream().map(DunningPlan.Line::number).distinct().toList();
        List<String> mailboxes = customer.reminderMailboxes();
        return new Known(rooms.companies().company(tx), customer, rooms.companies().payTo(tx, notice.currency()),
                rule, new Moment(tx.now().truncatedTo(ChronoUnit.SECONDS), rooms.companies().today(tx)),
                mailboxes.stream().map(mailbox -> new Box(mailbox, store.thread(tx, customer.id().value(), mailbox, numbers))).toList(),
                new Said(template(tx, customer, notice.step()), late(tx, notice, customer)));
    }

    /** What the law or the contract lets the firm charge to this day; told from the third reminder's text only. */
    private Optional<LateCharges> late(Tx tx, DunningPlan.Notice notice, Customer customer) {
        return notice.step() != Step.R3 || customer.trade().segment().equalsIgnoreCase(HARDSHIP) ? Optional.empty()
                : interest.late(tx, notice.lines().stream().collect(Collectors.toMap(DunningPlan.Line::item, DunningPlan.Line::asked)));
    }

    /** The firm's own text, else the shipped one, in the tone for the customer's segment; null where there is none. */
    private @Nullable Wording template(Tx tx, Customer customer, Step step) {
        Occasion occasion = new Occasion(step, Tone.towards(customer.trade().segment()), customer.locale().getLanguage());
        return texts.own(tx, occasion).map(StepText.Version::wording).or(() -> TemplateService.of(occasion)).orElse(null);
    }

    private static String language(Known known) {
        return known.customer().locale().getLanguage();
    }

    private Outcome<Written> made(DunningPlan.Notice notice, Known known, OutgoingMail.Words words, Wording template) {
        Wording wording = new Wording(words.subject(), words.text());
        byte[] letter = known.carriesLetter() ? letter(notice, known, wording) : null;
        String label = Message.Parcel.label(notice.code(), notice.step().name(), known.today().toString());
        if (known.isLetter()) {
            Message.Parcel parcel = new Message.Parcel(Message.Channel.LETTER, "", known.customer().name(), words.subject(), label,
                    Archive.hash(letter), "");
            return Outcome.ok(new Written(notice, words.language(), wording, template, List.of(new Written.Copy(parcel, letter)),
                    List.of(), letter));
        }
        return attachments(notice, known, letter).then(files -> {
            List<Written.Copy> copies = new ArrayList<>();
            for (Box box : known.boxes()) {
                Outcome<MailService.Composed> composed = rooms.mail().compose(known.customer().name(), box.mailbox(), words, files, label,
                        box.thread());
                if (!composed.isOk()) {
                    return Outcome.refused(composed.problems());
                }
                copies.add(new Written.Copy(composed.orThrow().parcel(), composed.orThrow().bytes()));
            }
            return Outcome.ok(new Written(notice, words.language(), wording, template, copies,
                    files.stream().map(OutgoingMail.Attachment::fileName).toList(), letter));
        });
    }

    /** The invoices that were issued here, and the letter. */
    private Outcome<List<OutgoingMail.Attachment>> attachments(DunningPlan.Notice notice, Known known, byte @Nullable [] letter) {
        DocumentWords say = DocumentWords.of(language(known), known.company().country());
        List<OutgoingMail.Attachment> files = new ArrayList<>();
        if (letter != null) {
            files.add(new OutgoingMail.Attachment(Message.Parcel.label(known.company().name(), known.today().toString()) + ".pdf", PDF, letter));
        }
        for (String number : notice.lines().stream().map(DunningPlan.Line::number).distinct().toList()) {
            Outcome<byte[]> pdf = rooms.papers().pdf(number);
            if (pdf.isOk()) {
                files.add(new OutgoingMail.Attachment(say.say("title.invoice", number).replace(' ', '-') + ".pdf", PDF, pdf.orThrow()));
            } else if (pdf.problems().stream().noneMatch(p -> p.code().equals("invoice.no_such_number"))) {
                return Outcome.refused(pdf.problems());
            }
        }
        return Outcome.ok(files);
    }

    private byte[] letter(DunningPlan.Notice notice, Known known, Wording wording) {
        Parties parties = Parties.of(known.company(), known.customer(), known.payTo());
        DocumentWords say = DocumentWords.of(language(known), known.company().country());
        Letterhead letterhead = new Letterhead(logo(parties.get("page.logo")), parties.get("seller.name"),
                parties.lines("seller.address"), Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, language(known)),
                Layout.of(parties.get("page.layout")));
        String key = String.join("/", "reminder", notice.code(), notice.currency().getCode(), notice.step().name(), known.today().toString());
        Map<String, Object> facts = facts(notice, known, language(known));
        ReminderLetter.Lists lists = new ReminderLetter.Lists(TemplateService.part("items", language(known), facts), TemplateService.part("pay", language(known), facts));
        return new PdfRenderer().render(new ReminderLetter(notice, paid(notice, parties), say, known.today(), deadline(known)).page(wording, lists, letterhead, key, known.now()));
    }

    /** One invoice is paid with the reference that its open item expects, anything else with the numbers. */
    private PaymentDocument paid(DunningPlan.Notice notice, Parties parties) {
        List<String> numbers = notice.lines().stream().map(DunningPlan.Line::number).distinct().toList();
        PaymentDocument part = PaymentDocument.of(parties, notice.asked(), numbers);
        String expected = rooms.db().read(tx -> store.reference(tx, notice.lines().getFirst().item().value()));
        return part.reference().filter(made -> made.text().equals(expected)).isPresent() ? part
                : PaymentDocument.quoting(parties, notice.asked(), part.quoted());
    }

    private @Nullable Logo logo(String hash) {
        return !hash.isEmpty() && rooms.archive().get(hash).then(Logo::accept) instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null;
    }

    /** What the step says to this customer, filled in. */
    private static Outcome<Wording> template(DunningPlan.Notice notice, Known known) {
        String language = language(known);
        Wording template = known.said().template();
        return template == null ? Outcome.refused(Problem.at("language", "reminder.no_text", notice.step(), language))
                : filled(template, notice, known, language);
    }

    private static Outcome<Wording> filled(Wording template, DunningPlan.Notice notice, Known known, String language) {
        try {
            return Outcome.ok(TemplateService.fill(template, language, facts(notice, known, language)));
        } catch (MustacheException e) {
            return Outcome.refused(Problem.at("text", "reminder.text_broken", notice.step(), language, String.valueOf(e.getMessage())));
        }
    }

    /** A text as it would read in a language, whatever the customer's; nothing else of the message is made. */
    Outcome<TextService.Proof> proof(DunningPlan.Notice notice, String language, Wording template) {
        Known known = rooms.db().read(tx -> known(tx, notice));
        return filled(template, notice, known, language).map(wording -> new TextService.Proof(notice.lines().getFirst().number(),
                known.customer().name(), wording));
    }

    private static LocalDate deadline(Known known) {
        Policy.Rule rule = known.rule();
        return known.today().plusDays(rule == null || rule.deadline() == 0 ? 7 : rule.deadline());
    }

    private static Map<String, Object> facts(DunningPlan.Notice notice, Known known, String language) {
        DocumentWords say = DocumentWords.of(language, known.company().country());
        Company.Firm firm = known.company().firm();
        List<String> numbers = notice.lines().stream().map(DunningPlan.Line::number).distinct().toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("contact", known.customer().persons().stream().filter(p -> p.getsReminders() && !p.name().isBlank())
                .map(p -> p.name()).limit(1).collect(Collectors.joining()));
        facts.put("number", numbers.getFirst());
        facts.put("several", notice.lines().size() > 1);
        facts.put("due", say.date(notice.lines().getFirst().due()));
        facts.put("items", notice.lines().stream().map(line -> row(say, line.number(), line.due(), say.amount(line.asked()))).toList());
        facts.put("hasListed", !notice.listed().isEmpty());
        facts.put("listed", notice.listed().stream().map(other -> row(say, other.number(), other.due(), say.amount(other.open()))).toList());
        facts.put("total", say.amount(notice.asked()));
        facts.put("days", Long.toString(notice.lines().stream().mapToLong(line -> ChronoUnit.DAYS.between(line.due(), known.today()))
                .max().orElse(0)));
        facts.put("deadline", say.date(deadline(known)));
        facts.put("lateInterest", known.said().late().map(late -> say.amount(late.interest())).orElse(""));
        facts.put("lateFlat", known.said().late().map(LateCharges::compensation).filter(Money::isPositive).map(say::amount).orElse(""));
        facts.put("payTo", known.payTo().map(PayTo::details).orElse(""));
        facts.put("reference", String.join(", ", numbers));
        facts.put("firm", firm.name());
        facts.put("person", firm.reach().person());
        facts.put("phone", firm.reach().phone());
        return facts;
    }

    private static Map<String, Object> row(DocumentWords say, String number, LocalDate due, String amount) {
        return Map.of("number", number, "due", say.date(due), "amount", amount);
    }

    /** Archives the bytes of every copy; to be called outside of a transaction, before the messages are enqueued. */
    Outcome<Written> keep(Written written) {
        for (Written.Copy copy : written.copies()) {
            Outcome<String> kept = rooms.archive().put(copy.bytes());
            if (!kept.isOk()) {
                return Outcome.refused(kept.problems());
            }
        }
        return Outcome.ok(written);
    }
}
