package org.goodterms.ui.kit;

import java.math.BigDecimal;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.joda.money.Money;

/** Amounts as horizontal bars, each with its name at the left and its sum at the right; the longest fills the width. */
public final class BarRows extends GridPane {
    private static final double HEIGHT = 10;

    /** @param tone as in {@link AgingBar.Part} */
    public record Row(String name, Money amount, int tone) {
    }

    private final Formats formats;

    public BarRows(Formats formats) {
        this.formats = formats;
        getStyleClass().add("bar-rows");
        ColumnConstraints names = new ColumnConstraints(60, 150, 200);
        ColumnConstraints bars = new ColumnConstraints(40, 200, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        bars.setFillWidth(true);
        ColumnConstraints sums = new ColumnConstraints();
        sums.setMinWidth(Region.USE_PREF_SIZE);
        sums.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, bars, sums);
        setMinWidth(0);
    }

    public void show(List<Row> rows) {
        getChildren().clear();
        BigDecimal most = rows.stream().map(r -> r.amount().getAmount()).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Label name = new Label(row.name());
            Label sum = new Label(formats.money(row.amount()));
            sum.getStyleClass().addAll("figures", "strong");
            double share = most.signum() <= 0 ? 0 : Math.max(0, row.amount().getAmount().doubleValue() / most.doubleValue());
            addRow(i, name, new Bar(share, row.tone()), sum);
        }
    }

    /** One bar on its track. */
    private static final class Bar extends Region {
        private final Region full = new Region();
        private final double share;

        private Bar(double share, int tone) {
            this.share = share;
            getStyleClass().add("bar-track");
            full.getStyleClass().addAll("age-" + tone);
            full.setStyle("-fx-background-radius: 4px");
            setMinHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            setMaxWidth(Double.MAX_VALUE);
            getChildren().add(full);
        }

        @Override
        protected void layoutChildren() {
            full.resizeRelocate(0, 0, Math.round(getWidth() * share), getHeight());
        }
    }
}
