package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.goodterms.bank.LineStanding;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Window;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportService;
import org.goodterms.kernel.Progress;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** From a bank file to everything matched, in the real window; with pictures on the way, light and dark. */
class BankJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private Bookcase books;
    private WorkWindow window;

    @BeforeEach
    void start() {
        books = new Bookcase(home, Desks.CLOCK, null);
        Bookcase.Opened opened = (Bookcase.Opened) books.make(home.resolve("live").toString(),
                Founding.of("Hellmann Metallbau", "DE", "EUR"));
        take(opened.app(), ImportKind.CUSTOMERS, "scenario-a/customers.csv", """
                {"fields":{"code":"customer_id","name":"name","email":"email","iban":"iban"}}""");
        take(opened.app(), ImportKind.INVOICES, "scenario-a/invoices.csv", """
                {"fields":{"number":"invoice_number","customer":"customer_id","date":"issue_date","due":"due_date",
                "amount":"gross_total","type":"type","reference":"structured_reference"}}""");
        window = new WorkWindow(books, opened, Preferences.forgetful());
    }

    private static void take(App app, ImportKind kind, String shared, String map) {
        app.imports().run(new ImportService.Order(kind, SharedData.bytes(shared), map, false, false), Progress.NONE).orThrow();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private void chip(String id) {
        robot.interact(() -> robot.lookup(id).queryAs(javafx.scene.control.ToggleButton.class).fire());
        Window.settle();
    }

    @SuppressWarnings("unchecked")
    private TableView<LineStanding> list() {
        return robot.lookup(".table-view").queryAs(TableView.class);
    }

    private List<LineStanding> lines() {
        return List.copyOf(list().getItems());
    }

    private void choose(String date, String amount) {
        robot.interact(() -> {
            TableView<LineStanding> list = list();
            for (LineStanding s : list.getItems()) {
                if (s.line().booked().toString().equals(date) && s.line().amount().getAmount().toPlainString().equals(amount)) {
                    list.getSelectionModel().clearAndSelect(list.getItems().indexOf(s));
                    list.requestFocus();
                    return;
                }
            }
            throw new AssertionError("no line of " + date);
        });
        Window.settle();
    }

    private void enter() {
        robot.interact(() -> list().fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                KeyCode.ENTER, false, false, false, false)));
        Window.settle();
    }

    private void aNarrowWindowKeepsTheChipsInOneLine() throws Exception {
        Window.run(() -> window.desktop.stage().setWidth(1000));
        Window.settle();
        window.picture("bank-review-narrow");
        assertThat(robot.lookup(".chip").queryAllAs(javafx.scene.Node.class)).as("the chips stand in one line").extracting(javafx.scene.Node::getLayoutY)
                .hasSizeGreaterThan(2).containsOnly(robot.lookup("#chip-REVIEW").query().getLayoutY());
        Window.run(() -> window.desktop.stage().setWidth(1280));
        Window.settle();
    }

    private void whatIsLearnedIsForgotten() throws Exception {
        window.press("#bank-learned");
        window.picture("bank-learned");
        int learned = robot.lookup(node -> String.valueOf(node.getId()).startsWith("learned-forget-")).queryAll().size();
        assertThat(learned).isGreaterThan(1);
        window.press("#learned-forget-0");
        assertThat(robot.lookup(node -> String.valueOf(node.getId()).startsWith("learned-forget-")).queryAll()).hasSize(learned - 1);
        window.press("#learned-close");
        assertThat(robot.lookup("#learned-close").tryQuery()).isEmpty();
    }

    @Test
    void a_bank_file_is_dropped_and_everything_is_matched() throws Exception {
        window.press("#go-bank");
        window.picture("bank-empty");
        Path file = Files.write(home.resolve("Umsätze März.xml"), SharedData.bytes("scenario-a/statement-1.camt053.xml"));
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).contains("camt.053");
        // what a drop on the window does
        robot.interact(() -> window.go.go(Place.of("bank", file)));
        Window.settle();
        window.picture("bank-file");
        window.press("#bank-take");
        assertThat(lines()).hasSize(7);
        choose("2026-03-09", "249.90");
        window.picture("bank-review");
        aNarrowWindowKeepsTheChipsInOneLine();
        enter();
        assertThat(lines()).hasSize(6);
        choose("2026-03-09", "249.90");
        enter();
        choose("2026-03-16", "-714.00");
        enter();
        choose("2026-03-05", "-19.90");
        enter();
        choose("2026-03-03", "-1450.00");
        window.press("#bank-book");
        window.picture("bank-book");
        robot.interact(() -> {
            var account = robot.lookup("#book-account-0").queryComboBox();
            int at = account.getItems().stream().map(Object::toString).toList().indexOf(account.getItems().stream()
                    .map(Object::toString).filter(a -> a.contains("6000")).findFirst().orElseThrow());
            account.getSelectionModel().clearAndSelect(at);
        });
        window.press("#book-take");
        choose("2026-03-11", "-238.00");
        enter();
        choose("2026-03-17", "75.00");
        window.press("#bank-split");
        window.picture("bank-split");
        window.press("#split-take");
        assertThat(robot.lookup("#split-take").tryQuery()).as("nobody was chosen").isPresent();
        robot.interact(() -> robot.lookup(node -> node instanceof javafx.scene.control.Button b
                && "Cancel".equals(b.getText())).queryButton().fire());
        window.press("#bank-book");
        robot.interact(() -> robot.lookup("#book-account-0").queryComboBox().getSelectionModel().selectLast());
        window.press("#book-take");
        assertThat(lines()).as("everything is matched").isEmpty();
        chip("#chip-MATCHED");
        choose("2026-03-17", "75.00");
        window.picture("bank-matched");
        window.press("#bank-undo");
        chip("#chip-REVIEW");
        assertThat(lines()).hasSize(1);
        whatIsLearnedIsForgotten();
    }
}
