package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.goodterms.agreement.PlanState;
import org.goodterms.customer.CustomerRow;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.payment.Expected;
import org.goodterms.ui.kit.Place;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What is done about debts, in the window, over the sample book. */
class DebtJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private SampleBook book;
    private WorkWindow window;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        window = new WorkWindow(home, book.app);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** An overdue invoice in the currency of the book that nobody contests. */
    private InvoiceRow late() {
        return book.app.invoices().list(new InvoiceFilter(InvoiceFilter.Which.OVERDUE, "", null, 0)).stream()
                .filter(row -> row.id() != null && row.disputed().isZero()
                        && row.total().getCurrencyUnit().equals(book.app.company().company().currency())
                        && row.open().isGreaterThan(Money.of(row.open().getCurrencyUnit(), 300)))
                .findFirst().orElseThrow();
    }

    @Test
    void a_part_dispute_becomes_a_credit_note() {
        InvoiceRow late = late();
        Money part = Money.of(late.open().getCurrencyUnit(), 100);
        book.app.disputes().open(late.number(), part, "Two hours too many", "Mira", null, SampleBook.today()).orThrow();
        window.show(Place.of("disputes"));
        window.picture("debt-disputes");
        robot.interact(() -> {
            var table = robot.lookup("#disputes").queryTableView();
            table.getSelectionModel().clearAndSelect(table.getItems().size() - 1);
            table.requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        robot.interact(() -> robot.lookup("#field-outcome").<String>queryComboBox().setValue("accepted"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        assertThat(robot.lookup("#credit-sum").<Labeled>query().getText()).contains("100.00");
        window.picture("debt-credit");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        InvoiceRow after = book.app.invoices().list(new InvoiceFilter(InvoiceFilter.Which.ALL, late.number(), late.buyer().id(), 0)).stream()
                .filter(row -> row.number().equals(late.number())).findFirst().orElseThrow();
        assertThat(late.open().minus(after.open())).as("the credit note settles what was contested").isEqualTo(part);
        assertThat(after.disputed().isZero()).isTrue();
    }

    @Test
    void what_kind_of_payer_they_are_is_proposed_and_taken_over() {
        CustomerRow who = book.app.customers().list().stream().filter(row -> book.app.reporting().segments().proposal(row.id()).isPresent())
                .findFirst().orElseThrow();
        String proposed = book.app.reporting().segments().proposal(who.id()).orElseThrow().segment().word();
        window.show(Place.of("customer", who.id()));
        window.picture("debt-segment");
        robot.interact(() -> robot.lookup("#customer-segment-take").queryButton().fire());
        Window.settle();
        assertThat(book.app.customers().customer(who.id()).trade().segment()).isEqualTo(proposed);
    }

    @Test
    void a_plan_is_made_and_broken() {
        InvoiceRow late = late();
        window.show(Place.of("agreement.new", Expected.of(late.buyer().id(), late.number())));
        window.picture("debt-plan-new");
        robot.interact(() -> robot.lookup("#agreement-by-hand").queryAs(javafx.scene.control.RadioButton.class).fire());
        window.picture("debt-plan-by-hand");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        assertThat(book.app.agreements().plans().list(late.buyer().id())).extracting(one -> one.state()).containsExactly(PlanState.ON_TRACK);
        window.picture("debt-plan");
        book.standAt(SampleBook.today().plusDays(12));
        window.show(Place.of("plans"));
        robot.interact(() -> robot.lookup("#chip-BROKEN").queryAs(javafx.scene.control.ToggleButton.class).fire());
        window.picture("debt-plans");
        robot.interact(() -> robot.lookup("#plans").queryTableView().getSelectionModel().selectFirst());
        robot.interact(() -> robot.lookup("#plans").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        Window.settle();
        assertThat(robot.lookup(".pill").queryAllAs(Labeled.class)).extracting(Labeled::getText).contains("broken");
        robot.interact(() -> robot.lookup("#agreement-end").queryButton().fire());
        robot.interact(() -> robot.lookup("#field-reason").queryTextInputControl().setText("went quiet"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        assertThat(Objects.requireNonNull(book.app.agreements().plans().list(late.buyer().id()).getLast()).state()).isEqualTo(PlanState.ENDED);
    }

    @Test
    void a_dossier_is_exported_and_the_debt_is_out_of_our_hands() throws Exception {
        InvoiceRow late = late();
        Path file = home.resolve("dossier.zip");
        window.show(Place.of("claim", Expected.of(late.buyer().id(), late.number())));
        window.picture("debt-claim");
        assertThat(robot.lookup("#claim-advice").<Labeled>query().getText()).startsWith("Payment plan is worth most");
        robot.interact(() -> robot.lookup("#claim-plan-chance").queryTextInputControl().setText("0"));
        assertThat(robot.lookup("#claim-advice").<Labeled>query().getText()).doesNotStartWith("Payment plan");
        robot.interact(() -> robot.lookup("#claim-hand_over").queryButton().fire());
        Window.settle();
        window.picture("debt-hand-over");
        assertThat(robot.lookup("#dossier-lacks").<Labeled>query().getText()).isNotBlank();
        Window.run(() -> window.overlay().saving((heading, name, ending) -> java.util.Optional.of(file)));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("index.pdf", "statement.pdf", "invoices/" + late.number() + ".pdf");
        }
        assertThat(book.app.claims().handOvers().of(late.buyer().id())).hasSize(1);
    }
}
