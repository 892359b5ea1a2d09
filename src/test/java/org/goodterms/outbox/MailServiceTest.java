package org.goodterms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Founding;
import org.goodterms.company.NumberService;
import org.goodterms.db.Database;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.ConnectionTest;
import org.goodterms.mail.OutgoingMail.Attachment;
import org.goodterms.mail.OutgoingMail.Words;
import org.goodterms.mail.Smtp;
import org.goodterms.outbox.Message.Parcel;
import org.goodterms.secret.SecretPlace;
import org.goodterms.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServiceTest {
    private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneOffset.UTC);
    private static final Founding FOUNDING = Founding.of("Firm", "DE", "EUR").withFirm(new Company.Firm("Müller & Söhne",
            Address.in("DE"), "", "", new Company.Reach("post@example.org", "", "", "")));
    @TempDir
    private Path folder;
    private final Database db = Database.inMemory(CLOCK, new Changes());
    private final Map<String, String> kept = new HashMap<>();
    private final Ids ids = Ids.counting();
    private MailService mail;
    private OutboxService outbox;
    private DispatchService dispatch;

    @BeforeEach
    void open() {
        Archive archive = Archive.inFolder(folder.resolve("documents"));
        CompanyService company = new CompanyService(db, ids, ZoneId.of("Europe/Berlin"), new NumberService(db));
        db.write(tx -> company.found(tx, FOUNDING)).orThrow();
        mail = new MailService(new MailService.Rooms(db, ids, CLOCK, company), archive, new Secrets(place(kept), place(new HashMap<>())),
                new Smtp(), new ConnectionTest());
        outbox = new OutboxService(db, ids);
        dispatch = new DispatchService(db, ids, CLOCK, archive);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static SecretPlace place(Map<String, String> kept) {
        return new SecretPlace() {
            @Override
            public Outcome<Optional<String>> get(String name) {
                return Outcome.ok(Optional.ofNullable(kept.get(name)));
            }

            @Override
            public Outcome<Secrets.Kept> put(String name, String secret) {
                kept.put(name, secret);
                return Outcome.ok(Secrets.Kept.KEYCHAIN);
            }

            @Override
            public Outcome<Boolean> remove(String name) {
                return Outcome.ok(kept.remove(name) != null);
            }
        };
    }

    private static String refusal(Outcome<?> outcome) {
        Problem problem = outcome.problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).isNotBlank().doesNotContain("{");
        return problem.code();
    }

    private MailService.Composed composed() {
        return mail.compose("Anna Petrović", "anna@example.com", new Words("Rechnung 2026-0001", "Guten Tag\n", null, "de"),
                List.of(new Attachment("Invoice-2026-0001.pdf", "application/pdf", new byte[] {37, 80, 68, 70})),
                Parcel.label("C7", "2026-03-16", "invoice")).orThrow();
    }

    private Message send(Way way, MailService.Composed composed) {
        Parcel parcel = mail.keep(composed).orThrow();
        Message message = db.write(tx -> outbox.enqueue(tx, Desk.about(null), parcel, true)).orThrow();
        try (Carrier carrier = mail.carrier(way).orThrow()) {
            dispatch.dispatch(carrier, DispatchService.Recheck.none(), Progress.NONE);
        }
        return outbox.message(message.id()).orElseThrow();
    }

    @Test
    void a_real_server_receives_the_very_bytes_that_were_read_before() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            MailService.Composed composed = composed();
            Message sent = send(Way.parse("smtp://localhost:" + server.getSmtp().getPort()).orThrow(), composed);
            assertThat(sent.state()).isEqualTo(Message.State.SENT);
            var received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            received[0].writeTo(raw);
            String text = raw.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
            String read = new String(composed.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(text.substring(text.indexOf("Date: ")).strip()).isEqualToNormalizingNewlines(read.strip());
            assertThat(received[0].getMessageID()).isEqualTo(sent.parcel().mailId());
            assertThat(mail.bytes(sent).orThrow()).isEqualTo(composed.bytes());
        } finally {
            server.stop();
        }
    }

    @Test
    void without_a_server_the_message_is_a_file_with_the_very_bytes() throws Exception {
        MailService.Composed composed = composed();
        Message sent = send(Way.parse("eml:" + folder.resolve("mail out")).orThrow(), composed);
        assertThat(sent.course().replyText()).isEqualTo(folder.resolve("mail out/c7-2026-03-16-invoice.eml").toString());
        assertThat(Files.readAllBytes(Path.of(sent.course().replyText()))).isEqualTo(composed.bytes());
    }

    @Test
    void the_account_comes_back_and_its_password_never_lies_in_the_book() {
        Map<String, String> settings = Map.of("host", "smtp.example.org", "port", "587", "security", "starttls", "user",
                "books", "from", "books@example.org", "fromName", "Books & Co", "replyTo", "office@example.org");
        assertThat(mail.settings()).isEmpty();
        assertThat(mail.save(settings, "s3cret").orThrow()).isEqualTo("secret.kept_in_keychain");
        assertThat(mail.settings()).isEqualTo(settings);
        assertThat(kept).containsExactly(Map.entry("smtp/books@smtp.example.org", "s3cret"));
        assertThat(mail.save(settings, "").orThrow()).isEmpty();
        assertThat(kept).hasSize(1);
        assertThat(new String(composed().bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                .contains("From: \"Books & Co\" <books@example.org>", "Reply-To: office@example.org");
        mail.forget().orThrow();
        assertThat(mail.settings()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void a_wrong_setting_stores_nothing() {
        assertThat(mail.save(Map.of("host", "smtp.example.org", "security", "none", "from", "a@b.org"), "x").problems())
                .extracting(Problem::code).containsExactly("mail.must_encrypt");
        assertThat(mail.settings()).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void an_account_or_password_that_is_missing_is_named() {
        assertThat(refusal(mail.carrier(new Way.Account()))).isEqualTo("outbox.no_account");
        mail.save(Map.of("host", "smtp.example.org", "security", "tls", "user", "u", "from", "a@b.org"), "").orThrow();
        assertThat(refusal(mail.carrier(new Way.Account()))).isEqualTo("outbox.no_password");
    }

    @Test
    void a_recipient_that_is_none_is_refused_before_anything_is_stored() {
        Words words = new Words("x", "y", null, "en");
        assertThat(refusal(mail.compose("A", "anna@", words, List.of(), "x"))).isEqualTo("kernel.email_invalid");
        assertThat(refusal(mail.compose("A\r\nBcc: x", "a@b.org", words, List.of(), "x"))).isEqualTo("typed.control_character");
    }

    @Test
    void a_trial_of_the_account_says_what_is_wrong() {
        Outcome<String> outcome = mail.test(Map.of("host", "localhost", "port", "1", "security", "none", "user", "",
                "from", "a@b.org"), "");
        assertThat(refusal(outcome)).isEqualTo("mail.refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "smtp://example.org:25", "smtp://localhost", "smtp://localhost:0", "smtp://localhost:99999",
            "eml:", "ftp:x", "eml:a\u0000b"})
    void a_way_that_is_none_is_refused(String text) {
        assertThat(refusal(Way.parse(text))).isEqualTo("outbox.no_such_way");
        assertThat(Way.parse("smtp").orThrow()).isEqualTo(new Way.Account());
    }

    @Test
    void what_waits_goes_the_way_that_is_wanted_or_stays_where_that_way_is_not_open() {
        Parcel parcel = mail.keep(composed()).orThrow();
        db.write(tx -> outbox.enqueue(tx, Desk.about(null), parcel, true)).orThrow();
        PostService post = new PostService(mail, dispatch);
        DispatchService.Recheck none = DispatchService.Recheck.none();
        assertThat(refusal(post.send(new Way.Account(), List.of(), none, Progress.NONE))).isEqualTo("outbox.no_account");
        assertThat(outbox.list(Message.State.QUEUED)).hasSize(1);
        Way way = new Way.Folder(folder.resolve("out").toString());
        assertThat(post.send(way, List.of(), none, Progress.NONE).orThrow().sent()).hasSize(1);
        assertThat(folder.resolve("out/c7-2026-03-16-invoice.eml")).exists();
    }

    @Test
    void a_firm_without_an_address_cannot_send() {
        try (Database other = Database.inMemory(CLOCK, new Changes())) {
            CompanyService company = new CompanyService(other, ids, ZoneId.of("Europe/Berlin"), new NumberService(other));
            other.write(tx -> company.found(tx, Founding.of("Firm", "DE", "EUR"))).orThrow();
            MailService mute = new MailService(new MailService.Rooms(other, ids, CLOCK, company),
                    Archive.inFolder(folder), new Secrets(place(kept), place(new HashMap<>())), new Smtp(), new ConnectionTest());
            assertThat(refusal(mute.sender())).isEqualTo("outbox.no_sender");
        }
    }
}
