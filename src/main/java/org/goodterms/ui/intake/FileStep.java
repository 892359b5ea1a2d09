package org.goodterms.ui.intake;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.FileChooser;
import org.goodterms.intake.ImportKind;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilterChips;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first step: what is to be brought in, and the file, chosen or dropped. */
final class FileStep {
    private final Desk desk;
    private final Texts texts;
    private final ImportViewModel model;
    private final VBox zone = new VBox(10);
    private final Label needs = new Label();

    FileStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    VBox node() {
        FilterChips<ImportKind> chips = new FilterChips<>(List.of(ImportKind.values()), kind -> texts.get("import.kind." + kind.word()));
        chips.chosen().bindBidirectional(model.kind);
        Label heading = new Label(texts.get("import.drop"));
        heading.getStyleClass().add("empty-heading");
        needs.getStyleClass().add("empty-more");
        needs.setWrapText(true);
        needs.setTextAlignment(TextAlignment.CENTER);
        needs.setMaxWidth(520);
        model.kind.addListener((o, was, is) -> say());
        say();
        StackPane disc = new StackPane(new FontIcon("fth-upload"));
        disc.getStyleClass().add("start-disc");
        Button choose = Buttons.primary(texts, Action.of("import.choose", "fth-folder", this::pick)
                .disabledWhile(desk.tasks().busy("import.look")));
        zone.getChildren().setAll(disc, heading, needs, choose);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        zone.setOnDragOver(this::over);
        zone.setOnDragExited(e -> zone.getStyleClass().remove("over"));
        zone.setOnDragDropped(this::dropped);
        VBox.setVgrow(zone, Priority.ALWAYS);
        VBox column = new VBox(16, chips, zone);
        VBox.setVgrow(column, Priority.ALWAYS);
        column.getStyleClass().add("page-foot");
        return column;
    }

    private void say() {
        needs.setText(texts.get("import.needs." + model.kind.get().word()));
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!zone.getStyleClass().contains("over")) {
                zone.getStyleClass().add("over");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            model.choose(files.getFirst().toPath());
        }
    }

    private void pick() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("import.choose"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("CSV", "*.csv", "*.txt", "*.tsv"),
                new FileChooser.ExtensionFilter(texts.get("import.any_file"), "*"));
        File chosen = chooser.showOpenDialog(zone.getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath());
        }
    }
}
