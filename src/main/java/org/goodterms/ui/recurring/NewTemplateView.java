package org.goodterms.ui.recurring;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.goodterms.customer.CustomerRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.recurring.Schedule;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/** The form of a new template: for whom, how often, and what stands on the invoice. */
public final class NewTemplateView implements Screen {
    private static final double WIDEST = 680;
    private static final double NARROW = 150;
    private final Desk desk;
    private final Texts texts;
    private final NewTemplateViewModel model;
    private final Form form;
    private final Picker<CustomerRow> whom;
    private final Action save;
    private final Page page;

    public NewTemplateView(Desk desk, NewTemplateViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        this.save = Action.of("recurring.save", "fth-check", this::save).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("recurring.save"));
        whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name, row -> row.name() + "  \u00B7  " + row.code());
        whom.valueProperty().bindBidirectional(model.whom);
        model.problems.addListener((o, was, is) -> form.show(is));
        SectionCard what = new SectionCard(texts.get("recurring.what"), Form.column(form.banner(),
                form.add("customer", "recurring.customer", whom), text(), line()));
        SectionCard when = new SectionCard(texts.get("recurring.when"), when());
        what.setMaxWidth(WIDEST);
        when.setMaxWidth(WIDEST);
        page = new Page(texts.get(titleKey())).actions(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)),
                Buttons.primary(texts, save)).scrolling(what, when);
    }

    private Node text() {
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.name);
        name.setPromptText(texts.get("recurring.name.example"));
        TextArea text = new TextArea();
        text.setPrefRowCount(2);
        text.setWrapText(true);
        text.textProperty().bindBidirectional(model.text);
        text.setPromptText(texts.get("recurring.text.example", "{period}"));
        return Form.column(form.add("name", "recurring.name", name),
                form.add("lines", "recurring.text", text).hint(texts.get("recurring.text.hint", "{period}", "{month}, {year}, {from}, {to}")));
    }

    private Node line() {
        return Form.line(form.add("quantity", "recurring.quantity", decimal(model.quantity)).width(NARROW),
                form.add("price", "recurring.price", decimal(model.price)).width(NARROW),
                form.add("tax", "recurring.tax", decimal(model.tax)).width(NARROW));
    }

    private Node when() {
        ComboBox<Schedule.Unit> unit = new ComboBox<>();
        unit.getItems().setAll(Schedule.Unit.values());
        unit.setConverter(Choice.named(shown -> texts.get("recurring.unit." + shown.word())));
        unit.valueProperty().bindBidirectional(model.unit);
        CheckBox skip = new CheckBox(texts.get("recurring.skip_holidays"));
        skip.selectedProperty().bindBidirectional(model.skipHolidays);
        return Form.column(Form.line(form.add("count", "recurring.count", decimal(model.count)).width(90),
                form.add("unit", "recurring.unit", unit).width(NARROW), form.add("from", "recurring.from", date(model.from)).width(NARROW),
                form.add("until", "recurring.until", date(model.until)).width(NARROW)), skip,
                form.add("raise", "recurring.raise", decimal(model.raise)).hint(texts.get("recurring.raise.hint")).width(NARROW));
    }

    private DecimalField decimal(ObjectProperty<@Nullable BigDecimal> value) {
        DecimalField field = new DecimalField(desk.formats());
        field.valueProperty().bindBidirectional(value);
        return field;
    }

    private DateField date(ObjectProperty<java.time.@Nullable LocalDate> value) {
        DateField field = new DateField(desk.formats());
        field.valueProperty().bindBidirectional(value);
        return field;
    }

    private void save() {
        List<Problem> nobody = whom.wrong().stream().map(problem -> problem.under("customer")).toList();
        if (!nobody.isEmpty()) {
            form.show(nobody);
        } else if (form.readable()) {
            model.save();
        }
    }

    @Override
    public String titleKey() {
        return "recurring.new";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(save);
    }

    @Override
    public Node firstFocus() {
        return whom;
    }
}
