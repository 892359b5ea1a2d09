package org.goodterms.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The inputs of a screen by the names that problems call them. A problem appears under its input, and the cursor goes
 * to the first wrong one in the order in which the inputs were added; what belongs to no input stands in the
 * {@link #banner}. Typing into an input takes its problem away.
 */
public final class Form {
    private final Texts texts;
    private final Map<String, FormRow> rows = new LinkedHashMap<>();
    private final Map<String, Node> cells = new HashMap<>();
    private final Label banner = new Label();

    public Form(Texts texts) {
        this.texts = texts;
        banner.getStyleClass().add("form-banner");
        banner.setGraphic(new FontIcon("fth-alert-circle"));
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.setVisible(false);
        banner.managedProperty().bind(banner.visibleProperty());
    }

    /**
     * Adds an input.
     *
     * @param field    its name in problems
     * @param labelKey the text key of its label, or an empty string for none
     */
    public FormRow add(String field, String labelKey, Node control) {
        FormRow row = new FormRow(field, control, labelKey.isEmpty() ? "" : texts.get(labelKey));
        rows.put(field, row);
        control.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                row.wrong().forEach(problem -> row.show(texts.of(problem)));
            }
        });
        return row;
    }

    /** An input without room for a line beneath, such as a cell of a grid: it turns red and its tip says why. */
    public void mark(String field, Node control) {
        cells.put(field, control);
        if (control instanceof TextInputControl text) {
            text.textProperty().addListener((o, was, is) -> unmark(control));
        }
    }

    public void forget(String field) {
        cells.remove(field);
    }

    /** Shows problems where they belong; an empty list takes all away. */
    public void show(List<Problem> problems) {
        clear();
        List<String> homeless = new ArrayList<>();
        for (Problem problem : problems) {
            FormRow row = problem.field() == null ? null : rows.get(problem.field());
            Node cell = problem.field() == null ? null : cells.get(problem.field());
            if (row != null) {
                row.show(texts.of(problem));
            } else {
                homeless.add(texts.of(problem));
            }
            if (cell != null) {
                cell.pseudoClassStateChanged(Styles.STATE_DANGER, true);
                Tooltip.install(cell, new Tooltip(texts.of(problem)));
            }
        }
        banner.setText(homeless.stream().distinct().collect(Collectors.joining("\n")));
        banner.setVisible(!homeless.isEmpty());
        focusFirst(problems);
    }

    private void focusFirst(List<Problem> problems) {
        rows.values().stream().filter(row -> !row.problem().isEmpty()).map(FormRow::control).findFirst()
                .or(() -> problems.stream().map(problem -> cells.get(problem.field())).filter(c -> c != null).findFirst())
                .ifPresent(Node::requestFocus);
    }

    /** Whether every text can be read; what cannot is shown. Called before an act is started. */
    public boolean readable() {
        List<Problem> wrong = rows.values().stream()
                .flatMap(row -> row.wrong().stream().map(problem -> problem.under(row.field()))).toList();
        show(wrong);
        return wrong.isEmpty();
    }

    public void clear() {
        rows.values().forEach(FormRow::clear);
        cells.values().forEach(Form::unmark);
        banner.setVisible(false);
    }

    private static void unmark(Node cell) {
        cell.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    }

    /** Where problems of the whole are shown: placed above the inputs. */
    public Label banner() {
        return banner;
    }

    /** What is shown under an input; empty where nothing is. */
    public String problem(String field) {
        return rows.get(field).problem();
    }

    public FormRow row(String field) {
        return rows.get(field);
    }

    /** Inputs one under the other. */
    public static VBox column(Node... inputs) {
        VBox box = new VBox(inputs);
        box.getStyleClass().add("form-column");
        return box;
    }

    /** Inputs side by side, sharing the width. */
    public static HBox line(Node... inputs) {
        Line box = new Line(inputs);
        box.getStyleClass().add("form-line");
        return box;
    }

    /** Never less high than its inputs need at the width they have. */
    private static final class Line extends HBox {
        private Line(Node... inputs) {
            super(inputs);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
