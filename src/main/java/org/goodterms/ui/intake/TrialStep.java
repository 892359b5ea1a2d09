package org.goodterms.ui.intake;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.intake.ImportReport;
import org.goodterms.intake.ImportReport.RowProblem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.StatusPill.Tone;

/** What an import would do, or did: how many rows, their sum, and each refused row with its column. */
final class TrialStep {
    private final Desk desk;
    private final Texts texts;
    private final ImportViewModel model;

    TrialStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    VBox node(ImportReport report, boolean done) {
        String sums = report.totals().values().stream().map(desk.formats()::money).sorted().collect(Collectors.joining(", "));
        KeyFigure good = figure(done ? "import.imported" : "import.would", report.imported(), sums).tone(Tone.GOOD);
        KeyFigure bad = figure("import.refused", report.errors().size(), texts.get("import.refused.more"))
                .tone(report.errors().isEmpty() ? Tone.QUIET : Tone.BAD);
        VBox column = new VBox(16, KeyFigure.row(figure("import.rows", report.rows(), model.fileName.get()), good,
                figure("import.skipped", report.skipped(), texts.get("import.skipped.more")), bad));
        if (!report.warnings().isEmpty()) {
            column.getChildren().add(warnings(report.warnings()));
        }
        if (!report.errors().isEmpty()) {
            column.getChildren().add(table());
        } else {
            EmptyState state = new EmptyState(texts, "fth-check", done ? "import.done" : report.imported() == 0 ? "import.nothing_new"
                    : "import.all_good", null);
            VBox.setVgrow(state, Priority.ALWAYS);
            column.getChildren().add(state);
        }
        VBox.setVgrow(column, Priority.ALWAYS);
        return column;
    }

    private KeyFigure figure(String key, long number, String more) {
        return new KeyFigure(texts.get(key)).show(desk.formats().number(number), "", more);
    }

    private Label warnings(List<RowProblem> warnings) {
        RowProblem first = warnings.getFirst();
        Label label = new Label(texts.get("import.warnings", warnings.size(), first.row(), texts.of(first.problem())));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private ListTable<RowProblem> table() {
        ListTable<RowProblem> table = new ListTable<RowProblem>(desk, "import-refused");
        table.count("row", "import.row", RowProblem::row).width(80);
        table.text("column", "import.column", RowProblem::column).width(180);
        table.text("problem", "import.problem", row -> texts.of(row.problem())).wide();
        table.rows(model.refused);
        return table;
    }
}
