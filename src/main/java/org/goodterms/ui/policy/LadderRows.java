package org.goodterms.ui.policy;

import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.Policy.Rule;
import org.goodterms.reminder.Policy.Travel;
import org.goodterms.reminder.Step;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;

/** The ladder as a table of fields, a row for each step. */
final class LadderRows extends GridPane {
    private static final double DAYS = 76;
    private final Texts texts;
    private final PolicyViewModel model;
    private List<Step> shown = List.of();

    LadderRows(Texts texts, PolicyViewModel model) {
        this.texts = texts;
        this.model = model;
        setHgap(12);
        setVgap(8);
        model.policy().addListener((o, was, is) -> fit(is));
        model.loaded.addListener((o, was, is) -> draw(model.policy().get()));
        fit(model.policy().get());
    }

    /** Draws the rows anew where there are others; what is being typed is left alone. */
    private void fit(Policy policy) {
        List<Step> steps = policy.rules().stream().map(Rule::step).toList();
        if (!steps.equals(shown)) {
            shown = steps;
            draw(policy);
        }
    }

    private void draw(Policy policy) {
        getChildren().clear();
        List<String> heads = List.of("policy.col.step", "policy.col.offset", "policy.col.gap", "policy.col.travel", "policy.col.deadline", "policy.col.fee", "policy.col.approval");
        for (int i = 0; i < heads.size(); i++) {
            Label head = new Label(texts.get(heads.get(i)));
            head.getStyleClass().add("muted");
            add(head, i, 0);
        }
        int row = 1;
        for (Rule rule : policy.rules()) {
            addRow(row++, row(rule));
        }
    }

    private Node[] row(Rule rule) {
        Step step = rule.step();
        Label name = new Label(texts.get("reminder.step." + step));
        name.getStyleClass().add("strong");
        Action remove = Action.of("policy.remove", "fth-trash-2", () -> model.remove(step));
        Node offset = days(step, "offset", rule.offset(), (r, n) -> r.withOffset(n));
        Node gap = days(step, "gap", rule.gap(), (r, n) -> r.withGap(n));
        if (!step.isMessage()) {
            Label how = new Label(texts.get("policy.travel." + (step == Step.H ? "decide" : "call")));
            return new Node[] {name, offset, gap, how, new Label(), new Label(), new Label(), Buttons.icon(texts, remove)};
        }
        ComboBox<Travel> travel = new ComboBox<>(FXCollections.observableArrayList(Travel.values()));
        travel.setConverter(Choice.named(is -> texts.get("policy.travel." + is.word())));
        travel.setValue(rule.travel());
        travel.setId("travel-" + step);
        travel.setAccessibleText(texts.get("policy.col.travel"));
        travel.valueProperty().addListener((o, was, is) -> model.change(step, r -> r.withTravel(is)));
        Node deadline = days(step, "deadline", rule.deadline(), (r, n) -> r.withDeadline(n));
        CheckBox approval = new CheckBox();
        approval.setAccessibleText(texts.get("policy.col.approval"));
        approval.setSelected(rule.approval());
        approval.selectedProperty().addListener((o, was, is) -> model.change(step, r -> r.withApproval(is)));
        return new Node[] {name, offset, gap, travel, deadline, fee(step, rule), approval, Buttons.icon(texts, remove)};
    }

    private Node fee(Step step, Rule rule) {
        TextField input = field(step, "fee", model.shown(rule.fee()));
        input.setTooltip(new Tooltip(texts.get("policy.fee.hint")));
        input.textProperty().addListener((o, was, is) -> model.typedFee(step, is));
        return input;
    }

    private Node days(Step step, String field, int now, BiFunction<Rule, Integer, Rule> edit) {
        TextField input = field(step, field, Integer.toString(now));
        input.textProperty().addListener((o, was, is) -> model.typed(step + "." + field, is, n -> model.change(step, r -> edit.apply(r, n))));
        return input;
    }

    private TextField field(Step step, String field, String now) {
        TextField input = new TextField(now);
        input.setId(field + "-" + step);
        input.setPrefWidth(DAYS);
        input.setMaxWidth(DAYS);
        input.setAlignment(Pos.CENTER_RIGHT);
        input.setAccessibleText(texts.get("policy.col." + field));
        return input;
    }
}
