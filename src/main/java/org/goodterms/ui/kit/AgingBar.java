package org.goodterms.ui.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.joda.money.Money;

/** What is owed by age, as one bar in parts with the amounts beneath. Parts that are negative are only named. */
public final class AgingBar extends VBox {
    private static final double HEIGHT = 14;
    private static final double NARROWEST = 3;

    /**
     * One part.
     *
     * @param tone 0 not yet due, 1 to 4 ever later, 5 not applied
     */
    public record Part(String name, Money amount, int tone) {
    }

    private final Formats formats;
    private final Track track = new Track();
    private final HBox legend = new HBox();

    public AgingBar(Formats formats) {
        this.formats = formats;
        setSpacing(14);
        setMinWidth(0);
        getChildren().addAll(track, legend);
    }

    public void show(List<Part> parts) {
        BigDecimal whole = parts.stream().map(p -> p.amount().getAmount().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        track.show(parts);
        legend.getChildren().setAll(parts.stream().map(part -> named(part, whole)).toList());
    }

    private VBox named(Part part, BigDecimal whole) {
        Region dot = new Region();
        dot.getStyleClass().addAll("aging-dot", "age-" + part.tone());
        Label name = new Label(part.name(), dot);
        name.setGraphicTextGap(6);
        name.getStyleClass().add("aging-name");
        Label amount = new Label(formats.amount(part.amount()));
        amount.getStyleClass().add("aging-amount");
        boolean share = whole.signum() > 0 && part.amount().isPositive();
        Label part100 = new Label(share ? formats.percent(part.amount().getAmount().divide(whole, 2, RoundingMode.HALF_UP))
                : "\u2013");
        part100.getStyleClass().add("aging-part");
        VBox box = new VBox(name, amount, part100);
        box.getStyleClass().add("aging-legend");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(100);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** The parts side by side, each as wide as its share. */
    private static final class Track extends Region {
        private final List<Part> shown = new ArrayList<>();

        private Track() {
            getStyleClass().add("aging-track");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            Rectangle round = new Rectangle();
            round.setArcHeight(8);
            round.setArcWidth(8);
            round.widthProperty().bind(widthProperty());
            round.heightProperty().bind(heightProperty());
            setClip(round);
        }

        private void show(List<Part> parts) {
            shown.clear();
            getChildren().clear();
            for (Part part : parts) {
                if (part.amount().isPositive()) {
                    Region piece = new Region();
                    piece.getStyleClass().add("age-" + part.tone());
                    Tooltip.install(piece, new Tooltip(part.name() + "  " + part.amount()));
                    shown.add(part);
                    getChildren().add(piece);
                }
            }
            getStyleClass().remove("bar-track");
            if (shown.isEmpty()) {
                getStyleClass().add("bar-track");
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double whole = shown.stream().mapToDouble(p -> p.amount().getAmount().doubleValue()).sum();
            double room = getWidth() - 2 * Math.max(0, shown.size() - 1);
            double x = 0;
            for (int i = 0; i < shown.size(); i++) {
                boolean last = i == shown.size() - 1;
                double share = room * shown.get(i).amount().getAmount().doubleValue() / whole;
                double width = last ? getWidth() - x : Math.max(NARROWEST, Math.round(share));
                getChildren().get(i).resizeRelocate(x, 0, Math.max(0, width), getHeight());
                x += width + 2;
            }
        }
    }
}
