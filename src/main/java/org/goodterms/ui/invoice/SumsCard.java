package org.goodterms.ui.invoice;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.goodterms.invoice.Totals;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an invoice comes to while it is typed, and when that is due. */
final class SumsCard {
    private final Desk desk;
    private final Texts texts;
    private final GridPane grid = new GridPane(24, 6);

    SumsCard(Desk desk, InvoiceEditViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), figures);
        model.sums.addListener((o, was, is) -> show(is));
    }

    SectionCard card() {
        return new SectionCard(texts.get("invoice.sums"), new VBox(grid));
    }

    private void show(InvoiceEditViewModel.@Nullable Sums sums) {
        grid.getChildren().clear();
        if (sums == null) {
            return;
        }
        Totals totals = sums.totals();
        if (!totals.adjusted().isEmpty()) {
            line(texts.get("invoice.line_sum"), totals.lineSum(), "");
            if (!totals.allowances().isZero()) {
                line(texts.get("invoice.less_discounts"), totals.allowances().negated(), "");
            }
            if (!totals.charges().isZero()) {
                line(texts.get("invoice.plus_charges"), totals.charges(), "");
            }
        }
        line(texts.get("invoice.net"), totals.net(), "");
        totals.taxes().forEach(row -> line(texts.get("invoice.tax_of", TaxWords.of(texts, row.key()),
                desk.formats().money(row.base())), row.tax(), ""));
        line(texts.get("invoice.total"), totals.total(), "aging-amount");
        dues(sums.dues());
    }

    private void dues(List<Terms.Due> dues) {
        for (Terms.Due due : dues) {
            line(texts.get("invoice.due_on", desk.formats().date(due.date())), due.amount(), "muted");
        }
    }

    private void line(String name, Money amount, String style) {
        Label figure = new Label(desk.formats().money(amount));
        figure.getStyleClass().add("figures");
        Label words = new Label(name);
        if (!style.isEmpty()) {
            figure.getStyleClass().add(style);
            words.getStyleClass().add(style);
        }
        grid.addRow(grid.getRowCount(), words, figure);
    }
}
