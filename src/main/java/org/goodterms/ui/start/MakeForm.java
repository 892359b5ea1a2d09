package org.goodterms.ui.start;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.goodterms.company.Choices;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.CodeField.Code;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** The questions of a new book. Only the name has no answer proposed. */
final class MakeForm {
    private final Desk desk;
    private final Texts texts;
    private final StartViewModel model;
    private final FoundingFields fields;
    private final Form form;
    private final TextField name;
    private final VBox node;

    MakeForm(Desk desk, StartViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.fields = model.founding;
        this.form = new Form(texts);
        this.name = text(fields.name);
        this.node = build();
        model.problems.addListener((o, was, is) -> form.show(is));
    }

    Node node() {
        return node;
    }

    void focus() {
        name.requestFocus();
    }

    private VBox build() {
        Action make = Action.of("start.make_it", "fth-check", this::make).on(Shortcut.COMMIT).disabledWhile(model.working);
        Action back = Action.of("shortcut.back", "fth-arrow-left", model::back);
        Label title = new Label(texts.get("start.make"));
        title.getStyleClass().add("start-title");
        Label more = new Label(texts.get("start.changeable"));
        more.getStyleClass().add("empty-more");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button main = Buttons.primary(texts, make);
        main.setDefaultButton(true);
        HBox buttons = new HBox(8, Buttons.quiet(texts, back), space, main);
        VBox column = new VBox(title, more, form.banner(), firm(), papers(), place(), buttons);
        column.getStyleClass().add("start-column");
        column.setMaxSize(640, Region.USE_PREF_SIZE);
        return column;
    }

    private void make() {
        if (form.readable()) {
            model.make();
        }
    }

    private Node firm() {
        Locale reader = texts.locale();
        CodeField country = codes(Choices.countries(reader), fields.country);
        CodeField currency = new CodeField(desk.tasks(), Choices.currencies(reader).stream()
                .map(c -> new Code(c.code(), c.name())).toList(), c -> c.code() + " \u2013 " + c.name()).bound(fields.currency);
        CodeField zone = new CodeField(desk.tasks(), Choices.zones().stream().map(z -> new Code(z, z)).toList(), Code::name)
                .bound(fields.zone);
        return new SectionCard(texts.get("start.firm"), Form.column(
                form.add("name", "start.name", name),
                Form.line(form.add("country", "start.country", country.control()),
                        form.add("currency", "start.currency", currency.control())),
                Form.line(form.add("street", "start.street", text(fields.street)),
                        form.add("postcode", "start.postcode", text(fields.postcode)).width(110),
                        form.add("city", "start.city", text(fields.city)).width(170)),
                Form.line(form.add("taxId", "start.tax_id", text(fields.taxId)),
                        form.add("email", "start.email", text(fields.email)),
                        form.add("zone", "start.zone", zone.control()))));
    }

    private Node papers() {
        TextArea payTo = new TextArea();
        payTo.setPrefRowCount(3);
        payTo.setPromptText(texts.get("start.pay_to.example"));
        payTo.textProperty().bindBidirectional(fields.payTo);
        var pattern = form.add("series", "start.series", text(fields.pattern));
        fields.firstNumber.addListener((o, was, is) -> hint(pattern));
        hint(pattern);
        return new SectionCard(texts.get("start.invoices"), Form.column(
                Form.line(pattern, form.add("next", "start.next", text(fields.next)).width(110)),
                form.add("payTo", "start.pay_to", payTo).hint(texts.get("start.pay_to.hint"))));
    }

    private void hint(org.goodterms.ui.kit.FormRow pattern) {
        pattern.hint(fields.firstNumber.get().isEmpty() ? "" : texts.get("start.first_number", fields.firstNumber.get()));
    }

    private Node place() {
        TextField folder = text(fields.place);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = Buttons.of(texts, Action.of("start.choose_folder", "fth-folder", this::chooseFolder));
        return new SectionCard(texts.get("start.place"), Form.column(new HBox(8,
                form.add("book", "", folder).hint(texts.get("start.place.hint")), choose)));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("start.place"));
        File chosen = chooser.showDialog(node.getScene().getWindow());
        if (chosen != null) {
            String[] inside = chosen.list();
            boolean empty = inside != null && inside.length == 0;
            fields.place.set((empty ? chosen : new File(chosen, fields.folderName())).toString());
        }
    }

    private CodeField codes(List<Choices.Choice> choices, StringProperty code) {
        return new CodeField(desk.tasks(), choices.stream().map(c -> new Code(c.code(), c.name())).toList(), Code::name)
                .bound(code);
    }

    private static TextField text(StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }
}
