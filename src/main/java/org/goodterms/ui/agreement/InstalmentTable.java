package org.goodterms.ui.agreement;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.goodterms.agreement.PlanStanding.Matched;
import org.goodterms.ui.kit.Desk;
import org.kordamp.ikonli.javafx.FontIcon;

/** Instalments one under the other with what was paid of each. */
final class InstalmentTable extends GridPane {
    private final Desk desk;

    InstalmentTable(Desk desk) {
        this.desk = desk;
        setHgap(16);
        setVgap(8);
        ColumnConstraints number = new ColumnConstraints();
        ColumnConstraints date = new ColumnConstraints();
        date.setHgrow(Priority.ALWAYS);
        ColumnConstraints amount = new ColumnConstraints();
        amount.setHalignment(HPos.RIGHT);
        number.setMinWidth(18);
        getColumnConstraints().setAll(number, date, amount);
    }

    void show(List<Matched> rows) {
        getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            Matched row = rows.get(i);
            boolean done = !row.paid().isLessThan(row.instalment().amount());
            boolean late = !done && row.instalment().date().isBefore(desk.formats().today());
            Label number = done ? new Label("", new FontIcon("fth-check")) : new Label(String.valueOf(i + 1));
            number.getStyleClass().add(done ? "tone-good" : "subtle");
            Label date = new Label(desk.formats().date(row.instalment().date()));
            Label amount = new Label(desk.formats().amount(row.instalment().amount()));
            amount.getStyleClass().add("figures");
            amount.setMinWidth(Label.USE_PREF_SIZE);
            if (late) {
                date.getStyleClass().add("tone-bad");
            }
            addRow(getRowCount(), number, date, amount);
            if (!done && row.paid().isPositive()) {
                Label part = new Label(desk.texts().get("agreement.part_paid", desk.formats().amount(row.paid())));
                part.getStyleClass().add("subtle");
                add(part, 1, getRowCount(), 2, 1);
            }
        }
    }
}
