package org.goodterms.ui.customer;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.company.Choices;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.CodeField.Code;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.joda.money.CurrencyUnit;

/** The form of a customer: who they are, whom to ask, what is agreed, how their payables office works. */
public final class CustomerEditView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final CustomerEditViewModel model;
    private final CurrencyUnit book;
    private final Form form;
    private final TextField name = new TextField();
    private final Action save;
    private final Page page;

    /** @param book the currency of credit limits */
    public CustomerEditView(Desk desk, CustomerEditViewModel model, CurrencyUnit book) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.book = book;
        this.form = new Form(texts);
        this.save = Action.of("customer.save", "fth-check", this::save).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("customer.save"));
        model.problems.addListener((o, was, is) -> form.show(is));
        VBox left = column(who(), address(), payables());
        VBox right = column(agreed(), new PersonRows(desk, model).card(), note());
        HBox columns = new HBox(20, left, right);
        page = new Page(texts.get(titleKey()));
        if (!model.isNew()) {
            page.heading().textProperty().bind(model.field(CustomerField.NAME));
        }
        page.actions(Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)),
                Buttons.primary(texts, save)).scrolling(form.banner(), columns);
    }

    private void save() {
        if (form.readable()) {
            model.save();
        }
    }

    private static VBox column(Node... cards) {
        VBox column = new VBox(20, cards);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(400);
        column.setMinWidth(0);
        return column;
    }

    private Node who() {
        name.textProperty().bindBidirectional(model.field(CustomerField.NAME));
        return new SectionCard(texts.get("customer.who"), Form.column(
                Form.line(form.add("name", label(CustomerField.NAME), name), line(CustomerField.CODE).width(130)),
                Form.line(line(CustomerField.EMAIL), line(CustomerField.PHONE))));
    }

    private Node address() {
        CodeField country = new CodeField(desk.tasks(), codes(Choices.countries(texts.locale())), Code::name)
                .bound(model.field(CustomerField.COUNTRY));
        return new SectionCard(texts.get("customer.address"), Form.column(block(CustomerField.STREET, 2),
                Form.line(line(CustomerField.POSTCODE).width(110), line(CustomerField.CITY)),
                Form.line(line(CustomerField.REGION), form.add("country", label(CustomerField.COUNTRY), country.control()))));
    }

    private Node agreed() {
        CodeField currency = new CodeField(desk.tasks(), codes(Choices.currencies(texts.locale())),
                c -> c.code() + " \u2013 " + c.name()).bound(model.field(CustomerField.CURRENCY));
        CodeField language = new CodeField(desk.tasks(), codes(Choices.languages(texts.locale())), Code::name)
                .bound(model.field(CustomerField.LANGUAGE));
        FormRow terms = line(CustomerField.TERMS).hint(texts.get("customer.terms.hint"));
        return new SectionCard(texts.get("customer.agreed"), Form.column(
                Form.line(terms, form.add("creditLimit", label(CustomerField.CREDIT_LIMIT), creditLimit())),
                Form.line(form.add("currency", label(CustomerField.CURRENCY), currency.control()),
                        form.add("language", label(CustomerField.LANGUAGE), language.control())),
                Form.line(form.add("paysBy", label(CustomerField.PAYS_BY), paysBy()), line(CustomerField.IBAN)),
                line(CustomerField.TAX_ID),
                Form.line(form.add("channel", label(CustomerField.CHANNEL), channel()), line(CustomerField.SEGMENT)),
                check(CustomerField.COURTESY), check(CustomerField.EXEMPT), exemption()));
    }

    private Node exemption() {
        DateField until = new DateField(desk.formats());
        StringProperty text = model.field(CustomerField.EXEMPT_UNTIL);
        until.valueProperty().addListener((o, was, is) -> text.set(is == null ? "" : is.toString()));
        text.addListener((o, was, is) -> until.setValue(is.isEmpty() ? null : java.time.LocalDate.parse(is)));
        HBox line = Form.line(line(CustomerField.EXEMPT_CERTIFICATE),
                form.add("exemptUntil", label(CustomerField.EXEMPT_UNTIL), until).width(150));
        line.visibleProperty().bind(model.field(CustomerField.EXEMPT).isEqualTo("true"));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private MoneyField creditLimit() {
        MoneyField limit = new MoneyField(desk.formats(), book);
        StringProperty text = model.field(CustomerField.CREDIT_LIMIT);
        limit.valueProperty().addListener((o, was, is) -> text.set(is == null ? "" : MoneyText.plain(is)));
        text.addListener((o, was, is) -> limit.setValue(MoneyText.parse(is, book).orElse(null)));
        return limit;
    }

    private ComboBox<String> paysBy() {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(Stream.of(Customer.PaysBy.values()).map(Customer.PaysBy::word).toList());
        choice.setConverter(Choice.named(word -> texts.get("customer.paysBy." + word)));
        choice.valueProperty().bindBidirectional(model.field(CustomerField.PAYS_BY));
        return choice;
    }

    private ComboBox<String> channel() {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll("email", "letter", "phone");
        choice.setConverter(Choice.named(word -> texts.get("customer.channel." + word)));
        choice.valueProperty().bindBidirectional(model.field(CustomerField.CHANNEL));
        return choice;
    }

    private Node payables() {
        return new SectionCard(texts.get("customer.payables"), Form.column(
                Form.line(line(CustomerField.PORTAL), line(CustomerField.APPROVER)),
                Form.line(line(CustomerField.PAYMENT_RUN),
                        line(CustomerField.CUT_OFF_DAY).hint(texts.get("customer.cutOffDay.hint"))),
                line(CustomerField.ORDER_NUMBER_RULE), check(CustomerField.ORDER_NUMBER_REQUIRED),
                line(CustomerField.PAY_WAYS).hint(texts.get("customer.payWays.hint")), block(CustomerField.PAYABLES_NOTE, 2)));
    }

    private Node note() {
        return new SectionCard(texts.get("customer.note"), Form.column(form.add("note", "", area(CustomerField.NOTE, 4))));
    }

    private FormRow line(CustomerField field) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(model.field(field));
        return form.add(field.label(), label(field), control);
    }

    private FormRow block(CustomerField field, int rows) {
        return form.add(field.label(), label(field), area(field, rows));
    }

    private TextArea area(CustomerField field, int rows) {
        TextArea control = new TextArea();
        control.setPrefRowCount(rows);
        control.setWrapText(true);
        control.textProperty().bindBidirectional(model.field(field));
        return control;
    }

    private CheckBox check(CustomerField field) {
        CheckBox box = new CheckBox(texts.get(label(field)));
        StringProperty text = model.field(field);
        box.selectedProperty().addListener((o, was, is) -> text.set(String.valueOf(is)));
        text.addListener((o, was, is) -> box.setSelected(is.equals("true")));
        return box;
    }

    private static String label(CustomerField field) {
        return "customer." + field.label();
    }

    private static List<Code> codes(List<Choices.Choice> choices) {
        return choices.stream().map(choice -> new Code(choice.code(), choice.name())).toList();
    }

    @Override
    public String titleKey() {
        return model.isNew() ? "customer.new" : "customer.edit";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.load();
    }

    @Override
    public List<Action> actions() {
        return List.of(save);
    }

    @Override
    public Node firstFocus() {
        return name;
    }
}
