package org.goodterms.ui.customer;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.goodterms.customer.Contact.Direction;
import org.goodterms.customer.Contact.Means;
import org.goodterms.customer.Contact;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** The small dialogs of a customer's page: what was said, and the credit hold. */
final class Talks {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel model;

    Talks(Desk desk, CustomerViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /** Asks what was said, by which means, with whom. */
    void ask() {
        Form form = new Form(texts);
        ComboBox<Means> means = words(Means.values(), "contact.means.");
        means.setValue(Means.PHONE);
        ComboBox<Direction> direction = words(Direction.values(), "contact.direction.");
        direction.setValue(Direction.OUT);
        means.valueProperty().addListener((o, was, is) ->
                direction.setValue(is == Means.NOTE ? Direction.INTERNAL : direction.getValue() == Direction.INTERNAL ? Direction.OUT : direction.getValue()));
        DateField date = new DateField(desk.formats());
        date.setValue(desk.formats().today());
        ComboBox<String> person = new ComboBox<>();
        person.setEditable(true);
        if (model.customer.get() != null) {
            model.customer.get().persons().forEach(one -> person.getItems().add(one.name()));
        }
        TextField outcome = new TextField();
        outcome.setPromptText(texts.get("contact.outcome.example"));
        TextArea note = new TextArea();
        note.setPrefRowCount(5);
        note.setWrapText(true);
        var content = Form.column(form.banner(),
                Form.line(form.add("means", "contact.means", means), form.add("direction", "contact.direction", direction),
                        form.add("date", "contact.date", date).width(140)),
                Form.line(form.add("person", "contact.person", person), form.add("outcome", "contact.outcome", outcome)),
                form.add("note", "contact.note", note));
        Action save = Action.of("contact.save", "fth-check", () -> {
            if (form.readable()) {
                model.log(new Contact.Saying(date.getValue(), means.getValue(), direction.getValue(),
                        person.getEditor().getText(), outcome.getText(), note.getText(), ""), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("contact.log"));
        show("contact.log", content, save, note);
    }

    /** Sets the credit hold with a reason, or lifts it. */
    void hold() {
        if (model.customer.get() != null && model.customer.get().hold() != null) {
            model.release();
            return;
        }
        Form form = new Form(texts);
        TextArea reason = new TextArea();
        reason.setPrefRowCount(3);
        var content = Form.column(form.banner(), form.add("reason", "customer.hold.reason", reason)
                .hint(texts.get("customer.hold.hint")));
        Action save = Action.of("customer.hold", "fth-pause-circle",
                () -> model.hold(reason.getText(), desk.overlay()::close, form::show));
        show("customer.hold", content, save, reason);
    }

    private void show(String headingKey, javafx.scene.Node content, Action save, javafx.scene.Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, save)).focusing(focus));
    }

    private <E extends Enum<E>> ComboBox<E> words(E[] values, String prefix) {
        ComboBox<E> choice = new ComboBox<>();
        choice.getItems().setAll(List.of(values));
        choice.setConverter(Choice.named(value -> texts.get(prefix + value.name().toLowerCase(Locale.ROOT))));
        return choice;
    }
}
