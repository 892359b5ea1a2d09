package org.goodterms.ui.followup;

import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.goodterms.customer.CustomerRow;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** The form of a new task: what, for whom, by when, about which invoice. */
public final class NewFollowUpView implements Screen {
    private static final double WIDEST = 640;
    private final Desk desk;
    private final NewFollowUpViewModel model;
    private final TextField title = new TextField();
    private final Form form;
    private final Picker<CustomerRow> whom;
    private final Action save;
    private final Page page;

    public NewFollowUpView(Desk desk, NewFollowUpViewModel model) {
        this.desk = desk;
        this.model = model;
        Texts texts = desk.texts();
        this.form = new Form(texts);
        this.save = Action.of("followup.save", "fth-check", this::save).on(Shortcut.COMMIT)
                .disabledWhile(desk.tasks().busy("followup.save"));
        title.textProperty().bindBidirectional(model.title);
        title.setPromptText(texts.get("followup.title.example"));
        whom = new Picker<>(desk.tasks(), model::suggest, CustomerRow::name, row -> row.name() + "  \u00B7  " + row.code());
        whom.valueProperty().bindBidirectional(model.whom);
        TextField items = new TextField();
        items.textProperty().bindBidirectional(model.items);
        TextArea note = new TextArea();
        note.setPrefRowCount(4);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(model.note);
        model.problems.addListener((o, was, is) -> form.show(is));
        SectionCard card = new SectionCard("", Form.column(form.banner(), form.add("title", "followup.title", title),
                form.add("customer", "followup.whom", whom), due(),
                form.add("items", "followup.items", items).hint(texts.get("followup.items.hint")),
                form.add("note", "followup.note", note)));
        card.setMaxWidth(WIDEST);
        page = new Page(texts.get(titleKey())).actions(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)),
                Buttons.primary(texts, save)).scrolling(card);
    }

    private Node due() {
        DateField day = new DateField(desk.formats());
        day.valueProperty().bindBidirectional(model.due);
        HBox quick = new HBox(2);
        quick.setAlignment(Pos.CENTER_LEFT);
        for (int days : new int[] {0, 1, 7, 14}) {
            LocalDate then = desk.formats().today().plusDays(days);
            Button button = new Button(desk.formats().near(then));
            button.getStyleClass().addAll("flat", "small");
            button.setOnAction(e -> day.setValue(then));
            quick.getChildren().add(button);
        }
        return new VBox(4, form.add("due", "followup.due", day).width(170), quick);
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
        return "followup.new";
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
        return title;
    }
}
