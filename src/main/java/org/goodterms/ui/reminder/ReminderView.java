package org.goodterms.ui.reminder;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Reading;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MailSheet;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/** A reminder by hand: at the left what it asks for and its words, at the right the message exactly as it will arrive. */
public final class ReminderView implements Screen {

    /** What is shown at the right. */
    enum Part {
        BOTH, MAIL, PAGES, CHANGES
    }

    private static final double PAUSE = 500;
    private static final double LEFT = 380;
    /** From this width on mail and pages have room beside each other. */
    private static final double BESIDE = 560;
    private final Desk desk;
    private final Texts texts;
    private final ReminderViewModel model;
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final TextField anyway = new TextField();
    private final Label differs = new Label();
    private final Form form;
    private final MailSheet sheet;
    private final PdfPreview preview;
    private final VBox changes = new VBox();
    private final HBox right = new HBox(16);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.BOTH);
    private final Action send;
    private final Page page;

    public ReminderView(Desk desk, ReminderViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        this.sheet = new MailSheet(texts).onFile(model::turnTo);
        this.preview = new PdfPreview(desk);
        this.send = Action.of("reminder.send", "fth-send", model::send).on(Shortcut.COMMIT).disabledWhile(Bindings.createBooleanBinding(
                () -> !model.current() || desk.tasks().busy("reminder.send").get(), model.shown, model.subject, model.text,
                desk.tasks().busy("reminder.send")));
        HBox body = new HBox(20, left(), shownSide());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("page-foot");
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)),
                Buttons.primary(texts, send)).content(body);
        EmptyState nothing = new EmptyState(texts, "fth-smile", "reminder.nothing", null);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        model.loaded.addListener((o, was, is) -> {
            if (is && model.choices.isEmpty()) {
                page.content(nothing);
            }
        });
        model.customer.addListener((o, was, is) -> page.heading().setText(texts.get("reminder.heading", is == null ? "" : is.name())));
        model.problems.addListener((o, was, is) -> form.show(is));
        model.shown.addListener((o, was, is) -> show(is));
        part.addListener((o, was, is) -> arrange());
        page.sub().textProperty().bind(Bindings.createStringBinding(() -> model.shown.get() == null ? "" : texts.get(model.isLetter()
                ? "reminder.sub.letter" : model.account.get() ? "reminder.sub.mail" : "reminder.sub.program",
                ItemsCard.step(texts, model.shown.get().written().notice().step().name())), model.shown, model.account));
    }

    private Node left() {
        subject.textProperty().bindBidirectional(model.subject);
        text.textProperty().bindBidirectional(model.text);
        text.setWrapText(true);
        text.setMinHeight(84);
        text.setPrefRowCount(10);
        PauseTransition pause = new PauseTransition(Duration.millis(PAUSE));
        pause.setOnFinished(e -> model.rewrite());
        model.subject.addListener((o, was, is) -> typed(pause));
        model.text.addListener((o, was, is) -> typed(pause));
        differs.getStyleClass().add("tone-watch");
        Button reset = Buttons.quiet(texts, Action.of("reminder.reset", "fth-rotate-ccw", model::reset));
        for (Node node : new Node[] {differs, reset}) {
            node.managedProperty().bind(node.visibleProperty());
            node.setVisible(false);
        }
        reset.visibleProperty().bind(differs.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox marked = new HBox(8, differs, space, reset);
        marked.setAlignment(Pos.CENTER_LEFT);
        marked.managedProperty().bind(differs.visibleProperty());
        var words = form.add("text", "mail.text", text);
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox.setVgrow(text, Priority.ALWAYS);
        var why = form.add("why", "reminder.anyway", anyway).hint(texts.get("reminder.anyway.hint"));
        anyway.textProperty().bindBidirectional(model.why);
        why.visibleProperty().bind(model.resting);
        why.managedProperty().bind(model.resting);
        VBox column = Form.column(form.banner(), why, form.add("subject", "mail.subject", subject), words, marked);
        VBox.setVgrow(column, Priority.ALWAYS);
        SectionCard wording = new SectionCard(texts.get("reminder.words"), column);
        VBox.setVgrow(wording, Priority.ALWAYS);
        VBox left = new VBox(16, new ItemsCard(desk, model).card(), wording);
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        return left;
    }

    private void typed(PauseTransition pause) {
        mark();
        pause.playFromStart();
    }

    private void mark() {
        differs.setText(texts.get("reminder.differs"));
        differs.setVisible(model.changed());
    }

    private Node shownSide() {
        FilterChips<Part> chips = new FilterChips<>(List.of(Part.values()), is -> texts.get("reminder.part."
                + is.name().toLowerCase(java.util.Locale.ROOT)));
        chips.chosen().bindBidirectional(part);
        for (Region half : new Region[] {sheet, preview}) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(320);
        }
        changes.getStyleClass().add("change-lines");
        VBox.setVgrow(right, Priority.ALWAYS);
        right.widthProperty().addListener((o, was, is) -> {
            if (was.doubleValue() <= 0 && is.doubleValue() < BESIDE && part.get() == Part.BOTH) {
                part.set(Part.MAIL);
            }
        });
        VBox side = new VBox(10, chips, right);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private void show(ReminderViewModel.@Nullable Shown shown) {
        mark();
        if (shown != null) {
            Reading reading = shown.reading();
            sheet.show(reading.from(), String.join(", ", shown.written().copies().stream().map(copy -> copy.parcel().recipient()).toList()),
                    reading.subject(), reading.text(), reading.files().stream().map(Reading.File::name).toList());
            if (shown.pages() != null) {
                preview.show(shown.pages());
            }
            changes.getChildren().setAll(Differences.of(shown.written().template().subject() + "\n\n" + shown.written().template().text(),
                    shown.written().wording().subject() + "\n\n" + shown.written().wording().text()).stream().map(this::line).toList());
        }
        arrange();
    }

    private Label line(Differences.Line line) {
        Label label = new Label(line.text().isEmpty() ? " " : line.text());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("change-" + line.kind().name().toLowerCase(java.util.Locale.ROOT));
        return label;
    }

    private void arrange() {
        ReminderViewModel.Shown shown = model.shown.get();
        if (shown == null) {
            right.getChildren().clear();
            return;
        }
        boolean pages = shown.pages() != null;
        boolean mail = !model.isLetter();
        Part wanted = part.get();
        if (wanted == Part.CHANGES) {
            ScrollPane scroll = new ScrollPane(changes);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
            HBox.setHgrow(scroll, Priority.ALWAYS);
            right.getChildren().setAll(scroll);
        } else if (pages && (wanted == Part.PAGES || !mail)) {
            right.getChildren().setAll(preview);
        } else if (pages && wanted == Part.BOTH) {
            right.getChildren().setAll(sheet, preview);
        } else {
            right.getChildren().setAll(sheet);
        }
    }

    @Override
    public String titleKey() {
        return "reminder.new";
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
        return List.of(send);
    }

    @Override
    public Node firstFocus() {
        return text;
    }
}
