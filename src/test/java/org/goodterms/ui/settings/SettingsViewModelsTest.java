package org.goodterms.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.goodterms.App;
import org.goodterms.company.Company;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.secret.SecretPlace;
import org.goodterms.secret.Secrets;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The firm and the mail account as they are changed, over a real book. */
class SettingsViewModelsTest {
    private TestBook book;
    private Desk desk;
    private App app;
    private final Kept keychain = new Kept();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        app = new App(book.app.db(), Desks.CLOCK, Ids.counting(), book.app.changes(), new Secrets(keychain, new Kept()));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void the_firm_is_changed_and_stays_changed() {
        CompanyViewModel model = new CompanyViewModel(desk, book.app.company());
        model.load();
        model.field("name").set("Lark & Reed");
        model.field("defaultTerms").set("2/10 net 30");
        model.field("accent").set("#2f6f9f");
        model.paper.set(Company.Paper.LETTER);
        Window.run(model::save);
        Company stored = book.app.company().company();
        assertThat(model.problems.get()).isEmpty();
        assertThat(stored.name()).isEqualTo("Lark & Reed");
        assertThat(stored.practice().paper()).isEqualTo(Company.Paper.LETTER);
        assertThat(stored.look().accent()).isEqualTo("#2f6f9f");
    }

    @Test
    void what_is_wrong_is_named_at_its_field_and_nothing_changes() {
        CompanyViewModel model = new CompanyViewModel(desk, book.app.company());
        model.load();
        model.field("name").set("");
        model.field("defaultTerms").set("whenever");
        model.field("accent").set("blue");
        Window.run(model::save);
        assertThat(model.problems.get()).extracting(Problem::field).contains("name", "defaultTerms", "accent");
        model.field("zone").set("Moon/Crater");
        Window.run(model::save);
        assertThat(model.problems.get()).extracting(Problem::field).containsExactly("zone");
        assertThat(book.app.company().company().name()).isEqualTo("Firm");
    }

    /** A keychain that holds its secrets in memory. */
    private static final class Kept implements SecretPlace {
        private final Map<String, String> kept = new HashMap<>();

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
    }

    private MailViewModel mail(String host, String port) {
        MailViewModel model = new MailViewModel(desk, app.mail());
        model.load();
        model.field("host").set(host);
        model.field("port").set(port);
        model.field("security").set("none");
        model.field("from").set("billing@example.org");
        return model;
    }

    @Test
    void a_mail_account_is_stored_and_its_password_elsewhere() {
        MailViewModel model = mail("localhost", "2525");
        model.field("user").set("billing");
        model.password.set("secret");
        Window.run(model::save);
        assertThat(model.problems.get()).isEmpty();
        assertThat(app.mail().settings()).containsEntry("host", "localhost");
        assertThat(keychain.kept).containsValue("secret");
        assertThat(app.mail().settings().values()).doesNotContain("secret");
        model.field("host").set("");
        Window.run(model::save);
        assertThat(app.mail().settings()).isEmpty();
        assertThat(keychain.kept).isEmpty();
    }

    @Test
    void a_server_elsewhere_without_encryption_is_refused_at_its_field() {
        MailViewModel model = mail("smtp.example.org", "25");
        Window.run(model::save);
        assertThat(model.problems.get()).extracting(Problem::field).contains("security");
        assertThat(app.mail().settings()).isEmpty();
    }

    @Test
    void a_logo_is_taken_shown_and_removed_and_what_is_no_picture_is_refused() throws Exception {
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(80, 40, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(app.logo().set(png.toByteArray()).isOk()).isTrue();
        assertThat(app.logo().picture()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(png.toByteArray()));
        assertThat(app.logo().set("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)).problems())
                .extracting(Problem::field).containsExactly("logo");
        assertThat(app.logo().picture()).as("the former one stays").isPresent();
        app.logo().remove().orThrow();
        assertThat(app.logo().picture()).isEmpty();
    }

    @Test
    void the_connection_test_says_what_it_reached_or_what_to_change() throws Exception {
        try (java.net.ServerSocket nobody = new java.net.ServerSocket(0)) {
            int port = nobody.getLocalPort();
            nobody.close();
            MailViewModel model = mail("localhost", String.valueOf(port));
            Window.run(model::test);
            assertThat(model.problems.get()).extracting(Problem::field).containsExactly("port");
            assertThat(model.result.get()).isEmpty();
        }
    }
}
