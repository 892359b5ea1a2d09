package org.goodterms.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Keys, palette, search and side bar of the real window, without a display. */
class MainWindowTest {
    private final FxRobot robot = new FxRobot();
    private DemoScreens demo;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() {
        Window.run(() -> {
            demo = new DemoScreens();
            window = demo.window();
            demo.desk.navigator().home(Place.of("today"));
        });
        stage = Window.show(window.root(), 980, 680);
        Window.run(() -> new Theme().dress(stage.getScene(), false));
        Window.settle();
    }

    @AfterEach
    void close() {
        Window.run(() -> {
            demo.desk.overlay().close();
            stage.close();
        });
    }

    private Set<String> words() {
        Window.settle();
        return Window.on(() -> window.root().lookupAll(".label").stream().filter(MainWindowTest::seen)
                .map(node -> ((Labeled) node).getText()).filter(text -> text != null).collect(Collectors.toSet()));
    }

    private static boolean seen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void the_side_bar_leads_to_its_screens_and_lights_them() {
        robot.clickOn("#go-invoices");
        assertThat(demo.desk.navigator().section().get()).isEqualTo("invoices");
        assertThat(Window.on(() -> window.root().lookup("#go-invoices").getStyleClass())).contains("lit");
        assertThat(Window.on(() -> window.root().lookup("#go-today").getStyleClass())).doesNotContain("lit");
    }

    @Test
    void a_small_window_shows_icons_alone() {
        assertThat(words()).doesNotContain("Follow-ups");
        Window.run(() -> stage.setWidth(1200));
        assertThat(words()).contains("Follow-ups", "Larkfield Studio");
    }

    @Test
    void the_palette_finds_a_command_by_a_few_letters() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("aging");
        assertThat(words()).contains("Aging");
        robot.push(KeyCode.ENTER);
        assertThat(demo.desk.navigator().section().get()).isEqualTo("aging");
        assertThat(demo.desk.overlay().isOpen()).isFalse();
    }

    @Test
    void the_search_shows_what_it_found_and_goes_there() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("bri");
        assertThat(words()).contains("Brightwater Hotels", "C-1007 · 4 open");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(demo.desk.navigator().section().get()).isEqualTo("invoices");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(demo.desk.navigator().section().get()).isEqualTo("today");
    }

    @Test
    void escape_closes_what_lies_over_the_window() {
        robot.push(KeyCode.F1);
        assertThat(words()).contains("Ctrl+K");
        robot.push(KeyCode.ESCAPE);
        Window.settle();
        assertThat(demo.desk.overlay().isOpen()).isFalse();
    }

    @Test
    void keys_go_to_the_screen_first_and_not_at_all_under_a_dialog() {
        List<String> done = new ArrayList<>();
        Window.run(() -> demo.desk.overlay().confirm("Sure?", "It cannot be undone.", Action.of("Yes", "fth-check", () -> done.add("yes"))));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(words()).doesNotContain("Done").contains("It cannot be undone.");
        robot.push(KeyCode.ENTER);
        assertThat(done).as("Enter stands on cancel").isEmpty();
        assertThat(demo.desk.overlay().isOpen()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(words()).contains("Done");
    }

    @Test
    void a_notice_offers_to_undo_and_goes() {
        List<String> done = new ArrayList<>();
        Window.run(() -> demo.desk.overlay().undoable("Follow-up done", () -> done.add("undone")));
        robot.clickOn("Undo");
        assertThat(done).containsExactly("undone");
        assertThat(words()).doesNotContain("Follow-up done");
    }

    @Test
    void the_numbers_of_the_side_bar_follow() {
        Window.run(() -> {
            stage.setWidth(1200);
            window.sections().getFirst().waiting().set(1234);
            window.sections().get(2).waiting().set(0);
        });
        assertThat(words()).contains("999+").doesNotContain("17");
    }

    @Test
    void letters_in_order_find_a_name_and_beginnings_of_words_come_first() {
        List<String> names = List.of("Export the list", "New invoice", "Invoices", "Payments", "Einvoice settings");
        assertThat(Fuzzy.best(names, n -> n, "ninv")).containsExactly("New invoice");
        assertThat(Fuzzy.best(names, n -> n, "inv").getFirst()).isIn("Invoices", "New invoice");
        assertThat(Fuzzy.best(names, n -> n, "zzz")).isEmpty();
        assertThat(Fuzzy.best(names, n -> n, "")).isEqualTo(names);
    }
}
