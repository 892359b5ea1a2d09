package org.goodterms.ui.policy;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Occasion;
import org.goodterms.reminder.Step;
import org.goodterms.reminder.TextJudgeService;
import org.goodterms.reminder.TextService;
import org.goodterms.reminder.Tone;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MailSheet;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/** What reminders say: a text with its placeholders at the left, at the right how it reads on an open invoice. */
final class TextsView implements Screen {
    private static final double PAUSE = 400;
    private final PauseTransition pause = new PauseTransition(Duration.millis(PAUSE));
    private final Texts texts;
    private final TextsViewModel model;
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final Label trouble = new Label();
    private final Label differs = new Label();
    private final FlowPane places = new FlowPane(6, 6);
    private final MailSheet sheet;
    private final FilterChips<Step> steps;
    private final FilterChips<Tone> tones;
    private final FilterChips<String> languages;
    private final List<Action> actions;
    private final Page page;
    private TextInputControl last = text;

    TextsView(Desk desk, TextsViewModel model) {
        this.texts = desk.texts();
        this.model = model;
        sheet = new MailSheet(texts);
        steps = new FilterChips<>(Occasion.steps(), step -> texts.get("reminder.step." + step));
        tones = new FilterChips<>(List.of(Tone.values()), tone -> texts.get("policy.text.tone." + tone.word()));
        languages = new FilterChips<>(Occasion.LANGUAGES, language -> texts.get("policy.text.language." + language));
        steps.chosen().set(model.occasion().step());
        languages.chosen().set(model.occasion().language());
        for (FilterChips<?> chips : List.of(steps, tones, languages)) {
            chips.chosen().addListener((o, was, is) -> model.choose(new Occasion(steps.chosen().get(), tones.chosen().get(), languages.chosen().get())));
        }
        Action save = Action.of("policy.text.save", "fth-check", model::save).on(Shortcut.COMMIT).disabledWhile(desk.tasks().busy("policy.text.save"));
        Action reset = Action.of("policy.text.reset", "fth-rotate-ccw", model::reset).disabledWhile(Bindings.createBooleanBinding(
                () -> model.stored.get() == null || !model.stored.get().isOwn(), model.stored));
        actions = List.of(save, reset);
        HBox body = new HBox(20, editor(), sheet);
        HBox.setHgrow(sheet, Priority.ALWAYS);
        sheet.setPrefWidth(420);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("page-foot");
        Button back = Buttons.of(texts, reset);
        Button keep = Buttons.primary(texts, save);
        back.setId("policy-text-reset");
        keep.setId("policy-text-save");
        page = new Page(texts.get(titleKey())).actions(back, keep)
                .content(new VBox(8, steps, new HBox(24, tones, languages)), body);
        page.sub().setText(texts.get("policy.text.sub"));
        model.stored.addListener((o, was, is) -> mark());
        model.shown.addListener((o, was, is) -> show(is));
        model.problems.addListener((o, was, is) -> trouble.setText(String.join("\n", is.stream().map(texts::of).toList())));
    }

    private Node editor() {
        pause.setOnFinished(e -> {
            if (text.getScene() != null && text.getScene().getWindow().isShowing()) {
                model.proof(); // with the window the book is closed
            }
        });
        subject.setId("text-subject");
        text.setId("text-body");
        subject.textProperty().bindBidirectional(model.subject);
        text.textProperty().bindBidirectional(model.text);
        text.setWrapText(true);
        text.setPrefRowCount(14);
        text.setMinHeight(120);
        for (TextInputControl input : List.of(subject, text)) {
            input.textProperty().addListener((o, was, is) -> {
                mark();
                pause.playFromStart();
            });
            input.focusedProperty().addListener((o, was, is) -> {
                if (is) {
                    last = input;
                    offer();
                }
            });
        }
        trouble.setId("text-trouble");
        trouble.getStyleClass().add("tone-bad");
        differs.setId("text-differs");
        differs.getStyleClass().add("tone-watch");
        for (Label label : List.of(trouble, differs)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        places.setId("text-places");
        Form form = new Form(texts);
        var words = form.add("text", "mail.text", text);
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox.setVgrow(text, Priority.ALWAYS);
        Label insert = new Label(texts.get("policy.text.insert"));
        insert.getStyleClass().add("muted");
        VBox column = Form.column(form.add("subject", "mail.subject", subject), words, insert, places, trouble, differs);
        VBox.setVgrow(column, Priority.ALWAYS);
        SectionCard card = new SectionCard(texts.get("reminder.words"), column);
        card.setPrefWidth(480);
        card.setMinWidth(380);
        return card;
    }

    private void mark() {
        differs.setText(model.changed() ? texts.get("policy.text.unsaved")
                : model.stored.get() != null && model.stored.get().isOwn() ? texts.get("policy.text.own") : "");
        if (places.getChildren().isEmpty() || model.stored.get() != null) {
            offer();
        }
    }

    /** What can be put where the cursor is. */
    private void offer() {
        places.getChildren().setAll(TextJudgeService.placeholders(model.occasion().step(), last == subject).stream().map(this::place).toList());
    }

    private Button place(String written) {
        String name = written.replaceAll("[{}>]", "");
        Button button = new Button(texts.get("policy.text.name." + name));
        button.setId("place-" + name);
        button.getStyleClass().add("chip");
        button.setTooltip(new Tooltip(written));
        button.setFocusTraversable(false);
        button.setOnAction(e -> {
            last.replaceSelection(written);
            last.requestFocus();
        });
        return button;
    }

    private void show(TextService.@Nullable Proof proof) {
        if (proof != null) {
            sheet.show("", proof.name(), proof.wording().subject(), proof.wording().text(), List.of());
        }
    }

    @Override
    public String titleKey() {
        return "screen.policy.texts";
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
    public void onHide() {
        pause.stop();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Node firstFocus() {
        return text;
    }
}
