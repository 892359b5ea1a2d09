package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.agreement.PlanState;
import org.goodterms.customer.CustomerRow;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.payment.Expected;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Overlay;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
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
    private Desktop desktop;
    private Navigator go;
    private Overlay overlay;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE), Desks.CLOCK,
                    Preferences.forgetful(), over -> {
                        overlay = over;
                        return Tasks.inline();
                    });
            made.show(null);
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            return made;
        });
        go = Window.on(() -> desktop.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of())));
        Window.settle();
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private void picture(String name) {
        Window.settle();
        for (boolean dark : new boolean[] {false, true}) {
            Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
            Screenshots.take("debt-" + name + (dark ? "-dark" : "-light"), desktop.stage().getScene());
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    private void show(Place place) {
        Window.run(() -> go.go(place));
        Window.settle();
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
        show(Place.of("disputes"));
        picture("disputes");
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
        picture("credit");
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
        show(Place.of("customer", who.id()));
        picture("segment");
        robot.interact(() -> robot.lookup("#customer-segment-take").queryButton().fire());
        Window.settle();
        assertThat(book.app.customers().customer(who.id()).trade().segment()).isEqualTo(proposed);
    }

    @Test
    void a_plan_is_made_and_broken() {
        InvoiceRow late = late();
        show(Place.of("agreement.new", Expected.of(late.buyer().id(), late.number())));
        picture("plan-new");
        robot.interact(() -> robot.lookup("#agreement-by-hand").queryAs(javafx.scene.control.RadioButton.class).fire());
        picture("plan-by-hand");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        assertThat(book.app.agreements().plans().list(late.buyer().id())).extracting(one -> one.state()).containsExactly(PlanState.ON_TRACK);
        picture("plan");
        book.standAt(SampleBook.today().plusDays(12));
        show(Place.of("plans"));
        robot.interact(() -> robot.lookup("#chip-BROKEN").queryAs(javafx.scene.control.ToggleButton.class).fire());
        picture("plans");
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
        show(Place.of("claim", Expected.of(late.buyer().id(), late.number())));
        picture("claim");
        assertThat(robot.lookup("#claim-advice").<Labeled>query().getText()).startsWith("Payment plan is worth most");
        robot.interact(() -> robot.lookup("#claim-plan-chance").queryTextInputControl().setText("0"));
        assertThat(robot.lookup("#claim-advice").<Labeled>query().getText()).doesNotStartWith("Payment plan");
        robot.interact(() -> robot.lookup("#claim-hand_over").queryButton().fire());
        Window.settle();
        picture("hand-over");
        assertThat(robot.lookup("#dossier-lacks").<Labeled>query().getText()).isNotBlank();
        Window.run(() -> overlay.saving((heading, name, ending) -> java.util.Optional.of(file)));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).contains("index.pdf", "statement.pdf", "invoices/" + late.number() + ".pdf");
        }
        assertThat(book.app.claims().handOvers().of(late.buyer().id())).hasSize(1);
    }
}
