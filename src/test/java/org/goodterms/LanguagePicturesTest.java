package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.settings.SettingsView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window changes its language at once, without closing the book; the main screens in each, with pictures. */
class LanguagePicturesTest {
    private static final Map<String, List<String>> SAID = Map.of(
            "de", List.of("Kunden", "Einstellungen", "Hell"), "fr", List.of("Clients", "Réglages", "Clair"),
            "es", List.of("Clientes", "Ajustes", "Claro"), "en", List.of("Customers", "Settings", "Light"));
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private final Preferences preferences = Preferences.forgetful();
    private SampleBook book;
    private WorkWindow window;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        window = new WorkWindow(new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE),
                new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of()), preferences);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void speak(String language) {
        Window.run(() -> window.desktop.navigator().home(Place.of("settings", SettingsView.Subject.WINDOW.name())));
        Window.settle();
        robot.interact(() -> robot.lookup("#chip-" + language).queryAs(ToggleButton.class).fire());
        Window.settle();
    }

    private boolean says(String text) {
        return robot.lookup(node -> node instanceof Labeled labeled && text.equals(labeled.getText())).tryQuery().isPresent();
    }

    private void picture(String language, String place) throws Exception {
        Window.run(() -> window.desktop.navigator().home(Place.of(place)));
        Window.settle();
        Path file = Screenshots.take(language + "-" + place.replace('.', '-'), window.desktop.stage().getScene());
        assertThat(Files.size(file)).as(place).isGreaterThan(8_000);
    }

    @Test
    void the_language_holds_at_once_and_the_book_stays_open() throws Exception {
        App open = window.desktop.open();
        for (String language : List.of("de", "fr", "es")) {
            speak(language);
            assertThat(preferences.get("window.language")).contains(language);
            assertThat(window.desktop.open()).as("the same book").isSameAs(open);
            SAID.get(language).forEach(word -> assertThat(says(word)).as(language + ": " + word).isTrue());
            assertThat(says("Customers")).isFalse();
            for (String place : language.equals("de") ? List.of("today", "customers", "invoice.new", "reminders", "bank") : List.of("today", "reminders")) {
                picture(language, place);
            }
            Window.run(() -> window.desktop.navigator().home(Place.of("customers")));
            Window.settle();
            TableView<?> customers = robot.lookup("#customers").queryTableView();
            assertThat(customers.getItems()).as("its data are the same in every language").isNotEmpty();
        }
        speak("en");
        SAID.get("en").forEach(word -> assertThat(says(word)).as(word).isTrue());
    }
}
