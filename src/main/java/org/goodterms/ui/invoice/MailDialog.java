package org.goodterms.ui.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** The mail with a document, to be read and changed before it goes. */
final class MailDialog {
    private static final double WIDTH = 640;
    private static final int ROWS = 13;
    private final Desk desk;
    private final Texts texts;
    private final MailViewModel model;

    MailDialog(Desk desk, MailViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void ask(String number) {
        model.read(number, mail -> show(number, mail));
    }

    private void show(String number, MailViewModel.Readable mail) {
        Form form = new Form(texts);
        TextField subject = new TextField(mail.text().subject());
        TextArea text = new TextArea(mail.text().text());
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        GridPane head = new GridPane(12, 4);
        line(head, "invoice.mail_from", mail.text().sender().isEmpty() ? texts.get("invoice.mail_no_sender") : mail.text().sender());
        line(head, "invoice.mail_to", mail.text().recipients().isEmpty() ? texts.get("invoice.mail_nobody")
                : String.join(", ", mail.text().recipients()));
        line(head, "invoice.mail_attached", mail.text().attachment());
        var content = Form.column(form.banner(), head, form.add("subject", "invoice.mail_subject", subject),
                form.add("text", "invoice.mail_text", text));
        if (!mail.account()) {
            Label hint = new Label(texts.get("invoice.mail_no_account"));
            hint.getStyleClass().add("form-hint");
            hint.setWrapText(true);
            content.getChildren().add(hint);
        }
        desk.overlay().show(new Dialog(texts.get("invoice.mail_heading", number), content, WIDTH)
                .buttons(buttons(number, mail, form, subject, text)).focusing(text));
    }

    private Button[] buttons(String number, MailViewModel.Readable mail, Form form, TextField subject, TextArea text) {
        Runnable close = desk.overlay()::close;
        List<Button> buttons = new ArrayList<>(List.of(Buttons.of(texts, Action.of("window.cancel", "fth-x", close))));
        if (mail.account()) {
            buttons.add(Buttons.primary(texts, Action.of("invoice.mail_send", "fth-send", () -> model.send(number, subject.getText(),
                    text.getText(), close, form::show)).disabledWhile(desk.tasks().busy("invoice.mail_send"))));
        } else {
            buttons.add(Buttons.of(texts, Action.of("invoice.mail_save", "fth-download", () -> desk.overlay().askFile(
                    texts.get("invoice.mail_save"), mail.text().attachment().replaceFirst("\\.pdf$", ".eml"), "eml").ifPresent(file ->
                    model.save(number, changed(mail.text(), subject, text), file, close, form::show)))));
            buttons.add(Buttons.primary(texts, Action.of("invoice.mail_open", "fth-external-link", () -> model.open(number,
                    subject.getText(), text.getText(), close, form::show)).disabledWhile(desk.tasks().busy("invoice.mail_send"))));
        }
        return buttons.toArray(Button[]::new);
    }

    private static MailText changed(MailText before, TextField subject, TextArea text) {
        return new MailText(before.sender(), before.recipients(), subject.getText(), text.getText(), before.attachment());
    }

    private void line(GridPane grid, String key, String value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("form-label");
        name.setMinWidth(70);
        Label shown = new Label(value);
        shown.setWrapText(true);
        Stream.of(name, shown).forEach(label -> GridPane.setValignment(label, javafx.geometry.VPos.TOP));
        grid.addRow(grid.getRowCount(), name, shown);
    }
}
