package org.goodterms.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;

/** The mail account: server, encryption, login, sender, and whether it works. */
final class MailPane {
    private final Desk desk;
    private final Texts texts;
    private final MailViewModel model;
    private final Form form;

    MailPane(Desk desk, MailViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        model.problems.addListener((o, was, is) -> form.show(is));
    }

    Node node() {
        PasswordField password = new PasswordField();
        password.textProperty().bindBidirectional(model.password);
        Label works = new Label();
        works.textProperty().bind(model.result);
        works.getStyleClass().add("tone-good");
        works.setWrapText(true);
        Action test = Action.of("settings.mail.test", "fth-zap", model::test).disabledWhile(desk.tasks().busy("settings.mail.test"));
        Action save = Action.of("settings.mail.save", "fth-check", model::save);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, Buttons.of(texts, test), works, space, Buttons.primary(texts, save));
        buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label none = new Label(texts.get("settings.mail.without"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setMinHeight(Region.USE_PREF_SIZE);
        return new SectionCard(texts.get("settings.mail"), none, Form.column(form.banner(),
                Form.line(line("host").hint(texts.get("settings.mail.host.hint")),
                        form.add("security", "settings.mail.security", security()).width(190), line("port").width(90)),
                Form.line(line("user"), form.add("password", "settings.mail.password", password)
                        .hint(texts.get("settings.mail.password.hint"))),
                Form.line(line("from"), line("fromName")), line("replyTo").hint(texts.get("settings.mail.replyTo.hint")),
                buttons));
    }

    private ComboBox<String> security() {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(List.of("starttls", "tls", "none"));
        choice.setConverter(Choice.named(word -> word.isEmpty() ? "" : texts.get("settings.mail.security." + word)));
        choice.valueProperty().bindBidirectional(model.field("security"));
        return choice;
    }

    private FormRow line(String field) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(model.field(field));
        return form.add(field, "settings.mail." + field, control);
    }
}
