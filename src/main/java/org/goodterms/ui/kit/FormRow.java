package org.goodterms.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Problem;

/** One input of a form: its label above, the control, and beneath it a hint or what is wrong. */
public final class FormRow extends VBox {
    private static final double USUAL_WIDTH = 180;
    private final Node control;
    private final Label hint = new Label();
    private final Label problem = new Label();
    private final String field;

    FormRow(String field, Node control, String label) {
        this.field = field;
        this.control = control;
        Label name = new Label(label);
        name.getStyleClass().add("form-label");
        name.setLabelFor(control);
        hint.getStyleClass().add("form-hint");
        problem.getStyleClass().add("form-problem");
        for (Label line : new Label[] {hint, problem}) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.setVisible(false);
            line.managedProperty().bind(line.visibleProperty());
        }
        if (control instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        control.setAccessibleText(label);
        if (control.getId() == null) {
            control.setId("field-" + field);
        }
        getStyleClass().add("form-row");
        getChildren().addAll(name, control, hint, problem);
        if (label.isEmpty()) {
            getChildren().remove(name);
        }
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(USUAL_WIDTH);
        HBox.setHgrow(this, Priority.ALWAYS);
        watch();
    }

    private void watch() {
        switch (control) {
            case TextInputControl text -> text.textProperty().addListener((o, was, is) -> clear());
            case ComboBoxBase<?> choice -> choice.valueProperty().addListener((o, was, is) -> clear());
            default -> { }
        }
    }

    /** What is wrong with the text itself. */
    List<Problem> wrong() {
        return control instanceof ValueField<?> value ? value.wrong() : List.of();
    }

    /** A line of help that stands there always. */
    public FormRow hint(String text) {
        hint.setText(text);
        hint.setVisible(!text.isBlank());
        return this;
    }

    /** A width that suits what is typed, instead of all there is. */
    public FormRow width(double pixels) {
        setPrefWidth(pixels);
        setMaxWidth(pixels);
        setMinWidth(pixels);
        HBox.setHgrow(this, Priority.NEVER);
        return this;
    }

    public Node control() {
        return control;
    }

    public String field() {
        return field;
    }

    void show(String text) {
        problem.setText(text);
        problem.setVisible(true);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, true);
    }

    /** What is wrong, as it stands there; empty where nothing is. */
    public String problem() {
        return problem.isVisible() ? problem.getText() : "";
    }

    void clear() {
        problem.setVisible(false);
        problem.setText("");
        control.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    }
}
