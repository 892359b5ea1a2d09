package org.goodterms.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.goodterms.company.Choices;
import org.goodterms.company.Company;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.CodeField.Code;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** The firm, and how its documents look. Both are one record and are saved together. */
final class CompanyPane {
    private final Desk desk;
    private final Texts texts;
    private final CompanyViewModel model;
    private final Form form;

    CompanyPane(Desk desk, CompanyViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        model.problems.addListener((o, was, is) -> form.show(is));
    }

    Form form() {
        return form;
    }

    Node firm() {
        CodeField country = code(Choices.countries(texts.locale()), "country");
        CodeField zone = new CodeField(desk.tasks(), Choices.zones().stream().map(z -> new Code(z, z)).toList(), Code::name)
                .bound(model.field("zone"));
        TextField currency = new TextField();
        currency.textProperty().bind(model.field("currency"));
        currency.setDisable(true);
        return new VBox(20, form.banner(), new SectionCard(texts.get("settings.firm"), Form.column(
                Form.line(line("name"), line("taxId").width(200)), block("street", 2),
                Form.line(line("postcode").width(110), line("city"), line("region")),
                form.add("country", "settings.country", country.control()), line("registration"))),
                new SectionCard(texts.get("settings.reach"), Form.column(Form.line(line("email"), line("phone")),
                        Form.line(line("website"), line("person").hint(texts.get("settings.person.hint"))))),
                new SectionCard(texts.get("settings.practice"), Form.column(
                        Form.line(line("defaultTerms").hint(texts.get("settings.terms.hint")),
                                form.add("zone", "settings.zone", zone.control()),
                                form.add("currency", "settings.currency", currency).width(120)))));
    }

    Node documents(Node logo) {
        CodeField language = code(Choices.languages(texts.locale()), "language");
        HBox accent = new HBox(8, form.add("accent", "settings.accent", text("accent")).width(150), picker());
        accent.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        return new VBox(20, new SectionCard(texts.get("settings.look"), Form.column(accent, logo, block("footer", 3)
                .hint(texts.get("settings.footer.hint")))),
                new SectionCard(texts.get("settings.paper_and_language"), Form.column(Form.line(
                        form.add("paper", "settings.paper", paper()),
                        form.add("language", "settings.language", language.control())))));
    }

    private ColorPicker picker() {
        ColorPicker picker = new ColorPicker();
        picker.getStyleClass().add("button");
        model.field("accent").addListener((o, was, is) -> {
            if (is.matches("#[0-9a-fA-F]{6}")) {
                picker.setValue(Color.web(is));
            }
        });
        picker.setOnAction(e -> model.field("accent").set("#" + picker.getValue().toString().substring(2, 8)));
        return picker;
    }

    private ComboBox<Company.Paper> paper() {
        ComboBox<Company.Paper> choice = new ComboBox<>();
        choice.getItems().setAll(Company.Paper.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Company.@Nullable Paper paper) {
                return paper == null ? "" : texts.get(paper == Company.Paper.A4 ? "settings.paper.a4" : "settings.paper.letter");
            }

            @Override
            public Company.Paper fromString(String shown) {
                throw new UnsupportedOperationException("not typed");
            }
        });
        choice.valueProperty().bindBidirectional(model.paper);
        return choice;
    }

    private CodeField code(List<Choices.Choice> choices, String field) {
        return new CodeField(desk.tasks(), choices.stream().map(c -> new Code(c.code(), c.name())).toList(), Code::name)
                .bound(model.field(field));
    }

    private FormRow line(String field) {
        return form.add(field, "settings." + field, text(field));
    }

    private TextField text(String field) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(model.field(field));
        return control;
    }

    private FormRow block(String field, int rows) {
        TextArea control = new TextArea();
        control.setPrefRowCount(rows);
        control.textProperty().bindBidirectional(model.field(field));
        return form.add(field, "settings." + field, control);
    }
}
