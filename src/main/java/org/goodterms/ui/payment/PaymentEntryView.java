package org.goodterms.ui.payment;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.goodterms.customer.CustomerRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Method;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.joda.money.CurrencyUnit;

/** The form of a payment: from whom, how much, what for. Enter in any field records it. */
public final class PaymentEntryView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final PaymentEntryViewModel model;
    private final Form form;
    private final Picker<CustomerRow> whom;
    private final MoneyField amount;
    private final Action record;
    private final Page page;

    public PaymentEntryView(Desk desk, PaymentEntryViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        this.whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name, row -> row.code() + "  " + row.name());
        this.amount = money(model.currency.get());
        whom.valueProperty().bindBidirectional(model.whom);
        amount.valueProperty().bindBidirectional(model.amount);
        record = Action.of("payment.record", "fth-check", this::record).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("payment.record"));
        model.problems.addListener((o, was, is) -> form.show(is));
        page = new Page(texts.get(titleKey())).actions(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)), Buttons.primary(texts, record))
                .scrolling(form.banner(), head(), new DueRows(desk, model, form).card());
        page.addEventHandler(ActionEvent.ACTION, e -> {
            if (e.getTarget() instanceof TextField) {
                record.run();
            }
        });
        model.currency.addListener((o, was, is) -> {
            if (is != null) {
                amount.currencyProperty().set(is);
            }
        });
    }

    private MoneyField money(CurrencyUnit unit) {
        return new MoneyField(desk.formats(), unit);
    }

    private Node head() {
        DateField date = new DateField(desk.formats());
        date.valueProperty().bindBidirectional(model.date);
        ComboBox<CurrencyUnit> currency = PaymentWords.choice(List.of(), CurrencyUnit::getCode);
        currency.setItems(model.currencies);
        currency.valueProperty().bindBidirectional(model.currency);
        ComboBox<Method> method = PaymentWords.methods(texts);
        method.valueProperty().bindBidirectional(model.method);
        DecimalField rate = new DecimalField(desk.formats());
        rate.valueProperty().bindBidirectional(model.rate);
        MoneyField kept = money(model.currency.get());
        kept.valueProperty().bindBidirectional(model.kept);
        model.currency.addListener((o, was, is) -> {
            if (is != null) {
                kept.currencyProperty().set(is);
            }
        });
        FormRow rateRow = form.add("rate", "payment.rate", rate).width(140);
        FormRow currencyRow = form.add("currency", "payment.currency", currency).width(110);
        rateRow.managedProperty().bind(rateRow.visibleProperty());
        currencyRow.managedProperty().bind(currencyRow.visibleProperty());
        Runnable foreign = () -> {
            rateRow.setVisible(model.isForeign() && !model.more.get());
            currencyRow.setVisible(model.currencies.size() > 1 && !model.more.get());
        };
        model.currency.addListener((o, was, is) -> foreign.run());
        model.currencies.addListener((javafx.collections.ListChangeListener<CurrencyUnit>) change -> foreign.run());
        model.more.addListener((o, was, is) -> foreign.run());
        foreign.run();
        return new SectionCard(texts.get("payment.money"), Form.column(
                Form.line(form.add("customer", "payment.customer", whom), form.add("date", "payment.date", date).width(150)),
                Form.line(form.add("amount", "payment.amount", amount).width(200), currencyRow, rateRow,
                        own(form.add("method", "payment.method", method).width(140)),
                        own(form.add("reference", "payment.reference", typed(model.reference)))),
                Form.line(own(form.add("less", "payment.kept", kept).width(200)),
                        own(form.add("note", "payment.note", typed(model.note))))));
    }

    /** Only where a new payment is recorded. */
    private FormRow own(FormRow row) {
        row.visibleProperty().bind(model.more.not());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static TextField typed(StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private void record() {
        List<Problem> nobody = whom.wrong().stream().map(problem -> problem.under("customer")).toList();
        List<Problem> cells = page.lookupAll(".money-field").stream().filter(MoneyField.class::isInstance)
                .map(MoneyField.class::cast).filter(field -> field.getId() != null && field.getId().startsWith("pay-"))
                .flatMap(field -> field.wrong().stream()
                        .map(problem -> problem.under("pay." + field.getId().substring("pay-".length())))).toList();
        if (!nobody.isEmpty()) {
            form.show(nobody);
        } else if (form.readable() && cells.isEmpty()) {
            model.record();
        } else if (!cells.isEmpty()) {
            form.show(cells);
        }
    }

    @Override
    public String titleKey() {
        return !model.more.get() ? "payment.new" : "payment.settle_more";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        page.heading().setText(texts.get(titleKey()));
        boolean fixed = model.more.get();
        whom.setDisable(fixed);
        amount.setDisable(fixed);
    }

    @Override
    public List<Action> actions() {
        return List.of(record);
    }

    @Override
    public Node firstFocus() {
        return model.knowsWhom() ? amount : whom;
    }
}
