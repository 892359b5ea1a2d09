package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The morning in pictures: the day's page with work and without, the outbox and a message; light and dark, small and usual. */
class MorningPicturesTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private SampleBook book;
    private Desktop desktop;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE), Desks.CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            return made;
        });
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private void pictures(String name) throws Exception {
        for (int[] size : new int[][] {{1280, 800}, {1000, 680}}) {
            Window.run(() -> {
                desktop.stage().setWidth(size[0]);
                desktop.stage().setHeight(size[1]);
            });
            Window.settle();
            for (boolean dark : new boolean[] {false, true}) {
                Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
                Path file = Screenshots.take(name + "-" + size[0] + (dark ? "-dark" : "-light"), desktop.stage().getScene());
                assertThat(Files.size(file)).as(name).isGreaterThan(8_000);
            }
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    private void work() {
        Window.run(() -> desktop.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of())));
        Window.settle();
    }

    @Test
    void the_morning_is_drawn() throws Exception {
        work();
        pictures("today");
        robot.interact(() -> robot.lookup("#today-list").queryListView().requestFocus());
        robot.push(KeyCode.S);
        pictures("today-skip");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> robot.lookup("#screen-outbox").queryButton().fire());
        pictures("outbox");
        robot.interact(() -> robot.lookup("#messages").queryTableView().requestFocus());
        robot.interact(() -> robot.lookup("#messages").queryTableView().getSelectionModel().selectFirst());
        robot.push(KeyCode.ENTER);
        Window.settle();
        pictures("message");
    }

    @Test
    void a_day_without_work_is_drawn() throws Exception {
        book.app.followUps().list(FollowUp.Filter.OPEN).forEach(task -> book.app.followUps().done(task.id(), "").orThrow());
        work();
        pictures("today-done");
    }

    private void openFirst(String list) {
        robot.interact(() -> {
            robot.lookup(list).queryTableView().requestFocus();
            robot.lookup(list).queryTableView().getSelectionModel().clearAndSelect(3);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
    }

    @Test
    void who_owes_what_is_drawn() throws Exception {
        work();
        robot.interact(() -> robot.lookup("#go-aging").queryButton().fire());
        Window.settle();
        openFirst("#aging-due-date");
        pictures("aging-items");
        robot.interact(() -> robot.lookup("#statement").queryButton().fire());
        Window.settle();
        pictures("statement");
        robot.interact(() -> robot.lookup("#chip-BALANCE_FORWARD").queryAs(javafx.scene.control.ToggleButton.class).fire());
        Window.settle();
        pictures("statement-movements");
    }

    @Test
    void the_plan_is_drawn() throws Exception {
        work();
        robot.interact(() -> robot.lookup("#go-reminders").queryButton().fire());
        Window.settle();
        pictures("plan");
        robot.interact(() -> robot.lookup("#chip-LEAVE").queryAs(javafx.scene.control.ToggleButton.class).fire());
        Window.settle();
        pictures("plan-left-alone");
        robot.interact(() -> robot.lookup("#chip-WRITE").queryAs(javafx.scene.control.ToggleButton.class).fire());
        openFirst("#plan-messages");
        pictures("plan-message");
    }
}
