package org.goodterms.ui.claim;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.claim.Interest;
import org.goodterms.claim.InterestQuote;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** Interest with its working, line by line: from when to when, on how much, at what rate. */
final class InterestCard {
    private final Desk desk;
    private final Texts texts;
    private final ClaimViewModel model;
    private final GridPane lines = new GridPane(24, 6);
    private final Label said = new Label();

    InterestCard(Desk desk, ClaimViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().add(wide);
        for (int i = 0; i < 4; i++) {
            ColumnConstraints figure = new ColumnConstraints();
            figure.setHalignment(HPos.RIGHT);
            lines.getColumnConstraints().add(figure);
        }
        said.setWrapText(true);
        said.managedProperty().bind(said.visibleProperty());
        model.quote.addListener((o, was, is) -> show(is));
    }

    SectionCard card(Node rule, Node charge) {
        DateField to = new DateField(desk.formats());
        to.setId("claim-to");
        to.setPrefWidth(140);
        to.setAccessibleText(texts.get("claim.to"));
        to.valueProperty().bindBidirectional(model.to);
        to.setPromptText(texts.get("date.today"));
        HBox until = new HBox(8, rule, new Label(texts.get("claim.to")), to, charge);
        until.setAlignment(Pos.CENTER_LEFT);
        return new SectionCard(texts.get("claim.interest"), new VBox(10, lines, said)).actions(until);
    }

    private void show(@Nullable Outcome<InterestQuote> outcome) {
        lines.getChildren().clear();
        said.getStyleClass().removeAll("tone-bad", "subtle");
        if (outcome instanceof Outcome.Ok<InterestQuote>(InterestQuote quote)) {
            row("subtle", texts.get("claim.days_from_to"), texts.get("claim.days"), texts.get("claim.principal"), texts.get("claim.rate"),
                    texts.get("claim.interest_of"));
            for (Interest.Segment segment : quote.interest().segments()) {
                row("", texts.get("claim.from_to", desk.formats().date(segment.from()), desk.formats().date(segment.to())),
                        desk.formats().number(segment.days()), desk.formats().amount(segment.principal()),
                        desk.formats().number(segment.rate().stripTrailingZeros().setScale(2, java.math.RoundingMode.HALF_UP)) + "\u00A0%",
                        desk.formats().number(segment.interest().setScale(2, java.math.RoundingMode.HALF_UP)));
            }
            row("", texts.get("claim.interest_total"), "", "", "", desk.formats().amount(quote.interest().total()));
            if (quote.compensation().isPositive()) {
                row("", texts.get("claim.compensation"), "", "", "", desk.formats().amount(quote.compensation()));
            }
            row("strong", texts.get("claim.total"), "", "", "", desk.formats().money(quote.total()));
            said.setText(texts.get("claim.regime", texts.get("claim.rule.of." + quote.regime().word())));
            said.getStyleClass().add("subtle");
        } else if (outcome != null) {
            said.setText(texts.of(outcome.problems().getFirst()));
            said.getStyleClass().add("tone-bad");
        }
        said.setVisible(!said.getText().isEmpty());
    }

    private void row(String style, String... cells) {
        Label[] labels = new Label[cells.length];
        for (int i = 0; i < cells.length; i++) {
            labels[i] = new Label(cells[i]);
            labels[i].setMinWidth(Label.USE_PREF_SIZE);
            if (!style.isEmpty()) {
                labels[i].getStyleClass().add(style);
            }
            if (i > 0) {
                labels[i].getStyleClass().add("figures");
            }
        }
        lines.addRow(lines.getRowCount(), labels);
    }
}
