package org.goodterms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.fixture.ScriptedSmtpServer.Action;
import org.goodterms.fixture.ScriptedSmtpServer.Step;
import org.goodterms.fixture.TestCertificates;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAccountTest {
    static final EmailAddress FROM = new EmailAddress("books@example.org");
    static final Map<String, String> GOOD = Map.of("host", "smtp.example.org", "port", "587", "security", "starttls",
            "user", "books", "from", "books@example.org", "fromName", "Müller & Söhne", "replyTo", "office@example.org");

    @Test
    void an_account_comes_back_from_its_settings() {
        MailAccount account = MailAccount.read(GOOD).orThrow();
        assertThat(account.settings()).containsExactlyInAnyOrderEntriesOf(GOOD);
        assertThat(account.secretName()).isEqualTo("smtp/books@smtp.example.org");
    }

    @ParameterizedTest
    @CsvSource({"host,,mail.host_invalid", "host,a b,mail.host_invalid", "host,'evil.org;x',mail.host_invalid",
            "port,0,mail.port_invalid", "port,70000,mail.port_invalid", "port,x,mail.port_invalid",
            "security,plain,mail.security_unknown", "security,none,mail.must_encrypt", "from,books,kernel.email_invalid",
            "replyTo,'a@b.org,c@d.org',kernel.email_invalid"})
    void a_wrong_setting_is_named(String key, String value, String code) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(key, value == null ? "" : value);
        List<Problem> problems = MailAccount.read(settings).problems();
        assertThat(problems).extracting(Problem::field).containsExactly(key);
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(Texts.of(Locale.ENGLISH).of(problems.getFirst())).isNotBlank().doesNotContain("{");
    }

    @Test
    void control_characters_in_user_and_name_are_refused() {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put("user", "a\r\nRCPT TO:<x@y.org>");
        settings.put("fromName", "a\u0000b");
        assertThat(MailAccount.read(settings).problems()).extracting(Problem::code)
                .containsExactly("typed.control_character", "typed.control_character");
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "::1", "127.1.2.3"})
    void this_machine_needs_no_encryption(String host) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put("host", host);
        settings.put("security", "none");
        assertThat(MailAccount.read(settings).isOk()).isTrue();
        settings.put("host", host + ".example.org");
        assertThat(MailAccount.read(settings).isOk()).isFalse();
    }

    // the connection test

    private static Outcome<String> test(ScriptedSmtpServer server, MailAccount.Security security) {
        MailAccount account = new MailAccount("localhost", server.port(), security, "books", FROM, "", null);
        Smtp.Patience patience = new Smtp.Patience(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400));
        return new ConnectionTest(TestCertificates.trusting(), patience).run(account, "secret");
    }

    @Test
    void a_good_account_is_good_and_nothing_is_sent() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().starttls(TestCertificates.server("good"))) {
            assertThat(test(server, MailAccount.Security.STARTTLS)).isEqualTo(Outcome.ok("localhost"));
            assertThat(server.commands()).noneMatch(c -> c.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS,none,,mail.no_starttls,security", "TLS,none,,mail.no_tls,security",
            "TLS,expired,,mail.certificate_expired,", "TLS,other,,mail.certificate_name,host",
            "TLS,good,535 wrong,mail.login_refused,password", "TLS,good,454 later,mail.busy,"})
    void each_trouble_has_its_diagnosis_in_plain_words(MailAccount.Security security, String certificate, String auth,
                                                       String code, String field) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            if (!certificate.equals("none")) {
                server.tls(TestCertificates.server(certificate));
            }
            if (auth != null) {
                server.on(Step.AUTH, Action.reply(auth));
            }
            Problem problem = test(server, security).problems().getFirst();
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("localhost").doesNotContain("{", "secret");
        }
    }

    @Test
    void every_trouble_has_a_text() {
        Texts texts = Texts.of(Locale.ENGLISH);
        for (Trouble trouble : Trouble.values()) {
            assertThat(texts.has("problem." + trouble.code())).as(trouble.name()).isTrue();
        }
    }

    // files instead of a server

    @TempDir
    Path folder;

    @Test
    void a_file_holds_the_very_bytes_and_the_same_message_is_the_same_file() throws Exception {
        EmlFolder carrier = new EmlFolder(folder.resolve("new/eml"));
        Envelope envelope = new Envelope(FROM, new EmailAddress("anna@example.com"), "C7-2026-03-16-R2");
        Delivery first = carrier.deliver(envelope, new byte[] {1, 2, 3});
        assertThat(first).isEqualTo(new Delivery.Sent(folder.resolve("new/eml/C7-2026-03-16-R2.eml").toString()));
        assertThat(carrier.deliver(envelope, new byte[] {1, 2, 3})).isEqualTo(first);
        assertThat(carrier.deliver(envelope, new byte[] {9})).isEqualTo(
                new Delivery.Sent(folder.resolve("new/eml/C7-2026-03-16-R2-2.eml").toString()));
        assertThat(folder.resolve("new/eml/C7-2026-03-16-R2.eml")).hasBinaryContent(new byte[] {1, 2, 3});
        try (var files = Files.list(folder.resolve("new/eml"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_folder_that_is_none_is_a_failure_that_stops_the_run() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Delivery delivery = new EmlFolder(file).deliver(new Envelope(FROM, FROM, "a"), new byte[1]);
        assertThat(delivery).isInstanceOfSatisfying(Delivery.Failed.class, f -> assertThat(f.trouble().stopsRun()).isTrue());
    }

    @Test
    void a_draft_is_opened_in_the_mail_program_or_its_path_is_told() throws Exception {
        Path[] opened = new Path[1];
        Outcome<Path> outcome = new MailProgram(folder, file -> opened[0] = file).open("draft", new byte[] {'a'});
        assertThat(outcome).isEqualTo(Outcome.ok(opened[0]));
        assertThat(opened[0]).hasContent("X-Unsent: 1\r\na");
        MailProgram none = new MailProgram(folder, file -> {
            throw new java.io.IOException("no program");
        });
        Problem problem = none.open("draft", new byte[] {'a'}).problems().getFirst();
        assertThat(problem.code()).isEqualTo("mail.no_program");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains(folder.resolve("draft.eml").toString());
    }
}
