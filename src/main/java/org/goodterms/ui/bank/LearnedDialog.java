package org.goodterms.ui.bank;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.bank.Learned;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;

/** What was learned from matches by hand, each with the day, whether it was used, and a way to forget it. */
final class LearnedDialog {
    private static final double WIDTH = 620;
    private static final double GAP = 12;
    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final VBox rows = new VBox(GAP);

    LearnedDialog(Desk desk, BankViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void show() {
        load();
        Button close = Buttons.primary(texts, Action.of("window.close", "fth-check", desk.overlay()::close));
        close.setId("learned-close");
        VBox content = new VBox(GAP, words(texts.get("bank.learned.about"), "muted"), rows);
        desk.overlay().show(new Dialog(texts.get("bank.learned"), content, WIDTH).buttons(close).focusing(close));
    }

    private void load() {
        model.learned(this::rows);
    }

    private void rows(List<Learned> all) {
        rows.getChildren().setAll(all.stream().map(one -> row(one, all.indexOf(one))).toList());
        if (all.isEmpty()) {
            rows.getChildren().add(words(texts.get("bank.learned.none"), "text-bold"));
        }
    }

    private Node row(Learned one, int at) {
        boolean payer = one.kind() == Learned.Kind.PAYER;
        String what = texts.get("bank.learned." + one.kind().name().toLowerCase(Locale.ROOT), one.of(),
                payer ? one.to() : model.accountName(one.to()));
        String how = payer ? texts.get(one.used() ? "bank.learned.used" : "bank.learned.unused", desk.formats().date(one.on()))
                : texts.get("bank.learned.proposed", desk.formats().date(one.on()));
        VBox said = new VBox(2, words(what, "text-bold"), words(how, "muted"));
        HBox.setHgrow(said, Priority.ALWAYS);
        Button forget = Buttons.of(texts, Action.of("bank.forget", "fth-trash-2", () -> model.forget(one, this::load))
                .disabledWhile(desk.tasks().busy("bank.forget")));
        forget.setId("learned-forget-" + at);
        forget.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(GAP, said, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
