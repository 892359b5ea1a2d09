package org.goodterms.ui.kit;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.goodterms.kernel.Texts;
import org.joda.money.Money;

/** The line under a list: how many rows there are or are selected, and what they add up to in each currency. */
final class TableFooter<T> extends HBox {
    private static final double SPARE = 20;
    private final Formats formats;
    private final String countKey;
    private final List<Column<T, ?>> columns;
    private final Label count = new Label();
    private final HBox sums = new HBox();

    TableFooter(Formats formats, String name, List<Column<T, ?>> columns) {
        this.formats = formats;
        Texts texts = formats.texts();
        this.countKey = texts.has("list." + name + ".count") ? "list." + name + ".count" : "list.count";
        this.columns = columns;
        getStyleClass().add("table-footer");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        sums.getStyleClass().add("table-sums");
        sums.setAlignment(Pos.CENTER_RIGHT);
        sums.setMinWidth(0);
        setMinWidth(0);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(count, space, sums);
    }

    void show(List<T> all, List<T> selected) {
        Texts texts = formats.texts();
        boolean some = selected.size() > 1;
        count.setVisible(!all.isEmpty());
        List<T> counted = some ? selected : all;
        count.setText(some ? texts.get("list.selected", selected.size(), all.size()) : texts.get(countKey, all.size()));
        sums.getChildren().clear();
        for (Column<T, ?> column : columns) {
            if (column.kind() == Column.Kind.MONEY && column.control().isVisible() && !counted.isEmpty()) {
                Label name = new Label(column.title());
                name.getStyleClass().add("sum-name");
                Label sum = new Label(sum(column, counted));
                sum.getStyleClass().addAll("sum", "figures");
                name.setMinWidth(Region.USE_PREF_SIZE);
                sum.setMinWidth(Region.USE_PREF_SIZE);
                HBox pair = new HBox(name, sum);
                pair.setMinWidth(Region.USE_PREF_SIZE);
                pair.getStyleClass().add("sum-pair");
                sums.getChildren().add(pair);
            }
        }
    }

    /** Where there is no room for all sums, the first ones give way. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - count.prefWidth(-1) - SPARE;
        for (int i = sums.getChildren().size() - 1; i >= 0; i--) {
            Region pair = (Region) sums.getChildren().get(i);
            room -= pair.prefWidth(-1) + SPARE;
            boolean fits = room > 0 || i == sums.getChildren().size() - 1;
            pair.setVisible(fits);
            pair.setManaged(fits);
        }
        super.layoutChildren();
    }

    private String sum(Column<T, ?> column, List<T> rows) {
        TreeMap<String, Money> byCurrency = new TreeMap<>();
        for (T row : rows) {
            if (row != null && column.value(row) instanceof Money money) {
                byCurrency.merge(money.getCurrencyUnit().getCode(), money, Money::plus);
            }
        }
        return byCurrency.values().stream().map(formats::money).collect(Collectors.joining("  +  "));
    }
}
