package org.goodterms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.drop;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.late;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.reply;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.replyThenDrop;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.reset;
import static org.goodterms.fixture.ScriptedSmtpServer.Action.silence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.fixture.ScriptedSmtpServer.Step;
import org.goodterms.fixture.TestCertificates;
import org.goodterms.kernel.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpTest {
    static final EmailAddress FROM = new EmailAddress("books@example.org");
    static final EmailAddress TO = new EmailAddress("anna@example.com");
    static final Envelope ENVELOPE = new Envelope(FROM, TO, "one");
    static final byte[] BYTES = ("Subject: x\r\n\r\nfirst\r\n.dotted\r\n..\r\nlast without end").getBytes(StandardCharsets.US_ASCII);
    static final Smtp.Patience SHORT = new Smtp.Patience(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400));
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Smtp smtp = new Smtp(TestCertificates.trusting(), SHORT);

    @AfterEach
    void close() {
        server.close();
    }

    private MailAccount open() {
        return MailAccount.onThisMachine(server.port(), FROM, "Books");
    }

    private MailAccount account(MailAccount.Security security) {
        return new MailAccount("localhost", server.port(), security, "books", FROM, "Books", null);
    }

    private Delivery send() {
        return smtp.deliver(open(), "", BYTES, ENVELOPE);
    }

    private static Trouble trouble(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Deferred deferred -> deferred.trouble();
            case Delivery.Failed failed -> failed.trouble();
            default -> null;
        };
    }

    @Test
    void sent_means_the_server_said_250_after_the_end_and_its_reply_is_kept() {
        server.on(Step.DOT, reply("250 2.0.0 queued as 4711"));
        assertThat(send()).isEqualTo(new Delivery.Sent("250 2.0.0 queued as 4711"));
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().getFirst().from()).isEqualTo("MAIL FROM:<books@example.org>");
        assertThat(server.received().getFirst().to()).isEqualTo("RCPT TO:<anna@example.com>");
    }

    @Test
    void the_very_bytes_go_out_also_lines_that_begin_with_a_dot() {
        send();
        assertThat(new String(server.received().getFirst().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo(new String(BYTES, StandardCharsets.US_ASCII) + "\r\n");
    }

    // reliability table 5.1, row by row

    @Test
    void a_server_that_dies_after_its_250_has_the_message_sent() {
        server.on(Step.DOT, replyThenDrop("250 taken"));
        assertThat(send()).isInstanceOf(Delivery.Sent.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void a_refused_recipient_is_failed_and_nothing_was_sent() {
        server.on(Step.RCPT, reply("550 5.1.1 no such user"));
        assertThat(send()).isEqualTo(new Delivery.Failed(550, "550 5.1.1 no such user", Trouble.RECIPIENT_REFUSED));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void greylisting_is_put_off() {
        server.on(Step.RCPT, reply("451 4.7.1 try again"));
        assertThat(send()).isEqualTo(new Delivery.Deferred(451, "451 4.7.1 try again", Trouble.BUSY));
    }

    @Test
    void no_room_at_data_is_put_off() {
        server.on(Step.DATA, reply("452 4.3.1 no room"));
        assertThat(send()).isEqualTo(new Delivery.Deferred(452, "452 4.3.1 no room", Trouble.BUSY));
    }

    @Test
    void a_line_lost_in_the_middle_of_the_data_is_put_off() {
        server.on(Step.BODY, reset());
        byte[] big = new byte[20_000_000];
        java.util.Arrays.fill(big, (byte) 'x');
        Delivery delivery = smtp.deliver(open(), "", big, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_line_lost_after_the_final_dot_is_unknown() {
        server.on(Step.DOT, drop());
        assertThat(send()).isInstanceOf(Delivery.Unknown.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void a_line_reset_after_the_final_dot_is_unknown() {
        server.on(Step.DOT, reset());
        assertThat(send()).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void silence_after_the_final_dot_is_unknown() {
        server.on(Step.DOT, silence());
        assertThat(send()).isInstanceOf(Delivery.Unknown.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void nonsense_after_the_final_dot_is_unknown() {
        server.on(Step.DOT, reply("hello there"));
        assertThat(send()).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void silence_at_the_greeting_is_put_off() {
        server.on(Step.GREETING, silence());
        assertThat(trouble(send())).isEqualTo(Trouble.TIMEOUT);
        assertThat(send()).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void without_starttls_neither_password_nor_message_leaves() {
        Delivery delivery = smtp.deliver(account(MailAccount.Security.STARTTLS), "secret", BYTES, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Failed.class);
        assertThat(trouble(delivery)).isEqualTo(Trouble.NO_STARTTLS);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
        assertThat(server.received()).isEmpty();
    }

    // reliability fault list, 12 to 16

    @ParameterizedTest
    @CsvSource({"GREETING,421", "EHLO,421", "AUTH,454", "MAIL,421", "MAIL,450", "RCPT,421", "RCPT,450", "RCPT,452", "DATA,421",
            "DATA,451", "DOT,421", "DOT,450", "DOT,451", "DOT,452"})
    void every_4yz_at_every_step_is_put_off(Step step, int code) {
        server.starttls(TestCertificates.server("good")).on(step, replyThenDrop(code + " 4.0.0 later"));
        Delivery delivery = smtp.deliver(account(MailAccount.Security.STARTTLS), "secret", BYTES, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        assertThat(((Delivery.Deferred) delivery).code()).isIn(code, step == Step.EHLO ? 0 : code);
    }

    @ParameterizedTest
    @CsvSource({"GREETING,554,SENDER_REFUSED", "AUTH,535,LOGIN_REFUSED", "AUTH,534,LOGIN_REFUSED", "MAIL,530,LOGIN_REFUSED",
            "MAIL,550,SENDER_REFUSED", "MAIL,552,MESSAGE_REFUSED", "RCPT,550,RECIPIENT_REFUSED", "RCPT,553,RECIPIENT_REFUSED",
            "RCPT,554,RECIPIENT_REFUSED", "DATA,554,MESSAGE_REFUSED", "DOT,550,MESSAGE_REFUSED", "DOT,552,MESSAGE_REFUSED",
            "DOT,554,MESSAGE_REFUSED"})
    void every_5yz_at_every_step_is_failed_even_when_the_server_hangs_up_at_once(Step step, int code, Trouble trouble) {
        server.starttls(TestCertificates.server("good")).on(step, replyThenDrop(code + " 5.0.0 no"));
        Delivery delivery = smtp.deliver(account(MailAccount.Security.STARTTLS), "secret", BYTES, ENVELOPE);
        assertThat(delivery).isEqualTo(new Delivery.Failed(code, code + " 5.0.0 no", trouble));
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"})
    void a_line_lost_before_the_data_is_put_off_wherever_it_happens(Step step) {
        server.starttls(TestCertificates.server("good")).on(step, drop());
        assertDeferred(Trouble.LOST);
        server.on(step, reset());
        assertDeferred(Trouble.LOST);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"})
    void silence_before_the_data_ends_in_time_and_is_put_off_wherever_it_happens(Step step) {
        server.starttls(TestCertificates.server("good")).on(step, silence());
        long start = System.nanoTime();
        assertDeferred(Trouble.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private void assertDeferred(Trouble trouble) {
        Delivery delivery = smtp.deliver(account(MailAccount.Security.STARTTLS), "secret", BYTES, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        assertThat(trouble(delivery)).isEqualTo(trouble);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_reply_that_is_late_but_in_time_is_a_reply() {
        server.on(Step.DOT, late("250 taken", Duration.ofMillis(150)));
        assertThat(send()).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void a_server_that_stops_reading_ends_in_time() {
        server.on(Step.BODY, silence());
        byte[] big = new byte[20_000_000];
        java.util.Arrays.fill(big, (byte) 'x');
        Delivery delivery = smtp.deliver(open(), "", big, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void a_host_that_does_not_exist_is_put_off() {
        MailAccount nowhere = new MailAccount("mail.invalid", 587, MailAccount.Security.STARTTLS, "u", FROM, "", null);
        assertThat(trouble(smtp.deliver(nowhere, "secret", BYTES, ENVELOPE))).isEqualTo(Trouble.NO_SUCH_HOST);
    }

    @Test
    void a_port_where_nobody_listens_is_put_off() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Delivery delivery = smtp.deliver(MailAccount.onThisMachine(port, FROM, ""), "", BYTES, ENVELOPE);
        assertThat(trouble(delivery)).isEqualTo(Trouble.REFUSED);
    }

    @Test
    void a_portal_that_answers_with_a_web_page_is_no_mail_server() {
        server.on(Step.GREETING, replyThenDrop("HTTP/1.1 302 Found\r\nLocation: https://portal.example/"));
        assertThat(trouble(send())).isEqualTo(Trouble.NOT_A_MAIL_SERVER);
        Delivery overTls = smtp.deliver(account(MailAccount.Security.TLS), "secret", BYTES, ENVELOPE);
        assertThat(trouble(overTls)).isEqualTo(Trouble.NO_TLS);
    }

    static Stream<MailAccount.Security> encrypted() {
        return Stream.of(MailAccount.Security.STARTTLS, MailAccount.Security.TLS);
    }

    private void certificate(MailAccount.Security security, String name) {
        if (security == MailAccount.Security.TLS) {
            server.tls(TestCertificates.server(name));
        } else {
            server.starttls(TestCertificates.server(name));
        }
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void a_good_certificate_is_taken_and_the_login_goes_over_the_encrypted_line(MailAccount.Security security) {
        certificate(security, "good");
        assertThat(smtp.deliver(account(security), "secret", BYTES, ENVELOPE)).isInstanceOf(Delivery.Sent.class);
        assertThat(server.commands()).contains("AUTH").doesNotContain("AUTH in clear");
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void an_expired_certificate_stops_everything(MailAccount.Security security) {
        certificate(security, "expired");
        assertRefused(security, smtp, Trouble.CERTIFICATE_EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void a_certificate_of_another_name_stops_everything(MailAccount.Security security) {
        certificate(security, "other");
        assertRefused(security, smtp, Trouble.CERTIFICATE_NAME);
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void a_certificate_of_an_unknown_authority_stops_everything(MailAccount.Security security) {
        certificate(security, "good");
        Smtp ordinary = new Smtp((javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault(), SHORT);
        assertRefused(security, ordinary, Trouble.CERTIFICATE_UNTRUSTED);
    }

    private void assertRefused(MailAccount.Security security, Smtp with, Trouble trouble) {
        Delivery delivery = with.deliver(account(security), "secret", BYTES, ENVELOPE);
        assertThat(delivery).isInstanceOf(Delivery.Failed.class);
        assertThat(trouble(delivery)).isEqualTo(trouble);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
    }

    @Test
    void a_login_that_the_server_does_not_offer_is_no_login() {
        server.tls(TestCertificates.server("good")).offering("8BITMIME");
        Delivery delivery = smtp.deliver(account(MailAccount.Security.TLS), "secret", BYTES, ENVELOPE);
        assertThat(trouble(delivery)).isEqualTo(Trouble.NO_LOGIN_OFFERED);
        server.offering("AUTH GSSAPI");
        assertThat(trouble(smtp.deliver(account(MailAccount.Security.TLS), "secret", BYTES, ENVELOPE)))
                .isEqualTo(Trouble.NO_LOGIN_OFFERED);
        assertThat(server.received()).isEmpty();
    }

    // one line for a run

    @Test
    void many_messages_go_over_one_connection_and_a_failed_one_costs_a_new_one() {
        server.on(Step.RCPT, reply("250 ok"), reply("550 no"), reply("250 ok"));
        try (Carrier line = smtp.line(open(), "")) {
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Sent.class);
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Failed.class);
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Sent.class);
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Sent.class);
        }
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void a_line_closed_while_idle_is_opened_again_before_anything_is_handed_over() {
        server.on(Step.MAIL, reply("250 ok"), replyThenDrop("421 idle too long"), reply("250 ok"));
        try (Carrier line = smtp.line(open(), "")) {
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Sent.class);
            assertThat(line.deliver(ENVELOPE, BYTES)).isInstanceOf(Delivery.Sent.class);
        }
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void giving_up_from_another_thread_ends_the_wait_and_is_unknown_after_the_dot() throws Exception {
        Smtp patient = new Smtp(TestCertificates.trusting(), Smtp.Patience.FOR_MESSAGES);
        server.on(Step.DOT, silence());
        Carrier line = patient.line(open(), "");
        CompletableFuture<Delivery> delivery = CompletableFuture.supplyAsync(() -> line.deliver(ENVELOPE, BYTES));
        while (server.received().isEmpty()) {
            Thread.sleep(10);
        }
        line.abort();
        assertThat(delivery.get(3, TimeUnit.SECONDS)).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void an_address_in_other_letters_goes_only_to_a_server_that_can_carry_it() {
        Envelope envelope = new Envelope(FROM, new EmailAddress("用户@例子.广告"), "one");
        assertThat(trouble(smtp.deliver(open(), "", BYTES, envelope))).isEqualTo(Trouble.ADDRESS_NEEDS_UTF8);
        server.offering("SMTPUTF8", "8BITMIME");
        assertThat(smtp.deliver(open(), "", BYTES, envelope)).isInstanceOf(Delivery.Sent.class);
        assertThat(server.received().getFirst().to()).isEqualTo("RCPT TO:<用户@xn--fsqu00a.xn--4rr70v>");
        assertThat(server.received().getFirst().from()).contains("SMTPUTF8");
    }

    @Test
    void a_domain_in_other_letters_is_written_in_ascii_and_needs_no_special_server() {
        Envelope envelope = new Envelope(FROM, new EmailAddress("info@müller.de"), "one");
        assertThat(smtp.deliver(open(), "", BYTES, envelope)).isInstanceOf(Delivery.Sent.class);
        assertThat(server.received().getFirst().to()).isEqualTo("RCPT TO:<info@xn--mller-kva.de>");
    }

    @Test
    void the_name_of_this_machine_is_not_told() throws IOException {
        send();
        String host = InetAddress.getLocalHost().getHostName();
        assertThat(server.commands()).contains("EHLO [127.0.0.1]");
        assertThat(List.copyOf(server.commands())).noneMatch(c -> host.length() > 3 && c.contains(host));
    }
}
