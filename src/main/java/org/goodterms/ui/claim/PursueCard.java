package org.goodterms.ui.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.claim.Pursue;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.SectionCard;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Pursue or write off: each way with its assumptions, to be changed, and what can be expected of it. */
final class PursueCard {
    private static final double FIELD = 110;
    private final Desk desk;
    private final Texts texts;
    private final ClaimViewModel model;
    private final GridPane grid = new GridPane(12, 8);
    private final List<Label> values = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Label advice = new Label();
    private final SectionCard card;

    PursueCard(Desk desk, ClaimViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        advice.setWrapText(true);
        advice.setId("claim-advice");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(wide);
        card = new SectionCard(texts.get("claim.pursue"), new VBox(12, grid, advice));
        card.managedProperty().bind(card.visibleProperty());
        card.setVisible(false);
        model.ways.addListener((ListChangeListener<Way>) change -> draw());
        model.standing.addListener((o, was, is) -> count());
    }

    SectionCard card(Node... acts) {
        return card.actions(acts);
    }

    private void draw() {
        grid.getChildren().clear();
        values.clear();
        names.clear();
        Label[] heads = {head(""), head("claim.chance"), head("claim.share"), head("claim.cost"), head("claim.relationship"), head("claim.value")};
        GridPane.setHalignment(heads[5], HPos.RIGHT);
        grid.addRow(0, heads);
        for (Way way : model.ways) {
            grid.addRow(grid.getRowCount(), name(way.word), percent(way, "chance", way.chance), percent(way, "share", way.share),
                    money(way, "cost", way.cost), money(way, "relationship", way.relationship), value());
            for (Observable input : List.of(way.chance, way.share, way.cost, way.relationship)) {
                input.addListener(o -> count());
            }
        }
        int last = grid.getRowCount();
        grid.add(name("write-off"), 0, last);
        Label why = head("claim.way.write-off.why");
        grid.add(why, 1, last, 4, 1);
        grid.add(value(), 5, last);
        count();
    }

    private Label head(String key) {
        Label label = new Label(key.isEmpty() ? "" : texts.get(key));
        label.getStyleClass().add("subtle");
        return label;
    }

    private Label name(String word) {
        Label label = new Label(texts.get("claim.way." + word));
        label.setMinWidth(Label.USE_PREF_SIZE);
        names.add(label);
        return label;
    }

    private Label value() {
        Label label = new Label();
        label.getStyleClass().add("figures");
        label.setMinWidth(90);
        label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        GridPane.setHalignment(label, HPos.RIGHT);
        values.add(label);
        return label;
    }

    private DecimalField percent(Way way, String what, ObjectProperty<@Nullable BigDecimal> number) {
        DecimalField field = new DecimalField(desk.formats());
        field.setId("claim-" + way.word + "-" + what);
        field.setPrefWidth(80);
        field.setAccessibleText(texts.get("claim.way." + way.word) + ", " + texts.get("claim." + what));
        field.valueProperty().bindBidirectional(number);
        return field;
    }

    private MoneyField money(Way way, String what, ObjectProperty<@Nullable Money> amount) {
        MoneyField field = new MoneyField(desk.formats(), java.util.Objects.requireNonNull(amount.get()).getCurrencyUnit());
        field.setId("claim-" + way.word + "-" + what);
        field.setPrefWidth(FIELD);
        field.setAccessibleText(texts.get("claim.way." + way.word) + ", " + texts.get("claim." + what));
        field.valueProperty().bindBidirectional(amount);
        return field;
    }

    private void count() {
        List<Pursue> ways = model.card();
        card.setVisible(!ways.isEmpty());
        if (ways.isEmpty() || ways.size() != values.size()) {
            return;
        }
        Pursue best = Pursue.best(ways);
        for (int i = 0; i < ways.size(); i++) {
            values.get(i).setText(desk.formats().amount(ways.get(i).value()));
            for (Label label : List.of(values.get(i), names.get(i))) {
                label.getStyleClass().remove("strong");
                if (ways.get(i).word().equals(best.word())) {
                    label.getStyleClass().add("strong");
                }
            }
        }
        advice.setText(texts.get("claim.advice", texts.get("claim.way." + best.word()), desk.formats().money(best.value())));
    }
}
