package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
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
    private static final String[] NAMES = {"Alder & Sons Joinery", "Brightwater Hotels", "Caf\u00e9 Gr\u00f6\u00dfenwahn GmbH & Co. KG",
        "Dunmore Dental Practice", "Eastgate Physiotherapy and Sports Rehabilitation Centre of the Northern Districts Ltd",
        "Fjordlys Interi\u00f8r AS", "Halloran Print"};
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private TestBook book;
    private Desktop desktop;

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        for (int i = 0; i < NAMES.length; i++) {
            customer(i);
        }
        task(1, "Ask whether the transfer went out", -3);
        task(4, "Call back about the new bank account", 0);
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, null), Desks.CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            return made;
        });
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private Id<Customer> id(int i) {
        return book.app.customers().byCode("C-" + (1001 + i)).orThrow().id();
    }

    private void customer(int i) {
        Id<Customer> id = book.app.customers().add(book.app.customers().blank().with(CustomerField.NAME, NAMES[i])
                .with(CustomerField.CODE, "C-" + (1001 + i)).with(CustomerField.EMAIL, "office" + i + "@example.org")).orThrow().id();
        for (int k = 0; k <= i % 3; k++) {
            book.invoice(id, "2026-0" + (100 + i * 5 + k), LocalDate.of(2025, 12, 1).plusDays(31L * k + 3 * i), 240 + 310 * k + 97 * i + ".00",
                    "90.00", "19");
        }
        if (i % 2 == 0) {
            book.app.contacts().log(id, new Contact.Saying(TestBook.DAY.minusDays(3L + i), Contact.Means.PHONE,
                    Contact.Direction.OUT, "", "will pay", "", "")).orThrow();
        }
    }

    private void task(int i, String title, int days) {
        book.app.followUps().add(new FollowUp.Plan(id(i), FollowUp.Kind.FOLLOW_UP, title, "",
                List.of("2026-0" + (100 + i * 5)), TestBook.DAY.plusDays(Math.max(0, days)))).orThrow();
        if (days < 0) {
            book.app.db().write(tx -> {
                tx.sql().execute("update task set due_date = ? where title = ?", TestBook.DAY.plusDays(days), title);
                return org.goodterms.kernel.Outcome.ok(true);
            }).orThrow();
        }
    }

    private void mailed() {
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed Studio", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456788", "", new Company.Reach("office@lark-reed.example", "", "", "Mira Okafor")))).orThrow();
        String number = book.app.invoices().issue(book.app.invoices().blank(id(0)).withLines(List.of(
                Line.of("Drawings of the new kitchen", new BigDecimal("12.5"), new BigDecimal("84.00"), TaxKey.of(new BigDecimal("19"))))),
                IssueOptions.LENIENT).orThrow().document().number();
        book.app.mailing().send(number).orThrow();
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
        mailed();
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
        book.app.followUps().list(FollowUp.Filter.ALL).forEach(task -> book.app.followUps().done(task.id(), "").orThrow());
        work();
        pictures("today-done");
    }
}
