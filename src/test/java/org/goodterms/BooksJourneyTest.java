package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Entry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The books by hand in the real window: an entry, and a year closed and reopened. */
class BooksJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private App book;
    private WorkWindow window;

    @BeforeEach
    void open() {
        SampleBook sample = new SampleBook(Engine.H2);
        book = sample.app;
        window = new WorkWindow(home, book);
        window.press("#go-reports");
        window.press("#screen-accounts");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void into(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup(id).queryTextInputControl();
            field.requestFocus();
            field.setText(text);
        });
    }

    private void mainButton() {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String said(String id) {
        return Window.on(() -> ((Labeled) robot.lookup(id).query()).getText().replace('\u00A0', ' '));
    }

    @Test
    void year_closed_and_reopened() throws Exception {
        window.picture("books-accounts");
        LocalDate end = Desks.CLOCK.instant().atZone(Desks.CLOCK.getZone()).toLocalDate();
        Money profit = book.accounting().years().propose(end).orThrow().profit();
        window.press("#books-close");
        into("#field-date", end.getMonthValue() + "/" + end.getDayOfMonth() + "/" + end.getYear());
        robot.push(KeyCode.TAB);
        assertThat(said("#year-profit")).contains(String.format(java.util.Locale.ENGLISH, "%,.2f", profit.getAmount().abs()));
        assertThat(book.accounting().years().closed()).as("shown first, posted later").isEmpty();
        window.picture("books-close-year");
        mainButton();
        assertThat(book.accounting().years().closed()).singleElement().satisfies(closed -> {
            assertThat(closed.date()).isEqualTo(end);
            assertThat(closed.profit()).isEqualTo(profit);
        });
        assertThat(book.ledger().lockedTo()).isEqualTo(end);
        window.press("#books-reopen");
        mainButton();
        assertThat(book.accounting().years().closed()).as("not without a reason").hasSize(1);
        into("#field-reason", "A bill of December came late");
        mainButton();
        assertThat(book.accounting().years().closed()).isEmpty();
        assertThat(book.accounting().years().propose(end).orThrow().profit()).as("all is as it was").isEqualTo(profit);
    }

    @Test
    void an_entry_by_hand_says_what_is_lacking_until_both_sides_are_equal() throws Exception {
        window.press("#books-entry");
        into("#field-text", "Coffee for the studio");
        robot.interact(() -> {
            choose("#journal-account-0", "6000");
            choose("#journal-account-1", "1000");
        });
        into("#journal-debit-0", "25.00");
        robot.push(KeyCode.TAB);
        assertThat(said("#journal-balance")).isEqualTo("Credit still lacks 25.00 EUR.");
        window.picture("books-entry");
        into("#journal-credit-1", "25.00");
        robot.push(KeyCode.TAB);
        assertThat(said("#journal-balance")).isEqualTo("Debit and credit are equal.");
        mainButton();
        Entry posted = book.ledger().entries(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).stream().map(e -> e.entry())
                .filter(e -> e.text().equals("Coffee for the studio")).findFirst().orElseThrow();
        assertThat(posted.postings()).extracting(Entry.Posting::amount)
                .containsExactly(Money.of(CurrencyUnit.EUR, 25), Money.of(CurrencyUnit.EUR, -25));
    }

    @Test
    void enter_on_an_account_shows_its_lines() {
        robot.interact(() -> robot.lookup("#chart").queryTableView().getSelectionModel().clearAndSelect(0));
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#account-lines").queryTableView().getItems()).isNotEmpty();
    }

    private void choose(String id, String number) {
        ComboBox<Account> box = robot.lookup(id).queryComboBox();
        box.setValue(box.getItems().stream().filter(a -> a.number().equals(number)).findFirst().orElseThrow());
    }
}
