package org.goodterms.ui.invoice;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** Asks until when an invoice may be paid instead. */
final class ExtendDialog {
    private static final double WIDTH = 480;
    private final Desk desk;
    private final InvoiceViewModel model;

    ExtendDialog(Desk desk, InvoiceViewModel model) {
        this.desk = desk;
        this.model = model;
    }

    void ask() {
        Texts texts = desk.texts();
        Form form = new Form(texts);
        DateField to = new DateField(desk.formats());
        TextField by = new TextField();
        TextField note = new TextField();
        CheckBox interest = new CheckBox(texts.get("invoice.extend.interest"));
        var content = Form.column(form.banner(), Form.line(form.add("to", "invoice.extend.to", to).width(170),
                form.add("by", "invoice.extend.by", by)), form.add("note", "invoice.extend.note", note), interest);
        Action act = Action.of("invoice.extend", "fth-calendar", () -> {
            if (!form.readable()) {
                return;
            }
            if (to.getValue() == null) {
                form.show(List.of(Problem.at("to", "invoice.no_date")));
            } else {
                model.extend(to.getValue(), by.getText(), note.getText(), interest.isSelected(), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("invoice.extend"));
        desk.overlay().show(new Dialog(texts.get("invoice.extend.heading"), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, act))
                .focusing(to));
    }
}
