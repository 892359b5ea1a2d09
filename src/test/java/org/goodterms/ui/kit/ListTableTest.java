package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ListTableTest {

    record Row(String number, String customer, LocalDate due, Money open) {
    }

    private final Preferences preferences = Preferences.forgetful();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final List<Row> opened = new ArrayList<>();

    private static Row row(int number, String customer, long minor) {
        return new Row("INV-" + number, customer, LocalDate.of(2026, 1, 1).plusDays(number), Money.ofMinor(CurrencyUnit.EUR, minor));
    }

    private ListTable<Row> table() {
        Texts texts = Texts.of(Locale.UK);
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);
        Desk desk = new Desk(Tasks.inline(), new Navigator(), new Overlay(texts), new Formats(texts, clock), preferences, new Changes());
        ListTable<Row> table = new ListTable<Row>(desk, "test").keyedBy(Row::number).onOpen(opened::add);
        table.text("number", "Number", Row::number);
        table.text("customer", "Customer", Row::customer).wide();
        table.date("due", "Due", Row::due);
        table.money("open", "Open", Row::open);
        return table.rows(rows);
    }

    private static List<String> numbers(ListTable<Row> table) {
        return table.shown().stream().map(Row::number).toList();
    }

    private static List<String> footer(ListTable<Row> table) {
        return table.lookupAll(".table-footer .label").stream().filter(node -> node.isVisible())
                .map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void every_word_typed_must_occur_in_the_row_whatever_its_accents() {
        Window.run(() -> {
            rows.setAll(row(1, "Café Größenwahn", 100), row(2, "Cafe Central", 200), row(3, "Halloran", 300));
            ListTable<Row> table = table();
            table.filter().setText("CAFE");
            assertThat(numbers(table)).containsExactly("INV-1", "INV-2");
            table.filter().setText("grossen caf");
            assertThat(numbers(table)).containsExactly("INV-1");
            table.filter().setText("3.00");
            assertThat(numbers(table)).containsExactly("INV-3");
            table.filter().clear();
            table.only(row -> row.open().isGreaterThan(Money.parse("EUR 1.50")));
            assertThat(numbers(table)).containsExactly("INV-2", "INV-3");
        });
    }

    @Test
    void the_footer_sums_all_rows_or_the_selected_ones() {
        Window.run(() -> {
            rows.setAll(row(1, "A", 100_000), row(2, "B", 20_000), row(3, "C", 3_000),
                    new Row("INV-4", "D", LocalDate.EPOCH, Money.ofMinor(CurrencyUnit.USD, 500)));
            ListTable<Row> table = table();
            assertThat(footer(table)).contains("4 rows", "1,230.00\u00A0EUR  +  5.00\u00A0USD");
            table.table().getSelectionModel().selectIndices(0, 1);
            assertThat(footer(table)).contains("2 of 4 selected", "1,200.00\u00A0EUR");
        });
    }

    @Test
    void a_reload_keeps_the_selection_by_its_key() {
        Window.run(() -> {
            rows.setAll(row(1, "A", 1), row(2, "B", 2), row(3, "C", 3));
            ListTable<Row> table = table();
            table.select(rows.get(1));
            rows.setAll(row(0, "Z", 1), row(1, "A", 1), row(2, "B paid", 0));
            assertThat(table.selection()).extracting(Row::customer).containsExactly("B paid");
        });
    }

    @Test
    void order_width_visibility_and_sorting_are_remembered() {
        Window.run(() -> {
            rows.setAll(row(10, "A", 1), row(9, "B", 2));
            ListTable<Row> first = table();
            first.sortBy("open", true);
            var columns = first.table().getColumns();
            columns.add(0, columns.remove(3));
            first.visible("due").set(false);
            columns.get(1).setSortType(TableColumn.SortType.DESCENDING);
            first.table().getSortOrder().setAll(List.of(columns.get(1)));
            columns.get(1).setPrefWidth(222);
            ListTable<Row> second = table();
            assertThat(second.table().getColumns()).extracting(TableColumn::getId).containsExactly("open", "number", "customer", "due");
            assertThat(second.visible("due").get()).isFalse();
            assertThat(second.table().getColumns().get(1).getPrefWidth()).isEqualTo(222);
            second.sortBy("open", true);
            assertThat(numbers(second)).as("the user's sorting wins").containsExactly("INV-10", "INV-9");
        });
    }

    @Test
    void a_narrow_window_squeezes_the_columns_and_forgets_it() {
        ListTable<Row> table = Window.on(this::table);
        Stage stage = Window.show(table, 520, 400);
        try {
            var number = table.table().getColumns().getFirst();
            assertThat(number.getWidth()).isLessThan(160).isGreaterThanOrEqualTo(120);
            assertThat(preferences.get("list.test.number.width")).isEmpty();
            Window.run(() -> stage.setWidth(900));
            Window.settle();
            assertThat(number.getWidth()).isEqualTo(160);
            Window.run(() -> table.table().resizeColumn(number, 30));
            assertThat(preferences.get("list.test.number.width")).contains("190");
        } finally {
            Window.run(stage::close);
        }
    }

    @Test
    void an_export_is_as_shown_and_no_cell_is_a_formula() {
        Window.run(() -> {
            rows.setAll(row(1, "=HYPERLINK(\"http://x\")", 119_000), row(2, "+49 123", -5), row(3, "-x", 0), row(4, "@y", 0),
                    row(5, "\tz", 0), row(6, "a, \"b\"\nc", 0));
            ListTable<Row> table = table();
            table.visible("due").set(false);
            assertThat(table.csv()).isEqualTo("\uFEFFNumber,Customer,Open,Open currency\r\n"
                    + "INV-1,\"'=HYPERLINK(\"\"http://x\"\")\",1190.00,EUR\r\nINV-2,'+49 123,-0.05,EUR\r\nINV-3,'-x,0.00,EUR\r\n"
                    + "INV-4,'@y,0.00,EUR\r\nINV-5,'\tz,0.00,EUR\r\nINV-6,\"a, \"\"b\"\"\nc\",0.00,EUR\r\n");
        });
    }

    @Test
    void keys_move_and_open() {
        ListTable<Row> table = Window.on(() -> {
            rows.setAll(IntStream.range(0, 200).mapToObj(i -> row(i, "C" + i, i)).toList());
            return table();
        });
        Stage stage = Window.show(table, 900, 600);
        try {
            Window.run(() -> {
                table.table().requestFocus();
                table.table().getSelectionModel().selectFirst();
            });
            FxRobot robot = new FxRobot();
            robot.push(javafx.scene.input.KeyCode.DOWN);
            robot.push(javafx.scene.input.KeyCode.ENTER);
            robot.push(javafx.scene.input.KeyCode.END);
            robot.push(javafx.scene.input.KeyCode.ENTER);
            robot.push(javafx.scene.input.KeyCode.HOME);
            robot.push(javafx.scene.input.KeyCode.ENTER);
            assertThat(opened).extracting(Row::number).containsExactly("INV-1", "INV-199", "INV-0");
        } finally {
            Window.run(stage::close);
        }
    }

    @Test
    void ten_thousand_rows_are_filtered_and_sorted_while_typing() {
        List<Row> many = IntStream.range(0, 10_000).mapToObj(i -> row(i, "Customer " + i % 700, i * 37L)).toList();
        ListTable<Row> table = Window.on(() -> {
            rows.setAll(many);
            return table();
        });
        Stage stage = Window.show(table, 900, 600);
        try {
            Window.run(() -> {
                Instant start = Instant.now();
                for (String typed : List.of("c", "cu", "customer 3", "customer 35", "")) {
                    table.filter().setText(typed);
                }
                table.sortBy("open", false);
                rows.setAll(many);
                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
                assertThat(table.shown()).hasSize(10_000);
                assertThat(table.shown().getFirst().number()).isEqualTo("INV-9999");
            });
        } finally {
            Window.run(stage::close);
        }
    }
}
