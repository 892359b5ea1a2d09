package org.goodterms.ui.outbox;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Reading;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.MailSheet;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.jspecify.annotations.Nullable;

/** A message as its reader sees it: the mail at the left, its pages at the right; what can be done depends on its state. */
public final class MessageView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final MessageViewModel model;
    private final MailSheet sheet;
    private final PdfPreview preview;
    private final HBox both = new HBox(20);
    private final Page page;
    private List<Action> actions = List.of();

    public MessageView(Desk desk, MessageViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.sheet = new MailSheet(texts).onFile(model::turnTo);
        this.preview = new PdfPreview(desk);
        page = new Page(texts.get(titleKey())).content(both);
        javafx.scene.layout.VBox.setVgrow(both, Priority.ALWAYS);
        both.getStyleClass().add("page-foot");
        for (Region half : new Region[] {sheet, preview}) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(480);
        }
        model.shown.addListener((o, was, is) -> show(is));
    }

    private void show(MessageViewModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        Reading reading = shown.reading();
        Message message = shown.message();
        page.heading().setText(reading.subject().isBlank() ? texts.get(titleKey()) : reading.subject());
        page.beside(new StatusPill(OutboxView.word(texts, message.state()), OutboxView.tone(message.state())));
        String reply = message.course().replyText();
        page.sub().setText(texts.get("message.sub", message.parcel().recipient(), desk.formats().date(message.about().date()))
                + (reply.isBlank() ? "" : "  \u00B7  " + reply));
        sheet.show(reading.from(), reading.to(), reading.subject(), reading.text(),
                reading.files().stream().map(Reading.File::name).toList());
        if (shown.pages() != null) {
            preview.show(shown.pages());
        }
        boolean mail = message.parcel().channel() == Message.Channel.EMAIL;
        both.getChildren().setAll(mail && shown.pages() != null ? List.of(sheet, preview) : mail ? List.of(sheet) : List.of(preview));
        buttons(mail);
    }

    private void buttons(boolean mail) {
        List<Action> ways = new ArrayList<>();
        if (mail) {
            ways.add(Action.of("message.save", "fth-download", this::save).on(Shortcut.SAVE));
        }
        model.ways().forEach(key -> ways.add(way(key)));
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            boolean main = i == ways.size() - 1 && !model.ways().isEmpty();
            buttons.add(main ? Buttons.primary(texts, ways.get(i)) : Buttons.of(texts, ways.get(i)));
        }
        actions = List.copyOf(ways);
        page.actions(buttons.toArray(Node[]::new));
    }

    private Action way(String key) {
        return switch (key) {
            case "message.approve" -> Action.of(key, "fth-check", model::approve).on(Shortcut.COMMIT);
            case "message.send" -> Action.of(key, "fth-send", model::send).on(Shortcut.COMMIT)
                    .disabledWhile(desk.tasks().busy("message.send"));
            case "message.again" -> Action.of(key, "fth-rotate-cw", model::tryAgain).on(Shortcut.COMMIT);
            case "message.arrived" -> Action.of(key, "fth-check", () -> model.settle(true)).on(Shortcut.COMMIT);
            case "message.not_arrived" -> Action.of(key, "fth-rotate-cw", () -> model.settle(false));
            case "message.printed" -> Action.of(key, "fth-printer", () -> model.byHand("printed")).on(Shortcut.COMMIT);
            case "message.by_hand" -> Action.of(key, "fth-check", () -> model.byHand("by hand"));
            default -> Action.of("message.cancel", "fth-x", model::cancel);
        };
    }

    private void save() {
        MessageViewModel.Shown shown = model.shown.get();
        if (shown != null) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(texts.get("message.save"));
            chooser.setInitialFileName(shown.message().parcel().label() + ".eml");
            File chosen = chooser.showSaveDialog(page.getScene().getWindow());
            if (chosen != null) {
                model.save(chosen.toPath());
            }
        }
    }

    @Override
    public String titleKey() {
        return "screen.message";
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
}
