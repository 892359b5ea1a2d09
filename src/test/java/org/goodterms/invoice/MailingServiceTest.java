package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.goodterms.archive.Archive;
import org.goodterms.company.Founding;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents on their way by mail. */
class MailingServiceTest {
    private static MailingService mailing(Desk desk) {
        return new MailingService(desk.rooms, desk.papers, desk.archive, new OutboxService(desk.db, Ids.counting()), desk.contacts);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private static MimeMessage mail(Desk desk, Message message) throws MessagingException {
        byte[] bytes = desk.archive.get(message.parcel().contentHash()).orThrow();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_invoice_goes_out_with_its_archived_page_and_the_timeline_says_so(Engine engine) throws Exception {
        try (Desk desk = Desk.german(engine)) {
            Customer customer = desk.customer("A");
            Document invoice = desk.issue(desk.draft(customer, "1|1000.00|19").withAgreed(new Draft.Agreed("2/10 net 30", null))
                    .withWording(new Draft.Wording("de", "PO-7", "Frau Öz", "", "", "")));
            List<Message> messages = mailing(desk).send(invoice.number()).orThrow();
            assertThat(messages).singleElement().satisfies(message -> {
                assertThat(message.state()).isEqualTo(Message.State.QUEUED);
                assertThat(message.parcel().recipient()).isEqualTo("a@example.org");
                assertThat(message.about().reference()).isEqualTo(invoice.number());
            });
            MimeMessage mail = mail(desk, messages.getFirst());
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(mail.getSubject()).isEqualTo("Rechnung 2026-0001 von Muster & Söhne GmbH");
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("Guten Tag Frau Öz,", "zu Ihrer Bestellung PO-7",
                    "Bitte zahlen Sie 1.190,00\u00A0EUR bis 1. April 2026.", "12. März 2026", "23,80\u00A0EUR Skonto", "Erika Muster")
                    .doesNotContain("{{");
            BodyPart page = parts.getBodyPart(1);
            assertThat(page.getFileName()).isEqualTo("Rechnung-2026-0001.pdf");
            assertThat(Archive.hash(page.getInputStream().readAllBytes()))
                    .isEqualTo(desk.invoices.byNumber(invoice.number()).orThrow().trace().pdfHash());
            List<Contact> contacts = desk.db.read(tx -> desk.contacts.of(tx, customer.id()));
            assertThat(contacts).anySatisfy(contact -> {
                assertThat(contact.outcome()).isEqualTo(MailingService.MAILED);
                assertThat(contact.reference()).isEqualTo(invoice.number());
                assertThat(contact.messageId()).isEqualTo(messages.getFirst().id().value());
            });
            assertThat(codes(mailing(desk).send(invoice.number()))).containsExactly("outbox.already_there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en|Invoice 2026-0001 from|Please pay", "fr|Facture 2026-0001 de|Merci de régler", "es|Factura 2026-0001 de|Le rogamos",
            "sv|Invoice 2026-0001 from|Please pay"})
    void the_mail_speaks_the_customers_language(String expected) {
        String[] parts = expected.split("\\|");
        try (Desk desk = Desk.german(Engine.H2)) {
            Document invoice = desk.issue(desk.draft(desk.customer("A", Map.of(CustomerField.LANGUAGE, parts[0])), "1|10.00|19"));
            var words = mailing(desk).words(invoice.number()).orThrow();
            assertThat(words.subject()).startsWith(parts[1]);
            assertThat(words.text()).contains(parts[2]).doesNotContain("{{").doesNotContain("\n\n\n");
            Document credit = desk.credits.issue(CreditRequest.full(invoice.number())).orThrow().document();
            var creditWords = mailing(desk).words(credit.number()).orThrow();
            assertThat(creditWords.subject()).contains(credit.number());
            assertThat(creditWords.text()).contains(invoice.number()).contains("11").doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C38_hostile_names_break_no_header(Engine engine) throws MessagingException, IOException {
        try (Desk desk = Desk.german(engine)) {
            Customer customer = desk.customer("X", Map.of(CustomerField.NAME, "Evil Bcc: all@example.org {{firm}} <b>\u202E"));
            Document invoice = desk.issue(desk.draft(customer, "1|10.00|19"));
            MimeMessage mail = mail(desk, mailing(desk).send(invoice.number()).orThrow().getFirst());
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getHeader("Bcc")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_cannot_be_mailed_is_refused_with_its_reason(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            String number = desk.issue(desk.draft(desk.customer("N", Map.of(CustomerField.EMAIL, "")), "1|10.00|19")).number();
            assertThat(codes(mailing(desk).send(number))).containsExactly("invoice.no_mailbox");
            assertThat(codes(mailing(desk).send("2026-9999"))).containsExactly("invoice.no_such_number");
        }
        try (Desk desk = Desk.german(engine)) {
            String number = desk.issue(desk.draft(desk.customer("L", Map.of(CustomerField.PAY_WAYS, "link")), "1|10.00|19")).number();
            assertThat(codes(mailing(desk).send(number))).containsExactly("invoice.no_fitting_way");
            String fits = desk.issue(desk.draft(desk.customer("B", Map.of(CustomerField.PAY_WAYS, "link, bank")), "1|10.00|19")).number();
            assertThat(mailing(desk).send(fits).isOk()).isTrue();
        }
        try (Desk desk = new Desk(engine, Founding.of("Firm", "US", "USD"))) {
            String number = desk.issue(desk.draft(desk.customer("A"), "1|10.00|8")).number();
            assertThat(codes(mailing(desk).send(number))).containsExactly("invoice.no_sender");
        }
    }
}
