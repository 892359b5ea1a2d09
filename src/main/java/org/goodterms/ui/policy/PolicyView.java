package org.goodterms.ui.policy;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.PolicyChange;
import org.goodterms.reminder.PolicySentences.Sentence;
import org.goodterms.reminder.Step;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** A policy as a ladder, as sentences with the days they come to, and what it would change before it holds. */
public final class PolicyView implements Screen {
    private static final double WIDEST = 860;
    private static final int SHOWN = 40;
    private final Desk desk;
    private final Texts texts;
    private final PolicyViewModel model;
    private final LadderRows ladder;
    private final FilterChips<Policy.Mode> modes;
    private final VBox said = new VBox(10);
    private final HBox missing = new HBox(8);
    private final Label trouble = new Label();
    private final Page page;
    private final List<Action> actions;

    public PolicyView(Desk desk, PolicyViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        ladder = new LadderRows(texts, model);
        ladder.setId("policy-ladder");
        modes = new FilterChips<>(List.of(Policy.Mode.values()), mode -> texts.get("policy.mode." + mode.word()));
        modes.setId("policy-modes");
        modes.chosen().addListener((o, was, is) -> model.mode(is));
        trouble.setId("policy-trouble");
        trouble.getStyleClass().add("tone-bad");
        wrap(trouble);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        Action save = Action.of("policy.save", "fth-check", () -> model.preview(changes -> ask(changes, model::save))).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("policy.save"));
        Action inherit = Action.of(model.subject().scope() == Policies.Scope.COMPANY ? "policy.shipped" : "policy.inherit", "fth-rotate-ccw",
                () -> model.previewInherited(changes -> ask(changes, model::inherit))).disabledWhile(Bindings.createBooleanBinding(
                () -> !Boolean.TRUE.equals(model.own.get()), model.own));
        Action wordings = Action.of("policy.texts", "fth-edit-3", () -> desk.navigator().go(Place.of("policy.texts")));
        actions = List.of(save, inherit, wordings);
        VBox content = new VBox(20, trouble, new SectionCard(texts.get("policy.mode"), modes), new SectionCard(texts.get("policy.ladder"), ladder, missing),
                new SectionCard(texts.get("policy.said"), said));
        content.setMaxWidth(WIDEST);
        page = new Page(heading()).actions(Buttons.of(texts, wordings), Buttons.of(texts, inherit), Buttons.primary(texts, save)).scrolling(content);
        page.sub().setText(texts.get("policy.sub"));
        model.sentences.addListener((ListChangeListener<Sentence>) change -> show());
        model.problems.addListener((ListChangeListener<Problem>) change -> trouble.setText(String.join("\n",
                model.problems.stream().map(texts::of).toList())));
        show();
    }

    private String heading() {
        String name = model.subject().name();
        String shown = texts.has("segment." + name) ? texts.get("segment." + name) : name;
        return texts.get("policy.of." + model.subject().scope().word(), shown);
    }

    private void show() {
        Policy policy = model.policy().get();
        modes.chosen().set(policy.mode());
        said.getChildren().clear();
        model.words().around(policy).forEach(line -> said.getChildren().add(wrap(new Label(line))));
        for (Sentence sentence : model.sentences) {
            Label text = wrap(new Label(sentence.text()));
            Label days = wrap(new Label(sentence.said()));
            days.getStyleClass().add("muted");
            said.getChildren().add(new VBox(2, text, days));
        }
        missing.setAlignment(Pos.CENTER_LEFT);
        missing.getChildren().setAll(model.missing().stream().map(this::addBack).toList());
    }

    private Node addBack(Step step) {
        javafx.scene.control.Button button = Buttons.quiet(texts, Action.of("policy.add", "fth-plus", () -> model.add(step)));
        button.setText(texts.get("policy.add", texts.get("reminder.step." + step)));
        button.setId("add-" + step);
        return button;
    }

    /** The last word: what comes next for whom, before and after. */
    private void ask(List<PolicyChange> changes, Runnable then) {
        VBox rows = new VBox(10);
        rows.setId("policy-changes");
        rows.getChildren().add(wrap(new Label(texts.get("policy.changes.count", changes.size()))));
        changes.stream().limit(SHOWN).forEach(change -> {
            Label item = new Label(change.before().code() + " \u00B7 " + change.before().number());
            item.getStyleClass().add("strong");
            Label differs = wrap(new Label(texts.get("policy.change", model.words().next(change.before()), model.words().next(change.after()))));
            rows.getChildren().add(new VBox(2, item, differs));
        });
        if (changes.size() > SHOWN) {
            rows.getChildren().add(new Label(texts.get("policy.changes.more", changes.size() - SHOWN)));
        }
        Action apply = Action.of("policy.apply", "fth-check", () -> {
            desk.overlay().close();
            then.run();
        });
        javafx.scene.control.Button main = Buttons.primary(texts, apply);
        main.setId("policy-apply");
        desk.overlay().show(new Dialog(texts.get("policy.changes"), rows, 620).buttons(Buttons.of(texts, Action.of("window.cancel", "fth-x",
                desk.overlay()::close)), main).focusing(Objects.requireNonNull(main)));
    }

    private static Label wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public String titleKey() {
        return "screen.policy";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.load();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }
}
