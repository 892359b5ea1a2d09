package org.goodterms.ui.customer;

import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.customer.CustomerEditViewModel.PersonFields;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;

/** The persons of a customer in its form: two lines for each. */
final class PersonRows {
    private final Texts texts;
    private final CustomerEditViewModel model;
    private final VBox rows = new VBox(14);
    private final Label none = new Label();

    PersonRows(Desk desk, CustomerEditViewModel model) {
        this.texts = desk.texts();
        this.model = model;
        none.setText(texts.get("person.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        model.persons.addListener((ListChangeListener<PersonFields>) change -> {
            show();
            while (change.next()) {
                if (change.getAddedSize() == 1 && model.loaded.get()) {
                    rows.getChildren().getLast().lookup("#person-name").requestFocus();
                }
            }
        });
        show();
    }

    SectionCard card() {
        return new SectionCard(texts.get("person.heading"), rows).actions(
                Buttons.quiet(texts, Action.of("person.add", "fth-user-plus", model::addPerson)));
    }

    private void show() {
        rows.getChildren().setAll(model.persons.stream().map(this::row).toList());
        if (model.persons.isEmpty()) {
            rows.getChildren().add(none);
        }
    }

    private Node row(PersonFields person) {
        CheckBox invoices = new CheckBox(texts.get("person.gets_invoices"));
        invoices.selectedProperty().bindBidirectional(person.invoices);
        CheckBox reminders = new CheckBox(texts.get("person.gets_reminders"));
        reminders.selectedProperty().bindBidirectional(person.reminders);
        Button remove = Buttons.icon(texts, Action.of("person.remove", "fth-trash-2", () -> model.removePerson(person)));
        HBox first = new HBox(8, field("name", person.name), field("role", person.role), remove);
        HBox second = new HBox(8, field("email", person.email), field("phone", person.phone));
        HBox third = new HBox(16, invoices, reminders);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(8, first, second, third);
        row.getStyleClass().add("person-row");
        return row;
    }

    private TextField field(String what, StringProperty property) {
        TextField field = new TextField();
        field.setId("person-" + what);
        field.setPromptText(texts.get("person." + what));
        field.textProperty().bindBidirectional(property);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
