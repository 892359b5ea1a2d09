package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.input.KeyCode;
import javafx.scene.control.TableView;
import org.goodterms.customer.CustomerRow;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The program as its user meets it: clicks and keys in the real window over a real book. */
class DesktopJourneyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneId.of("Europe/Berlin"));
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private Desktop desktop;

    @BeforeEach
    void start() {
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new javafx.stage.Stage(), new Bookcase(home, CLOCK, null), CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            return made;
        });
        Window.settle();
    }

    @AfterEach
    void stop() {
        Window.run(() -> desktop.stage().close());
    }

    private void type(String id, String text) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().requestFocus());
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(text));
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void first_start_own_book_new_customer_found_by_search() {
        Screenshots.take("start-choose", desktop.stage().getScene());
        press("#start-make");
        press("#start-make_it");
        assertThat(Files.exists(home.resolve("Good Terms"))).as("refused without a name, nothing made").isFalse();
        type("#field-name", "Lark & Reed Studio");
        type("#field-country", "Germany");
        Screenshots.take("start-make", desktop.stage().getScene());
        press("#start-make_it");
        assertThat(Files.exists(home.resolve("Good Terms/Lark & Reed Studio/book.mv.db"))).isTrue();
        assertThat(desktop.stage().getTitle()).startsWith("Lark & Reed Studio");

        robot.interact(() -> robot.lookup("#go-customers").queryButton().fire());
        Screenshots.take("customers-empty", desktop.stage().getScene());
        robot.push(KeyCode.CONTROL, KeyCode.N);
        type("#field-code", "BRIGHT");
        type("#field-name", "Brightwater Hotels");
        type("#field-city", "Bremen");
        Screenshots.take("customer-new", desktop.stage().getScene());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        Screenshots.take("customer-made", desktop.stage().getScene());

        robot.interact(() -> robot.lookup("#go-customers").queryButton().fire());
        TableView<CustomerRow> list = robot.lookup("#customers").queryTableView();
        assertThat(list.getItems()).extracting(CustomerRow::name).containsExactly("Brightwater Hotels");
        type("#filter", "brem bright");
        assertThat(list.getItems()).extracting(CustomerRow::code).containsExactly("BRIGHT");
        type("#filter", "nobody");
        assertThat(list.getItems()).isEmpty();
    }
}
