package org.goodterms.ui.intake;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.Looked;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** The second step: what was found, and which column is which field, with samples of what stands there. */
final class ColumnsStep {
    private static final String NONE = "\u0000none";
    private static final String SAME = "\u0000same";
    private static final int SAMPLES = 3;
    private static final double FOUND_WIDTH = 300;
    private final Desk desk;
    private final Texts texts;
    private final ImportViewModel model;
    private final GridPane grid = new GridPane();
    private final MenuButton kept;
    private final HBox node;

    ColumnsStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        grid.getStyleClass().add("column-grid");
        ColumnConstraints names = new ColumnConstraints(130, 150, 190);
        ColumnConstraints columns = new ColumnConstraints(150, 210, 240);
        ColumnConstraints samples = new ColumnConstraints(80, 200, Double.MAX_VALUE);
        samples.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, columns, samples);
        grid.setMinWidth(0);
        kept = new MenuButton(texts.get("import.saved"));
        kept.managedProperty().bind(kept.visibleProperty());
        model.saved.addListener((ListChangeListener<String>) change -> offer());
        offer();
        HBox tools = new HBox(4, kept, Buttons.quiet(texts, Action.of("import.save_mapping", "fth-bookmark", this::askName)));
        SectionCard columnsCard = new SectionCard(texts.get("import.columns"), grid).actions(tools);
        HBox.setHgrow(columnsCard, Priority.ALWAYS);
        columnsCard.setMinWidth(0);
        SectionCard found = new FoundCard(desk, model).card();
        SectionCard program = new ProgramCard(desk, model).card();
        VBox left = new VBox(program, found);
        for (Node card : List.of(found, program)) {
            card.managedProperty().bind(card.visibleProperty());
        }
        program.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.program().isPresent(), model.looked));
        found.visibleProperty().bind(program.visibleProperty().not());
        tools.visibleProperty().bind(found.visibleProperty());
        left.setMinWidth(FOUND_WIDTH);
        left.setMaxWidth(FOUND_WIDTH);
        node = new HBox(20, left, columnsCard);
        model.looked.addListener((o, was, is) -> show(is));
        show(model.looked.get());
    }

    Node node() {
        return node;
    }

    private void offer() {
        kept.setVisible(!model.saved.isEmpty());
        kept.getItems().setAll(model.saved.stream().map(name -> {
            MenuItem item = new MenuItem(name);
            item.setOnAction(e -> model.useSaved(name));
            return item;
        }).toList());
    }

    private void show(@Nullable Looked looked) {
        grid.getChildren().clear();
        if (looked == null) {
            return;
        }
        ImportKind kind = model.kind.get();
        boolean known = looked.program().isPresent();
        head("import.field", 0);
        head("import.column", 1);
        head("import.samples", 2);
        List<String> fields = known ? looked.columns() : kind.fields();
        for (int i = 0; i < fields.size(); i++) {
            line(looked, fields.get(i), kind.needed().contains(fields.get(i)), i + 1);
        }
    }

    private void head(String key, int column) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("caption");
        grid.add(label, column, 0);
    }

    private void line(Looked looked, String field, boolean needed, int row) {
        Label name = new Label(texts.get("import.of." + field));
        if (needed) {
            name.getStyleClass().add("strong");
        }
        String column = looked.mapping().fields().get(field);
        String constant = looked.mapping().constants().get(field);
        ComboBox<String> choice = choices(looked);
        choice.setId("column-" + field);
        choice.setValue(column != null ? column : constant != null ? SAME : NONE);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setDisable(looked.program().isPresent());
        choice.setAccessibleText(name.getText());
        if (needed && column == null && constant == null) {
            choice.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, true);
        }
        Node shown = constant != null ? same(field, constant) : samples(looked, column, needed);
        choice.valueProperty().addListener((o, was, is) -> {
            if (SAME.equals(is)) {
                TextField typed = same(field, "");
                grid.getChildren().removeIf(n -> GridPane.getRowIndex(n) == row && GridPane.getColumnIndex(n) == 2);
                grid.add(typed, 2, row);
                typed.requestFocus();
            } else {
                model.assign(field, NONE.equals(is) ? null : is, null);
            }
        });
        GridPane.setValignment(name, VPos.CENTER);
        grid.add(name, 0, row);
        grid.add(choice, 1, row);
        grid.add(shown, 2, row);
    }

    private Label samples(Looked looked, @Nullable String column, boolean needed) {
        Label label = new Label(column == null ? needed ? texts.get("import.needed") : ""
                : String.join("  \u00B7  ", looked.samples(column, SAMPLES)));
        label.getStyleClass().add(column == null && needed ? "tone-bad" : "subtle");
        label.setMinWidth(0);
        return label;
    }

    private TextField same(String field, String constant) {
        TextField typed = new TextField(constant);
        typed.setPromptText(texts.get("import.value"));
        typed.setOnAction(e -> model.assign(field, null, typed.getText()));
        typed.focusedProperty().addListener((o, was, is) -> {
            if (!is && !typed.getText().isBlank()) {
                model.assign(field, null, typed.getText());
            }
        });
        return typed;
    }

    private ComboBox<String> choices(Looked looked) {
        ComboBox<String> box = new ComboBox<>();
        List<String> all = new ArrayList<>(List.of(NONE, SAME));
        all.addAll(looked.columns());
        box.getItems().setAll(all);
        box.setConverter(Choice.named(value -> value.equals(NONE) ? texts.get("import.none")
                : value.equals(SAME) ? texts.get("import.same")
                : looked.header() ? value : texts.get("import.column_number", value)));
        return box;
    }

    private void askName() {
        Form form = new Form(texts);
        TextField name = new TextField(model.fileName.get().replaceAll("[.][^.]*$", ""));
        VBox content = Form.column(form.banner(), form.add("name", "import.mapping_name", name).hint(texts.get("import.mapping_hint")));
        content.setMinHeight(Region.USE_PREF_SIZE);
        desk.overlay().show(new Dialog(texts.get("import.save_mapping"), content, 440).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, Action.of("window.save", "fth-check", () -> model.save(name.getText(), desk.overlay()::close, form::show))))
                .focusing(name));
    }
}
