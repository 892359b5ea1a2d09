package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.Person;
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
import org.goodterms.ui.settings.SettingsView.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Pictures of every screen over a book with some customers, light and dark: for looking at, and none may fail. */
class DesktopPicturesTest {
    private static final String[] NAMES = {"Alder & Sons Joinery", "Brightwater Hotels", "Caf\u00e9 Gr\u00f6\u00dfenwahn GmbH & Co. KG",
        "Dunmore Dental Practice", "Eastgate Physiotherapy and Sports Rehabilitation Centre of the Northern Districts Ltd",
        "Fjordlys Interi\u00f8r AS", "Halloran Print", "Ivy Lane Nursery", "Jansen Installatietechniek"};
    private static final String[] CITIES = {"Kiel", "Bremen", "Berlin", "Hamburg", "L\u00fcbeck", "Oslo", "Bonn", "Leipzig", "Utrecht"};
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
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, (app, progress) -> null), Desks.CLOCK,
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

    private void customer(int i) {
        CustomerForm form = book.app.customers().blank().with(CustomerField.NAME, NAMES[i])
                .with(CustomerField.CODE, "C-" + (1001 + i)).with(CustomerField.CITY, CITIES[i])
                .with(CustomerField.STREET, "Hafenstra\u00dfe " + (i + 3)).with(CustomerField.POSTCODE, "2810" + i)
                .with(CustomerField.CREDIT_LIMIT, "5000.00").with(CustomerField.PAYMENT_RUN, "1st and 15th")
                .with(CustomerField.PORTAL, "portal.example").with(CustomerField.NOTE, "Prefers to be called before noon.")
                .withPersons(List.of(new Person("Mira Okafor", "accounts payable", "mira@example.org", "+49 421 555 0", true, true)));
        Id<Customer> id = book.app.customers().add(form).orThrow().id();
        for (int k = 0; k <= i % 4; k++) {
            String net = String.valueOf(240 + 310 * k + 97 * i) + ".00";
            book.invoice(id, "2026-0" + (100 + i * 5 + k), LocalDate.of(2025, 12, 1).plusDays(23L * k + i), net, "90.00", "19");
        }
        book.app.contacts().log(id, new Contact.Saying(TestBook.DAY.minusDays(3L + i), Contact.Means.PHONE, Contact.Direction.OUT,
                "Mira Okafor", "will pay", "The transfer goes out with the next run.", "")).orThrow();
        if (i % 3 == 1) {
            book.app.followUps().add(new FollowUp.Plan(id, FollowUp.Kind.FOLLOW_UP, "Ask whether the transfer went out", "",
                    List.of("2026-0" + (100 + i * 5)), TestBook.DAY.plusDays(i - 1L))).orThrow();
        }
        if (i == 4) {
            book.app.customers().setHold(id, "Three invoices late").orThrow();
        }
    }

    private void picture(String name) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
            Path file = Screenshots.take(name + (dark ? "-dark" : "-light"), desktop.stage().getScene());
            assertThat(Files.size(file)).as(name).isGreaterThan(8_000);
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    /** One invoice with a page of its own; the others were taken over. */
    private void issued() {
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        Id<Customer> buyer = book.app.customers().byCode("C-1001").orThrow().id();
        book.app.invoices().issue(book.app.invoices().blank(buyer).withLines(List.of(
                Line.of("Drawings of the new kitchen, three variants", new BigDecimal("12.5"), new BigDecimal("84.00"),
                        TaxKey.of(new BigDecimal("19"))),
                Line.of("Book of materials", BigDecimal.ONE, new BigDecimal("38.00"), TaxKey.of(new BigDecimal("7"))))),
                IssueOptions.LENIENT).orThrow();
        Window.settle();
    }

    private void go(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
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
            list.getSelectionModel().clearAndSelect(1);
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
        issued();
        go("#go-invoices");
        picture("invoices");
        go("#invoice-new");
        picture("invoice-new");
        go("#go-invoices");
        robot.interact(() -> {
            TableView<?> list = robot.lookup("#invoices").queryTableView();
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(0);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        picture("invoice");
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
