package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.ledger.Entry;
import org.goodterms.recurring.EntryTemplate;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.goodterms.ui.settings.SettingsView.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Pictures of every screen over the sample book, light and dark: for looking at, and none may fail. */
class DesktopPicturesTest {
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
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            return made;
        });
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private void picture(String name) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
            Path file = Screenshots.take(name + (dark ? "-dark" : "-light"), desktop.stage().getScene());
            assertThat(Files.size(file)).as(name).isGreaterThan(8_000);
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    private static int firstIssued(TableView<?> list) {
        return java.util.stream.IntStream.range(0, list.getItems().size())
                .filter(i -> !((InvoiceRow) list.getItems().get(i)).number().isEmpty()).findFirst().orElseThrow();
    }

    private void go(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
    }

    private void recurring() throws Exception {
        go("#go-recurring");
        picture("recurring");
        go("#recurring-entry-new");
        go("#books-entry");
        picture("journal-entry");
        robot.push(KeyCode.ESCAPE);
        Window.settle();
        go("#go-recurring");
        go("#recurring-new");
        picture("recurring-new");
    }

    private void rent() {
        var entries = book.app.recurring().entries();
        org.joda.money.Money amount = org.joda.money.Money.of(book.app.company().company().currency(), 1200);
        entries.add(new EntryTemplate(entries.nextId(), "Rent of the studio", new Schedule(Schedule.Unit.MONTH, 1,
                org.goodterms.fixture.SampleBook.today().minusMonths(2).withDayOfMonth(1), 1, null, true), "Rent {month}",
                List.of(Entry.Posting.debit("6000", amount), Entry.Posting.credit("1000", amount)), Template.State.NEW)).orThrow();
    }

    @Test
    void every_screen_is_drawn() throws Exception {
        picture("start");
        go("#start-make");
        picture("start-own-book");
        Window.run(() -> desktop.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of())));
        go("#go-customers");
        picture("customers");
        robot.interact(() -> {
            TableView<?> list = robot.lookup("#customers").queryTableView();
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(2);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        picture("customer");
        go("#contact-log");
        picture("customer-call");
        robot.push(KeyCode.ESCAPE);
        go("#customer-edit");
        picture("customer-edit");
        go("#go-aging");
        picture("aging");
        book.app.reporting().monthly().day("1").orThrow();
        go("#statements-open");
        picture("statements");
        go("#go-invoices");
        picture("invoices");
        go("#invoice-new");
        picture("invoice-new");
        go("#go-invoices");
        robot.interact(() -> {
            TableView<?> list = robot.lookup("#invoices").queryTableView();
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(firstIssued(list));
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        picture("invoice");
        rent();
        robot.interact(() -> robot.lookup("#invoice-more").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "einvoice-out".equals(item.getId())).findFirst().orElseThrow().fire());
        Window.settle();
        picture("einvoice-out");
        robot.push(KeyCode.ESCAPE);
        recurring();
        go("#go-followups");
        picture("followups");
        go("#followup-new");
        picture("followup-new");
        go("#go-settings");
        for (Subject subject : Subject.values()) {
            robot.interact(() -> robot.lookup("#chip-" + subject).queryAs(javafx.scene.control.ToggleButton.class).fire());
            Window.settle();
            picture("settings-" + subject.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }
}
