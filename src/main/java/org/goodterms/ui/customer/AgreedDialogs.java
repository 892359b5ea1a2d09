package org.goodterms.ui.customer;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.jspecify.annotations.Nullable;

/** What a promise, a later due day and a hold take. */
final class AgreedDialogs {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final CustomerViewModel customer;
    private final AgreedViewModel model;

    AgreedDialogs(Desk desk, CustomerViewModel customer, AgreedViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.customer = customer;
        this.model = model;
    }

    private List<String> owed() {
        return customer.items.stream().filter(item -> item.kind().debit() && item.due() != null).map(OpenItem::number).distinct().toList();
    }

    /** The numbers owed; said to the user where there is none. */
    private ComboBox<String> numbers(List<String> owed, String everything) {
        ComboBox<String> number = new ComboBox<>();
        if (!everything.isEmpty()) {
            number.getItems().add("");
        }
        number.getItems().addAll(owed);
        number.setConverter(Choice.named(value -> value.isEmpty() ? everything : value));
        number.setValue(number.getItems().getFirst());
        return number;
    }

    private boolean nothingOwed() {
        if (owed().isEmpty()) {
            desk.overlay().toast(texts.get("agreed.nothing_open"));
        }
        return owed().isEmpty();
    }

    void promise() {
        if (nothingOwed()) {
            return;
        }
        Form form = new Form(texts);
        ComboBox<String> number = numbers(owed(), "");
        MoneyField amount = new MoneyField(desk.formats(), AgreedViewModel.open(customer.items, List.of(number.getValue())).getCurrencyUnit());
        amount.setValue(AgreedViewModel.open(customer.items, List.of(number.getValue())));
        number.valueProperty().addListener((o, was, is) -> {
            amount.currencyProperty().set(AgreedViewModel.open(customer.items, List.of(is)).getCurrencyUnit());
            amount.setValue(AgreedViewModel.open(customer.items, List.of(is)));
        });
        DateField by = new DateField(desk.formats());
        TextField person = new TextField();
        ComboBox<String> channel = new ComboBox<>();
        channel.getItems().setAll("email", "letter", "meeting", "phone");
        channel.setConverter(word(texts));
        channel.setValue("email");
        TextField consent = new TextField();
        var content = Form.column(form.banner(), Form.line(form.add("items", "call.promise.items", number),
                form.add("amount", "call.promise.amount", amount), form.add("by", "call.promise.by", by).width(150)),
                Form.line(form.add("channel", "contact.means", channel), form.add("person", "contact.person", person)));
        if (model.agreed.get() != null && model.agreed.get().broken() >= 2) {
            content.getChildren().add(form.add("override", "call.promise.consent", consent)
                    .hint(texts.get("call.promise.consent.hint", model.agreed.get().broken())));
        }
        show("call.promise.heading", content, Action.of("call.promise.save", "fth-check", () -> {
            LocalDate day = dated(form, by, "by");
            if (day != null && amount.getValue() != null) {
                model.promise(new PromiseService.Request(model.id(), List.of(number.getValue()), amount.getValue(), day,
                        new Promise.Said(person.getText(), channel.getValue(), ""), consent.getText()), desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("agreed.promise")), by);
    }

    private static StringConverter<String> word(Texts texts) {
        return Choice.named(means -> texts.get("contact.means." + means));
    }

    void extend() {
        if (nothingOwed()) {
            return;
        }
        Form form = new Form(texts);
        ComboBox<String> number = numbers(owed(), "");
        DateField to = new DateField(desk.formats());
        TextField by = new TextField();
        TextField note = new TextField();
        CheckBox interest = new CheckBox(texts.get("invoice.extend.interest"));
        var content = Form.column(form.banner(), Form.line(form.add("item", "item.number", number), form.add("to", "invoice.extend.to", to).width(170)),
                Form.line(form.add("by", "invoice.extend.by", by), form.add("note", "invoice.extend.note", note)), interest);
        show("invoice.extend.heading", content, Action.of("invoice.extend", "fth-calendar", () -> {
            LocalDate day = dated(form, to, "to");
            if (day != null) {
                model.extend(new ExtensionService.Request(number.getValue(), day, by.getText(), note.getText(), interest.isSelected()),
                        desk.overlay()::close, form::show);
            }
        }).disabledWhile(desk.tasks().busy("agreed.extend")), to);
    }

    void hold() {
        Form form = new Form(texts);
        ComboBox<String> number = numbers(owed(), texts.get("agreed.everything"));
        TextField reason = new TextField();
        DateField until = new DateField(desk.formats());
        var content = Form.column(form.banner(), form.add("reason", "agreed.hold.reason", reason),
                Form.line(form.add("item", "agreed.hold.what", number), form.add("until", "agreed.hold.until", until).width(170)
                        .hint(texts.get("agreed.hold.until.hint"))));
        show("agreed.hold", content, Action.of("agreed.hold.save", "fth-pause", () -> {
            if (form.readable() && customer.customer.get() != null) {
                model.hold(customer.customer.get().code(), number.getValue(), reason.getText(), until.getValue(), desk.overlay()::close,
                        form::show);
            }
        }).disabledWhile(desk.tasks().busy("agreed.hold")), reason);
    }

    private @Nullable LocalDate dated(Form form, DateField field, String name) {
        if (form.readable() && field.getValue() == null) {
            form.show(List.of(Problem.at(name, "invoice.no_date")));
        }
        return field.getValue();
    }

    private void show(String headingKey, Node content, Action main, Node focus) {
        desk.overlay().show(new Dialog(texts.get(headingKey), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, main)).focusing(focus));
    }
}
