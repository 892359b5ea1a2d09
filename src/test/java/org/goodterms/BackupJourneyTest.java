package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.goodterms.company.Founding;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Progress;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A backup made in the window, restored beside the book and compared; and the one that is made when the window closes. */
class BackupJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private Bookcase books;
    private Desktop desktop;

    @BeforeEach
    void start() {
        books = new Bookcase(home, Desks.CLOCK, null);
        Bookcase.Opened opened = (Bookcase.Opened) books.make(home.resolve("live").toString(), Founding.of("Lark & Reed", "DE", "EUR"));
        customer(opened.app(), "Brightwater Hotels");
        opened.app().close();
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new javafx.stage.Stage(), books, Desks.CLOCK, Preferences.forgetful(), overlay -> Tasks.inline());
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            made.show(home.resolve("live"));
            return made;
        });
        Window.settle();
    }

    @AfterEach
    void stop() {
        Window.run(() -> desktop.stage().close());
    }

    private static void customer(App app, String name) {
        app.customers().add(app.customers().blank().with(CustomerField.CODE, name.substring(0, 3)).with(CustomerField.NAME, name)).orThrow();
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
    }

    private List<String> words() {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    @Test
    void a_backup_is_made_restored_beside_the_book_and_compared() throws Exception {
        press("#go-settings");
        robot.interact(() -> robot.lookup("#chip-BACKUPS").queryAs(ToggleButton.class).fire());
        press("#backup-now");
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
        Screenshots.take("settings-backups", desktop.stage().getScene());
        press("#backup-beside");
        assertThat(words()).contains("The backup holds what this book holds.");
        Screenshots.take("settings-backups-restored", desktop.stage().getScene());
        try (var places = Files.list(home.resolve("Good Terms"))) {
            Path restored = places.findFirst().orElseThrow();
            assertThat(restored.getFileName().toString()).isEqualTo("Lark & Reed restored 2026-03-02");
            try (App app = ((Bookcase.Opened) books.open(restored.toString())).app()) {
                assertThat(app.customers().list()).hasSize(1);
            }
        }
    }

    @Test
    void closing_the_window_makes_a_backup_of_what_changed() throws Exception {
        Window.run(() -> desktop.stage().close());
        try (App app = ((Bookcase.Opened) books.open(home.resolve("live").toString())).app()) {
            assertThat(app.backups().kept()).hasSize(1);
            assertThat(app.backups().lastBackup().orElseThrow().totals()).isEqualTo(app.backups().totals());
            assertThat(books.restore(app.backups().kept().getFirst().file(), home.resolve("again").toString(), Progress.NONE))
                    .isInstanceOf(Bookcase.Opened.class);
        }
    }
}
