package org.goodterms.ui.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.LawOfDelay;
import org.goodterms.claim.RateTable;
import org.goodterms.claim.Regime;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.PaymentService;
import org.goodterms.receivable.SettlingOrder;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** What late payment costs a customer, what money settles first, and the table of reference rates. */
final class LatePane {
    private static final double HEIGHT = 360;
    private final Desk desk;
    private final Texts texts;
    private final PaymentService payments;
    private final InterestService interest;
    private final ObservableList<RateTable.Row> rates = FXCollections.observableArrayList();
    private final Form form;
    private final ComboBox<SettlingOrder> order = new ComboBox<>();
    private final ComboBox<String> regime = new ComboBox<>();
    private final DecimalField yearly;
    private final Node node;

    /** What is set. */
    private record Set(SettlingOrder order, Regime regime, List<RateTable.Row> rates) {
    }

    LatePane(Desk desk, PaymentService payments, InterestService interest) {
        this.desk = desk;
        this.texts = desk.texts();
        this.payments = payments;
        this.interest = interest;
        this.form = new Form(texts);
        this.yearly = new DecimalField(desk.formats());
        this.node = made();
    }

    private Node made() {
        order.getItems().setAll(SettlingOrder.values());
        order.setConverter(Choice.named(one -> texts.get("settings.late.order." + one.word())));
        regime.getItems().setAll(interest.law().regimes().stream().map(Regime::word).toList());
        regime.setConverter(Choice.named(word -> texts.get("settings.late.regime." + word)));
        yearly.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !LawOfDelay.CONTRACT.equals(regime.getValue()), regime.valueProperty()));
        order.setMaxWidth(Double.MAX_VALUE);
        regime.setMaxWidth(Double.MAX_VALUE);
        Action save = Action.of("settings.save", "fth-check", this::save).disabledWhile(desk.tasks().busy("settings.late.save"));
        SectionCard what = new SectionCard(texts.get("settings.late.regime"), Form.column(form.banner(),
                Form.line(form.add("regime", "settings.late.law", regime).hint(texts.get("settings.late.regime.hint")),
                        form.add("rate", "settings.late.yearly", yearly).width(140)),
                form.add("order", "settings.late.order", order).hint(texts.get("settings.late.order.hint"))))
                .actions(Buttons.quiet(texts, save));
        Action add = Action.of("settings.late.rate.add", "fth-plus", () -> ask(null));
        return new VBox(20, what, new SectionCard(texts.get("settings.late.rates"), table(add))
                .actions(Buttons.quiet(texts, add)));
    }

    private ListTable<RateTable.Row> table(Action add) {
        LocalDate today = desk.formats().today();
        ListTable<RateTable.Row> list = new ListTable<RateTable.Row>(desk, "reference-rates").onOpen(this::ask);
        list.text("reference", "settings.late.rate.reference", RateTable.Row::reference).wide()
                .toned(row -> row.from().isAfter(today) || row.to().isBefore(today) ? "tone-quiet" : null);
        list.date("from", "settings.late.rate.from", RateTable.Row::from).width(140);
        list.date("to", "settings.late.rate.to", RateTable.Row::to).width(140);
        list.text("percent", "settings.late.rate.percent", row -> row.percent().toPlainString() + "\u00A0%").width(110);
        list.plain().setPrefHeight(HEIGHT);
        list.sortBy("from", false);
        list.whenEmpty(new EmptyState(texts, "fth-percent", "settings.late.rates.hint", add));
        return list.rows(rates);
    }

    Node node() {
        return node;
    }

    void load() {
        desk.tasks().load(rates, progress -> new Set(payments.order(), interest.ofBook(), interest.rates().all()), set -> {
            order.setValue(set.order());
            regime.setValue(set.regime().word());
            yearly.setValue(set.regime().word().equals(LawOfDelay.CONTRACT) && set.regime().points().signum() > 0
                    ? set.regime().points() : null);
            rates.setAll(set.rates());
        });
    }

    private void save() {
        if (!form.readable()) {
            return;
        }
        SettlingOrder first = order.getValue();
        String word = regime.getValue();
        BigDecimal agreed = yearly.isDisabled() ? null : yearly.getValue();
        desk.tasks().run("settings.late.save", progress -> interest.setTerms(null, word, agreed, null)
                .then(set -> payments.setOrder(first.word())), set -> {
                    form.show(List.of());
                    desk.overlay().toast(texts.get("settings.saved"));
                }, form::show);
    }

    private void ask(RateTable.@Nullable Row known) {
        Form asked = new Form(texts);
        TextField reference = new TextField(known == null ? "" : known.reference());
        DecimalField percent = new DecimalField(desk.formats());
        percent.setValue(known == null ? null : known.percent());
        LocalDate first = desk.formats().today().withDayOfMonth(1).withMonth(desk.formats().today().getMonthValue() <= 6 ? 1 : 7);
        DateField from = new DateField(desk.formats());
        from.setValue(known == null ? first : known.from());
        DateField to = new DateField(desk.formats());
        to.setValue(known == null ? first.plusMonths(6).minusDays(1) : known.to());
        reference.setDisable(known != null);
        from.setDisable(known != null);
        Node content = Form.column(asked.banner(), Form.line(asked.add("reference", "settings.late.rate.reference", reference)
                        .hint(texts.get("settings.late.rates.hint")),
                asked.add("rate", "settings.late.rate.percent", percent).width(130)),
                Form.line(asked.add("from", "settings.late.rate.from", from), asked.add("to", "settings.late.rate.to", to)));
        Action save = Action.of("window.save", "fth-check", () -> {
            if (asked.readable()) {
                enter(new RateTable.Row(reference.getText().strip(), day(from, first), day(to, first), percent(percent)), asked);
            }
        });
        desk.overlay().show(new Dialog(texts.get(known == null ? "settings.late.rate.add" : "settings.late.rate.change"), content, 520)
                .buttons(Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, save))
                .focusing(known == null ? reference : percent));
    }

    private static LocalDate day(DateField field, LocalDate otherwise) {
        return field.getValue() == null ? otherwise : field.getValue();
    }

    private static BigDecimal percent(DecimalField field) {
        return field.getValue() == null ? BigDecimal.ZERO : field.getValue();
    }

    private void enter(RateTable.Row row, Form asked) {
        desk.tasks().run("settings.late.rate", progress -> interest.setRate(row), stored -> {
            desk.overlay().close();
            load();
        }, asked::show);
    }
}
