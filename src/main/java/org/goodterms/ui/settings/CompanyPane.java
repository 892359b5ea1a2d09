package org.goodterms.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.goodterms.company.Choices;
import org.goodterms.company.Company;
import org.goodterms.company.Design;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.CodeField.Code;
import org.goodterms.ui.kit.CodeField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;

/** The firm, and how its documents look. Both are one record and are saved together. */
final class CompanyPane {
    private static final double CHOICES = 440;
    /** Of documents of firms that chose no colour. */
    private static final Color USUAL = Color.web("#1b5e6b");
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

    /** Left what is chosen, right what comes of it. */
    Node documents(Node logo, DesignProof proof) {
        CodeField language = code(Choices.languages(texts.locale()), "language");
        HBox accent = new HBox(8, form.add("accent", "settings.accent", text("accent")).width(150), picker());
        accent.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        VBox choices = new VBox(20, new SectionCard(texts.get("settings.look"), Form.column(
                form.add("layout", "settings.layout", layouts()), accent, logo,
                form.add("columns", "settings.columns", columns()))),
                new SectionCard(texts.get("settings.own_texts"), Form.column(
                        block("intro", 2).hint(texts.get("settings.intro.hint")), block("closing", 2),
                        block("footer", 3).hint(texts.get("settings.footer.hint")))),
                new SectionCard(texts.get("settings.paper_and_language"), Form.column(Form.line(
                        form.add("paper", "settings.paper", paper()),
                        form.add("language", "settings.language", language.control())))));
        choices.setMinWidth(CHOICES);
        choices.setPrefWidth(CHOICES);
        HBox both = new HBox(20, choices, proof.node());
        HBox.setHgrow(proof.node(), Priority.ALWAYS);
        return both;
    }

    private FilterChips<Design.Layout> layouts() {
        FilterChips<Design.Layout> chips = new FilterChips<>(List.of(Design.Layout.values()),
                layout -> texts.get("settings.layout." + layout.word()));
        chips.chosen().bindBidirectional(model.layout);
        return chips;
    }

    private FlowPane columns() {
        FlowPane boxes = new FlowPane(16, 8);
        for (Design.Column column : Design.Column.values()) {
            CheckBox box = new CheckBox(texts.get("settings.columns." + column.name().toLowerCase(Locale.ROOT)));
            box.setSelected(!model.hidden.contains(column));
            box.setOnAction(e -> {
                if (box.isSelected()) {
                    model.hidden.remove(column);
                } else {
                    model.hidden.add(column);
                }
            });
            model.hidden.addListener((SetChangeListener<Design.Column>) change -> box.setSelected(!model.hidden.contains(column)));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private ColorPicker picker() {
        ColorPicker picker = new ColorPicker(USUAL);
        picker.getStyleClass().add("button");
        model.field("accent").addListener((o, was, is) -> {
            if (is.isBlank() || is.matches("#[0-9a-fA-F]{6}")) {
                picker.setValue(is.isBlank() ? USUAL : Color.web(is));
            }
        });
        picker.setOnAction(e -> model.field("accent").set("#" + picker.getValue().toString().substring(2, 8)));
        return picker;
    }

    private ComboBox<Company.Paper> paper() {
        ComboBox<Company.Paper> choice = new ComboBox<>();
        choice.getItems().setAll(Company.Paper.values());
        choice.setConverter(Choice.named(paper -> texts.get(paper == Company.Paper.A4 ? "settings.paper.a4" : "settings.paper.letter")));
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
