package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Pictures of the screens about money: payments, invoices, messages; light and dark, and in a small window. */
class DesktopMoneyPicturesTest {
    private static final TaxKey USUAL = TaxKey.of(new BigDecimal("19"));
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private TestBook book;
    private Desktop desktop;

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed Studio", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456789", "", new Company.Reach("hello@larkreed.example", "+49 30 555 0", "", "Mira Okafor")))).orThrow();
        String[] names = {"Brightwater Hotels", "Caf\u00e9 Gr\u00f6\u00dfenwahn GmbH & Co. KG", "Dunmore Dental Practice"};
        for (int i = 0; i < names.length; i++) {
            customer(i, names[i]);
        }
        book.app.suspense().record(TestBook.DAY.minusDays(2), TestBook.eur("476.00"), "HALLORAN PRINT RE 2026-077").orThrow();
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE), Desks.CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            made.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of()));
            return made;
        });
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private void customer(int i, String name) {
        Id<Customer> id = book.app.customers().add(book.app.customers().blank().with(CustomerField.NAME, name)
                .with(CustomerField.CODE, "C-" + (1001 + i)).with(CustomerField.CITY, "Bremen").with(CustomerField.POSTCODE, "28101")
                .with(CustomerField.EMAIL, "payables" + i + "@example.org")
                .with(CustomerField.STREET, "Hafenstra\u00dfe " + (i + 3)).with(CustomerField.TERMS, "2/10 net 30")).orThrow().id();
        for (int k = 0; k < 4; k++) {
            LocalDate day = LocalDate.of(2026, 1, 5).plusDays(18L * k + i);
            Draft draft = book.app.invoices().blank(id).on(day).withLines(List.of(
                    Line.of("Drawings of the new lobby, three variants", new BigDecimal("4.5"), new BigDecimal(84 + 20 * k), USUAL),
                    Line.of("Book of materials", BigDecimal.ONE, new BigDecimal("38.00"), TaxKey.of(new BigDecimal("7")))));
            book.app.invoices().issue(draft, IssueOptions.LENIENT).orThrow();
        }
        book.app.payments().record(Receipt.plain(id, TestBook.DAY.minusDays(10L - i), TestBook.eur(i == 1 ? "2400.00" : "620.00"),
                i == 2 ? new Settlement.Unapplied() : new Settlement.OldestFirst())).orThrow();
    }

    private void picture(String name) {
        pictures(name, Screenshots.Size.USUAL);
    }

    private void pictures(String name, Screenshots.Size... sizes) {
        Scene scene = desktop.stage().getScene();
        for (Screenshots.Size size : sizes) {
            Window.run(() -> {
                desktop.stage().setWidth(size.width());
                desktop.stage().setHeight(size.height());
            });
            Window.settle();
            String sized = size.equals(Screenshots.Size.USUAL) ? name : name + "-" + size.width();
            for (boolean dark : new boolean[] {false, true}) {
                Window.run(() -> new Theme().dress(scene, dark));
                Path file = Screenshots.take(sized + (dark ? "-dark" : "-light"), scene);
                assertThat(file).as(name).satisfies(made -> assertThat(Files.size(made)).isGreaterThan(8_000));
            }
        }
        Window.run(() -> {
            new Theme().dress(scene, false);
            desktop.stage().setWidth(1280);
            desktop.stage().setHeight(800);
        });
        Window.settle();
    }

    private void go(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
    }

    private void open(String table, int row) {
        robot.interact(() -> {
            TableView<?> list = robot.lookup(table).queryTableView();
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(row);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
    }

    @Test
    void payments_are_drawn() {
        go("#go-payments");
        pictures("payments", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
        go("#payment-unknown");
        picture("payment-unknown");
        robot.push(KeyCode.ESCAPE);
        open("#payments", 0);
        picture("payment-whose");
        robot.push(KeyCode.ESCAPE);
        open("#payments", 2);
        pictures("payment", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
        go("#payment-bounce");
        picture("payment-bounce");
        robot.push(KeyCode.ESCAPE);
        go("#go-payments");
        open("#payments", 1);
        go("#payment-settle_more");
        picture("payment-more");
        go("#go-customers");
        open("#customers", 0);
        go("#payment-new");
        robot.interact(() -> robot.lookup("#field-amount").queryTextInputControl().setText("600"));
        pictures("payment-new", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
    }

    private void choose(String menu, String item) {
        robot.interact(() -> robot.lookup(menu).queryAs(javafx.scene.control.MenuButton.class).getItems().stream()
                .filter(one -> item.equals(one.getId())).findFirst().orElseThrow().fire());
        Window.settle();
    }

    @Test
    void an_invoice_is_drawn() {
        book.app.mailing().send("2026-0001").orThrow();
        Window.settle();
        go("#go-invoices");
        pictures("invoices", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
        robot.interact(() -> robot.lookup("#invoices").queryTableView().getSelectionModel().selectRange(1, 3));
        picture("invoices-selected");
        robot.interact(() -> robot.lookup("#status-mail").queryAs(javafx.scene.control.Hyperlink.class).fire());
        Window.settle();
        picture("outbox");
        go("#go-invoices");
        open("#invoices", 5);
        choose("#invoice-more", "invoice-dispute_open");
        robot.interact(() -> robot.lookup("#field-reason").queryTextInputControl().setText("Drawings of variant B are missing"));
        picture("invoice-dispute");
        go("#invoice-dispute");
        pictures("invoice-page", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
        go("#invoice-mail");
        picture("invoice-mail");
        robot.push(KeyCode.ESCAPE);
        choose("#invoice-more", "invoice-credit_open");
        robot.interact(() -> robot.lookup("#credit-some").queryAs(javafx.scene.control.RadioButton.class).fire());
        robot.interact(() -> robot.lookup("Book of materials").queryAs(javafx.scene.control.CheckBox.class).fire());
        picture("invoice-credit");
        robot.push(KeyCode.ESCAPE);
    }

    private void type(String id, String text) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(text));
    }

    @Test
    void an_invoice_being_written_is_drawn() {
        go("#go-customers");
        open("#customers", 0);
        go("#invoice-new");
        type("#field-lines-1-text", "Drawings of the new lobby, three variants");
        type("#field-lines-1-price", "1200");
        type("#field-lines-1-discount", "5%");
        go("#invoice-add_line");
        type("#field-lines-2-text", "Book of materials");
        type("#field-lines-2-price", "38");
        go("#invoice-add_charge");
        type("#field-allowances-1-reason", "Freight");
        type("#field-allowances-1", "25");
        type("#field-terms", "2/10 50% net 10, 50% net 40");
        pictures("invoice-edit", Screenshots.Size.USUAL, Screenshots.Size.SMALL);
        go("#invoice-unfold");
        robot.interact(() -> robot.lookup(".page-scroll").queryAs(javafx.scene.control.ScrollPane.class).setVvalue(1));
        picture("invoice-edit-more");
        type("#field-terms", "net 30");
        book.app.customers().setHold(book.app.customers().byCode("C-1001").orThrow().id(), "Three invoices late").orThrow();
        go("#invoice-issue");
        picture("invoice-override");
    }
}
