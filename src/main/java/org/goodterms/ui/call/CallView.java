package org.goodterms.ui.call;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.call.CallCase;
import org.goodterms.call.CallResult;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The call desk: at the left the script and what is owed, at the right what was agreed and said before, and the eight
 * results. Each has a digit; with Alt it works while something is being typed, too.
 */
public final class CallView implements Screen {
    private static final double SIDE = 360;
    private final Desk desk;
    private final Texts texts;
    private final CallViewModel model;
    private final CallDialogs dialogs;
    private final ScriptCard script;
    private final CaseCards cards;
    private final ComboBox<String> person = new ComboBox<>();
    private final Page page;
    private final HBox columns;
    private final EmptyState done;
    private final List<Action> actions;

    public CallView(Desk desk, CallViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.dialogs = new CallDialogs(desk, model);
        this.script = new ScriptCard(desk);
        this.cards = new CaseCards(desk);
        Action next = Action.of("call.next", "fth-skip-forward", model::next).disabledWhile(model.finished);
        Action customer = Action.of("call.to_customer", "fth-user", model::toCustomer).disabledWhile(model.finished);
        actions = List.of(next, customer);
        VBox left = new VBox(20, script.card(), cards.items());
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(20, results(), cards.limits(), cards.promises(), cards.contacts());
        right.setMinWidth(SIDE);
        right.setPrefWidth(SIDE);
        right.setMaxWidth(SIDE);
        columns = new HBox(20, left, right);
        done = new EmptyState(texts, "fth-check", "call.done", null);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, customer), Buttons.of(texts, next)).scrolling(columns);
        // when the key is let go: the digit shall not be typed into the dialog that opens
        page.addEventFilter(KeyEvent.KEY_RELEASED, this::key);
        model.current.addListener((o, was, is) -> show(is));
        model.finished.addListener((o, was, is) -> {
            if (is) {
                page.heading().setText(texts.get(titleKey()));
                page.beside();
                page.sub().setText(texts.get("call.sub.done", model.made.get()));
                page.content(done);
            }
        });
        model.person.addListener((o, was, is) -> script());
    }

    private SectionCard results() {
        person.setEditable(true);
        person.setId("call-person");
        person.getEditor().textProperty().bindBidirectional(model.person);
        TextArea note = new TextArea();
        note.setId("call-note");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(model.note);
        Form form = new Form(texts);
        GridPane keys = new GridPane(8, 8);
        for (CallResult result : CallResult.values()) {
            Button button = new Button(texts.get("call.result." + result.word()));
            Label cap = new Label(String.valueOf(result.key()));
            cap.getStyleClass().add("act-key");
            button.setGraphic(cap);
            button.setContentDisplay(ContentDisplay.LEFT);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setId("call-" + result.word());
            button.setOnAction(e -> report(result));
            button.disableProperty().bind(desk.tasks().busy("call.report"));
            GridPane.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(SIDE / 2);
            keys.add(button, (result.key() - 1) % 2, (result.key() - 1) / 2);
        }
        return new SectionCard(texts.get("call.how"), Form.column(form.add("person", "call.person", person),
                form.add("note", "call.note", note)), keys);
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        int digit = event.getCode().isDigitKey() && event.getCode().getName().matches("\\D*\\d")
                ? event.getCode().getName().charAt(event.getCode().getName().length() - 1) - '0' : 0;
        if (model.current.get() != null && !event.isControlDown() && (event.isAltDown() || !typing)) {
            CallResult.ofKey(digit).ifPresent(result -> {
                event.consume();
                report(result);
            });
        }
    }

    private void report(CallResult result) {
        CallCase is = model.current.get();
        if (is == null) {
            return;
        }
        switch (result) {
            case PROMISE -> dialogs.promise(is);
            case DISPUTE -> dialogs.dispute(is);
            default -> model.report(result);
        }
    }

    private void show(@Nullable CallCase is) {
        if (is == null) {
            return;
        }
        page.scrolling(columns);
        page.heading().setText(is.customer().name());
        Label code = new Label(is.customer().code());
        code.getStyleClass().add("subtle");
        if (is.forbidden()) {
            page.beside(code, new StatusPill(texts.get("call.forbidden"), Tone.BAD));
        } else {
            page.beside(code, new StatusPill(texts.get("call.stage." + is.stage().name().toLowerCase(java.util.Locale.ROOT)),
                    is.stage() == org.goodterms.call.CallStage.FIRST ? Tone.CALM : Tone.WATCH));
        }
        String phones = Stream.concat(Stream.of(is.customer().reach().phone()), is.customer().persons().stream()
                .filter(one -> !one.phone().isBlank()).map(one -> (one.name() + " " + one.phone()).strip()))
                .filter(phone -> !phone.isBlank()).distinct().collect(Collectors.joining("  \u00B7  "));
        page.sub().setText((phones.isEmpty() ? texts.get("call.no_phone") : phones) + "  \u00B7  " + texts.get("call.waiting", model.waiting()));
        String typed = model.person.get();
        person.getItems().setAll(model.persons());
        model.person.set(typed);
        script();
        cards.show(is);
    }

    private void script() {
        CallCase is = model.current.get();
        if (is != null && model.firm.get() != null) {
            script.show(is, Objects.requireNonNull(model.firm.get()), model.person.get() == null ? "" : model.person.get());
        }
    }

    @Override
    public String titleKey() {
        return "screen.calls";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
    }

    @Override
    public void onHide() {
        model.stop();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Node firstFocus() {
        return page;
    }
}
