package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The reports of the general ledger in the real window, over the sample book: from a figure down to its entry. */
class ReportsScreenTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private WorkWindow window;

    @BeforeEach
    void open() {
        SampleBook book = new SampleBook(Engine.H2);
        window = new WorkWindow(home, book.app);
        window.press("#go-reports");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void choose(String kind) {
        robot.interact(() -> robot.lookup("#chip-" + kind).queryAs(ToggleButton.class).fire());
        Window.settle();
    }

    private TableView<?> table(String id) {
        return robot.lookup("#" + id).queryTableView();
    }

    private static List<String> first(TableView<?> table, int column) {
        return java.util.stream.IntStream.range(0, table.getItems().size())
                .mapToObj(i -> String.valueOf(table.getColumns().get(column).getCellData(i))).toList();
    }

    @Test
    void from_a_figure_to_its_entry() throws Exception {
        TableView<?> trial = table("report-trial_balance");
        assertThat(first(trial, 0)).contains("1000", "1200", "4000");
        window.picture("reports-trial-balance");
        for (String kind : List.of("INCOME", "BALANCE_SHEET", "TAX", "METRICS", "RECONCILIATION", "JOURNAL")) {
            choose(kind);
            window.picture("reports-" + kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        choose("INCOME");
        TableView<?> income = table("report-income");
        robot.interact(() -> {
            income.requestFocus();
            income.getSelectionModel().clearAndSelect(first(income, 0).indexOf("4000"));
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        TableView<?> lines = table("account-lines");
        assertThat(lines.getItems()).isNotEmpty();
        window.picture("account");
        robot.interact(() -> {
            lines.requestFocus();
            lines.getSelectionModel().clearAndSelect(0);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        assertThat(first(table("entry-lines"), 0)).contains("1200 Receivables", "4000 Revenue");
        window.picture("entry");
    }

    @Test
    void the_cash_basis_shows_the_tax_in_the_receipts() {
        choose("INCOME");
        int accrual = robot.lookup(".key-figure").queryAll().size();
        robot.interact(() -> robot.lookup("#reports-cash").queryAs(javafx.scene.control.CheckBox.class).fire());
        Window.settle();
        assertThat(robot.lookup(".key-figure").queryAll()).hasSize(accrual + 1);
    }
}
