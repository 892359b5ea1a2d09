package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Overlay;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** From a new customer to an overdue rest in the real window, over a real book; the hands stay on the keyboard. */
class DesktopMoneyJourneyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneId.of("Europe/Berlin"));
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private Desktop desktop;
    private Overlay overlay;

    @BeforeEach
    void start() {
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new javafx.stage.Stage(), new Bookcase(home, CLOCK, null), CLOCK,
                    Preferences.forgetful(), over -> {
                        overlay = over;
                        return Tasks.inline();
                    });
            made.show(null);
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            return made;
        });
        Window.settle();
    }

    @AfterEach
    void stop() {
        Window.run(() -> desktop.stage().close());
    }

    private void into(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup(id).queryTextInputControl();
            field.requestFocus();
            field.setText(text);
        });
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Through the palette, as somebody without a mouse. */
    private void command(String words) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(words);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String focused() {
        return Window.on(() -> String.valueOf(desktop.stage().getScene().getFocusOwner().getId()));
    }

    private Set<String> words() {
        Window.settle();
        return Window.on(() -> desktop.stage().getScene().getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance).filter(Node::isVisible).map(node -> ((Labeled) node).getText())
                .filter(text -> text != null).map(text -> text.replace('\u00A0', ' ')).collect(Collectors.toSet()));
    }

    private void found() {
        press("#start-make");
        into("#field-name", "Lark & Reed Studio");
        into("#field-country", "Germany");
        press("#start-make_it");
    }

    private void customer() {
        command("new customer");
        into("#field-name", "Brightwater Hotels");
        into("#field-street", "Markt 2");
        into("#field-postcode", "28195");
        into("#field-city", "Bremen");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("Brightwater Hotels");
    }

    @Test
    void new_customer_invoice_issued_and_printed_part_payment_and_aging_shows_the_rest() throws Exception {
        found();
        App book = desktop.open();
        book.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        var firm = book.company().company();
        book.company().change(firm.withFirm(new org.goodterms.company.Company.Firm("Lark & Reed Studio",
                new org.goodterms.company.Address("Weg 1", "10115", "Berlin", "", "DE"), "DE123456789", "",
                org.goodterms.company.Company.Reach.NONE))).orThrow();
        customer();

        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        into("#field-date", "1/5/2026");
        into("#field-lines-1-text", "Drawings of the new lobby");
        into("#field-lines-1-price", "1000");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).as("Enter begins the next line").isEqualTo("field-lines-2-text");
        robot.write("Materials");
        into("#field-lines-2-price", "100");
        assertThat(words()).anyMatch(text -> text.contains("1,309.00 EUR"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("Invoice 2026-0001", "Overdue");

        Path page = home.resolve("printed.pdf");
        Window.run(() -> overlay.saving((heading, name, ending) -> Optional.of(page)));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(new String(Files.readAllBytes(page), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");

        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).as("the amount is proposed and waits to be typed over").isEqualTo("field-amount");
        robot.write("309");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("Invoice 2026-0001", "1,000.00 EUR", "Payment R-2026-0001 settles 309.00 EUR");

        command("aging");
        TableView<?> aging = robot.lookup(node -> node instanceof TableView<?>).queryTableView();
        assertThat(aging.getItems()).hasSize(1);
        assertThat(words()).anyMatch(text -> text.contains("1,000.00"));
    }

    @Test
    void all_that_is_open_is_recorded_by_three_keys_and_taken_back_by_the_notice() {
        found();
        customer();
        App book = desktop.open();
        var buyer = book.customers().list().getFirst().id();
        var issued = Window.on(() -> book.invoices().issue(book.invoices().blank(buyer).withLines(java.util.List.of(
                org.goodterms.invoice.Line.of("Work", java.math.BigDecimal.ONE, java.math.BigDecimal.TEN,
                        org.goodterms.invoice.TaxKey.of(java.math.BigDecimal.ZERO)))), org.goodterms.invoice.IssueOptions.LENIENT))
                .orThrow().document();
        command("invoices");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(book.payments().list(null)).singleElement().satisfies(row -> assertThat(row.unapplied().isZero()).isTrue());
        robot.clickOn("Undo");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(book.payments().openOf(buyer)).anyMatch(item -> item.number().equals(issued.number()) && item.open().isPositive());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("r-2026-0001");
        assertThat(words()).contains("R-2026-0001");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("Payment R-2026-0001");
    }
}
