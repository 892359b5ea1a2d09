package org.goodterms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.goodterms.SharedData;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Outcome;
import org.goodterms.mail.OutgoingMail.Attachment;
import org.goodterms.mail.OutgoingMail.Identity;
import org.goodterms.mail.OutgoingMail.Mailbox;
import org.goodterms.mail.OutgoingMail.Words;
import org.junit.jupiter.api.Test;

class MailBytesTest {
    static final EmailAddress FROM = new EmailAddress("books@example.org");
    static final Identity IDENTITY = Identity.of(UUID.fromString("01890000-0000-7000-8000-000000000001"), FROM,
            ZonedDateTime.parse("2026-03-06T09:05:07+01:00[Europe/Berlin]"));

    static OutgoingMail mail(String subject, String text, Attachment... attachments) {
        return new OutgoingMail(new Mailbox("Müller & Söhne", FROM), new EmailAddress("office@example.org"),
                new Mailbox("Anna \"A\" Petrović", new EmailAddress("anna@example.com")), IDENTITY,
                new Words(subject, text, null, "de"), List.of(attachments));
    }

    static MimeMessage parsed(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_same_message_gives_the_same_bytes() {
        OutgoingMail mail = mail("Rechnung", "Guten Tag", new Attachment("a.pdf", "application/pdf", new byte[5000]));
        assertThat(MailBytes.render(mail)).isEqualTo(MailBytes.render(mail));
    }

    @Test
    void a_plain_message_reads_like_this() {
        assertThat(ascii(MailBytes.render(mail("Rechnung über 1.190,00 €", "Grüße\nzweite Zeile\n.dot\n")))).isEqualTo("""
                Date: Fri, 6 Mar 2026 09:05:07 +0100
                From: =?UTF-8?B?TcO8bGxlciAmIFPDtmhuZQ==?= <books@example.org>
                Reply-To: office@example.org
                To: =?UTF-8?B?QW5uYSAiQSIgUGV0cm92acSH?= <anna@example.com>
                Message-ID: <01890000-0000-7000-8000-000000000001@example.org>
                Subject: =?UTF-8?B?UmVjaG51bmcgw7xiZXIgMS4xOTAsMDAg4oKs?=
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable
                Content-Language: de

                Gr=C3=BC=C3=9Fe
                zweite Zeile
                .dot
                """.replace("\n", "\r\n"));
    }

    @Test
    void names_subject_text_and_files_come_back_as_they_went_in() throws Exception {
        byte[] pdf = new byte[10_000];
        new java.util.Random(1).nextBytes(pdf);
        String subject = "Žluťoučký kůň — 発注 ".repeat(8).strip();
        String text = "Zeile eins\n" + "lang ".repeat(400) + "\nΕλληνικά, русский, 漢字, 🙂\n";
        MimeMessage mail = parsed(MailBytes.render(mail(subject, text, new Attachment("Invoice-2026-0001.pdf", "application/pdf", pdf))));
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Müller & Söhne");
        InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Anna \"A\" Petrović");
        assertThat(to.getAddress()).isEqualTo("anna@example.com");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n")).isEqualTo(text);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Invoice-2026-0001.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void html_stands_beside_the_plain_text_as_an_alternative() throws Exception {
        OutgoingMail plain = mail("x", "plain");
        Words both = new Words("x", "plain", "<p>rich &amp; schön</p>", "en");
        MimeMessage alone = parsed(MailBytes.render(new OutgoingMail(plain.from(), null, plain.to(), IDENTITY, both, List.of())));
        assertThat(alone.getContentType()).startsWith("multipart/alternative");
        MimeMessage withFile = parsed(MailBytes.render(new OutgoingMail(plain.from(), null, plain.to(), IDENTITY, both,
                List.of(new Attachment("a.pdf", "application/pdf", new byte[3])))));
        MimeMultipart words = (MimeMultipart) ((MimeMultipart) withFile.getContent()).getBodyPart(0).getContent();
        assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>rich &amp; schön</p>");
    }

    @Test
    void an_answer_names_what_it_answers() throws Exception {
        OutgoingMail first = mail("x", "y");
        Identity second = IDENTITY.answering("<b@example.com>", List.of("<a@example.com>"));
        MimeMessage mail = parsed(MailBytes.render(new OutgoingMail(first.from(), null, first.to(), second, first.words(), List.of())));
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<b@example.com>");
        assertThat(mail.getHeader("References", " ")).isEqualTo("<a@example.com> <b@example.com>");
    }

    @Test
    void file_names_are_ascii_and_safe() {
        assertThat(new Attachment("Réçu № 5/../x.pdf", "application/pdf", new byte[0]).fileName()).isEqualTo("Recu-No-5-..-x.pdf");
        assertThat(new Attachment("../..", "text/plain", new byte[0]).fileName()).isEqualTo("attachment");
        assertThat(new Attachment("a\r\nX: y.pdf", "text/plain", new byte[0]).fileName()).isEqualTo("a-X-y.pdf");
    }

    @Test
    void hostile_texts_in_names_and_subjects_never_become_a_header() throws Exception {
        Path file = SharedData.path("hostile/email/header-injection.json");
        for (JsonNode node : new ObjectMapper().readTree(file.toFile())) {
            String text = node.asText();
            if (text.contains("\n")) {
                assertThatThrownBy(() -> mail(text, "x")).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> new Mailbox(text, FROM)).isInstanceOf(IllegalArgumentException.class);
                assertThat(Words.read(text, "x", "en")).isInstanceOf(Outcome.Refused.class);
                continue;
            }
            OutgoingMail plain = mail(text, text);
            MimeMessage mail = parsed(MailBytes.render(new OutgoingMail(new Mailbox(text, FROM), null,
                    new Mailbox(text, new EmailAddress("anna@example.com")), IDENTITY, plain.words(), List.of())));
            assertThat(mail.getAllRecipients()).as(text).hasSize(1);
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).isEqualTo(text);
            assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(text);
        }
    }

    @Test
    void a_message_id_cannot_carry_a_header() {
        assertThatThrownBy(() -> new Identity("<a@b>\r\nBcc: x@y.org", IDENTITY.date(), null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Words("s", "t", null, "de\r\nX: y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment("a", "text/plain\r\nX: y", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sender_in_other_letters_gives_an_ascii_message_id() {
        Identity identity = Identity.of(new UUID(0, 1), new EmailAddress("büro@müller.de"), IDENTITY.date());
        assertThat(identity.messageId()).isEqualTo("<00000000-0000-0000-0000-000000000001@xn--mller-kva.de>");
    }

    @Test
    void a_draft_is_the_message_with_one_mark_before_it() {
        byte[] bytes = MailBytes.render(mail("x", "y"));
        assertThat(ascii(MailBytes.asDraft(bytes))).isEqualTo("X-Unsent: 1\r\n" + ascii(bytes));
    }

    @Test
    void a_subject_that_breaks_its_line_is_refused_with_a_sentence() {
        for (String end : List.of("\n", "\r", "\u2028", "\u2029", "\u0085")) {
            assertThat(Words.read("first" + end + "second", "x", "en").problems()).as("U+%04X", (int) end.charAt(0))
                    .extracting(org.goodterms.kernel.Problem::code).containsExactly("typed.control_character");
        }
    }

    @Property(tries = 300)
    void whatever_is_written_comes_back_and_stays_within_lines(@ForAll String subject, @ForAll String text) throws Exception {
        if (!(Words.read(subject, text, "en") instanceof Outcome.Ok<Words>(Words words))) {
            return;
        }
        OutgoingMail like = mail("x", "y");
        byte[] bytes = MailBytes.render(new OutgoingMail(like.from(), null, like.to(), IDENTITY, words, List.of()));
        String source = ascii(bytes);
        assertThat(source.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(source.lines()).allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c < 127));
        assertThat(parsed(bytes).getSubject().strip()).isEqualTo(subject.strip());
        assertThat(parsed(bytes).getContent().toString().lines().toList()).isEqualTo(text.lines().toList());
    }
}
