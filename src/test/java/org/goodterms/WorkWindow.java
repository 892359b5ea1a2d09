package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Overlay;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** The window of the program at work on a book, of the usual size; what it does in the background it does at once. */
final class WorkWindow implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    final Desktop desktop;
    final Navigator go;
    private @Nullable Overlay overlay;

    /** At work on a book that is open already. */
    WorkWindow(Path home, App book) {
        this(new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE),
                new Bookcase.Opened(book, "/home/mira/Good Terms/Lark & Reed Studio", List.of()), Preferences.forgetful());
    }

    WorkWindow(Bookcase books, Bookcase.Opened opened, Preferences preferences) {
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), books, Desks.CLOCK, preferences, over -> {
                overlay = over;
                return Tasks.inline();
            });
            made.show(null);
            made.stage().setWidth(Screenshots.Size.USUAL.width());
            made.stage().setHeight(Screenshots.Size.USUAL.height());
            return made;
        });
        go = Window.on(() -> desktop.work(opened));
        Window.settle();
    }

    /** What lies over the page: dialogs, toasts. */
    Overlay overlay() {
        return Objects.requireNonNull(overlay);
    }

    void show(Place place) {
        Window.run(() -> go.go(place));
        Window.settle();
    }

    /** Fires the button of that id, as a click or Enter does. */
    void press(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
    }

    void type(String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
        Window.settle();
    }

    /** Writes what the window shows, light and dark. */
    void picture(String name) {
        Window.settle();
        for (boolean dark : new boolean[] {false, true}) {
            Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
            Path file = Screenshots.take(name + (dark ? "-dark" : "-light"), desktop.stage().getScene());
            try {
                assertThat(Files.size(file)).as(name).isGreaterThan(8_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    @Override
    public void close() {
        Window.run(() -> desktop.stage().close());
    }
}
