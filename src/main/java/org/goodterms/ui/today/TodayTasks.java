package org.goodterms.ui.today;

import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TodayEntry;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;

/** The day's list: Enter does the selected thing and goes on to the next, S passes it over with a reason. */
final class TodayTasks {
    private static final double ROW = 58;
    private static final int MOST_ROWS = 9;
    private static final double WIDTH = 480;
    private final Desk desk;
    private final Texts texts;
    private final TodayViewModel model;
    private final TodayWords words;
    private final ListView<TodayEntry> list = new ListView<>();
    private int place;

    TodayTasks(Desk desk, TodayViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.words = new TodayWords(desk.formats());
        list.setId("today-list");
        list.setItems(model.entries);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("today-list");
        list.setCellFactory(view -> new TodayRow(texts, words, this::act, this::askSkip));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> {
            if (is.intValue() >= 0) {
                place = is.intValue();
            }
        });
        model.entries.addListener((ListChangeListener<TodayEntry>) change -> goOn());
        list.prefHeightProperty().bind(Bindings.size(model.entries).multiply(ROW).map(height ->
                Math.min(MOST_ROWS * ROW, height.doubleValue()) + 2));
        list.minHeightProperty().bind(list.prefHeightProperty());
        goOn();
    }

    SectionCard card() {
        VBox done = finished();
        list.visibleProperty().bind(model.left.greaterThan(0));
        list.managedProperty().bind(list.visibleProperty());
        done.visibleProperty().bind(model.left.isEqualTo(0));
        done.managedProperty().bind(done.visibleProperty());
        SectionCard card = new SectionCard(texts.get("today.to_do"), new StackPane(list, done));
        card.count().textProperty().bind(Bindings.createStringBinding(() -> model.left.get() <= 0 ? ""
                : texts.get("today.left", model.left.get()), model.left));
        return card;
    }

    /** The clear end: nothing is left. */
    private VBox finished() {
        EmptyState state = new EmptyState(texts, "fth-check", "today.done", null);
        Label sum = new Label();
        sum.getStyleClass().add("subtle");
        sum.textProperty().bind(Bindings.createStringBinding(() -> model.done.get() + model.passed.get() == 0 ? ""
                : texts.get("today.done.sum", model.done.get(), model.passed.get()), model.done, model.passed));
        sum.managedProperty().bind(sum.textProperty().isNotEmpty());
        Button again = Buttons.quiet(texts, Action.of("today.unskip", "fth-rotate-ccw", model::unskip));
        again.visibleProperty().bind(model.passed.greaterThan(0));
        again.managedProperty().bind(again.visibleProperty());
        state.getChildren().addAll(sum, again);
        return state;
    }

    /** The one after what was just done, or the last. */
    private void goOn() {
        if (!model.entries.isEmpty()) {
            list.getSelectionModel().clearAndSelect(Math.min(place, model.entries.size() - 1));
        }
    }

    private void key(KeyEvent event) {
        TodayEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> act(entry);
            case S -> askSkip(entry);
            default -> {
                return;
            }
        }
        event.consume();
    }

    Node focus() {
        return list;
    }

    private void act(TodayEntry entry) {
        model.act(entry, () -> askResult(entry));
    }

    private void askResult(TodayEntry entry) {
        Form form = new Form(texts);
        TextArea result = new TextArea();
        result.setPrefRowCount(3);
        result.setWrapText(true);
        ask("followup.done", Form.column(what(entry), form.banner(), form.add("result", "followup.result", result)
                .hint(texts.get(entry.whom() == null ? "followup.result.kept" : "followup.result.hint"))),
                Action.of("followup.done", "fth-check", () -> model.done(entry, result.getText(), desk.overlay()::close,
                        form::show)), result);
    }

    private void askSkip(TodayEntry entry) {
        boolean task = entry.sort() == TodayEntry.Sort.TASK;
        Form form = new Form(texts);
        TextField reason = new TextField();
        DateField day = new DateField(desk.formats());
        day.setValue(nextWorkday(model.today()));
        VBox column = Form.column(what(entry), form.banner(), form.add("reason", "today.reason", reason)
                .hint(texts.get(task ? "today.reason.task" : "today.reason.message")));
        if (task) {
            column.getChildren().add(form.add("due", "today.until", day).width(170));
        }
        ask("today.skip", column, Action.of("today.skip", "fth-skip-forward", () -> {
            if (form.readable() && day.getValue() != null) {
                model.skip(entry, day.getValue(), reason.getText(), desk.overlay()::close, form::show);
            }
        }), reason);
    }

    private static LocalDate nextWorkday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case FRIDAY -> day.plusDays(3);
            case SATURDAY -> day.plusDays(2);
            default -> day.plusDays(1);
        };
    }

    private Label what(TodayEntry entry) {
        Label what = new Label(words.title(entry) + (entry.whom() == null ? "" : "\n" + entry.whom().name()));
        what.setWrapText(true);
        return what;
    }

    private void ask(String headingKey, Node content, Action act, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, act)).focusing(focus));
    }
}
