package org.goodterms.ui.agreement;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanStanding;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.DecimalField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The calculator: debts and terms at the left, the schedule that follows from them at the right. */
public final class NewAgreementView implements Screen {
    private static final double SIDE = 340;
    private static final double NARROW = 130;
    private final Desk desk;
    private final Texts texts;
    private final NewAgreementViewModel model;
    private final Form form;
    private final GridPane debts = new GridPane(16, 8);
    private final GridPane hand = new GridPane(8, 8);
    private final InstalmentTable schedule;
    private final Label sum = new Label();
    private final Label said = new Label();
    private final Action save;
    private final Action read;
    private final Page page;

    public NewAgreementView(Desk desk, NewAgreementViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
        this.schedule = new InstalmentTable(desk);
        this.save = Action.of("agreement.agree", "fth-check", this::save).on(Shortcut.COMMIT).disabledWhile(desk.tasks().busy("agreement.agree"));
        this.read = Action.of("agreement.read", "fth-file-text", () -> model.read(this::show));
        said.setWrapText(true);
        said.setMinHeight(Label.USE_PREF_SIZE);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        sum.getStyleClass().add("strong");
        VBox left = new VBox(20, new SectionCard(texts.get("agreement.debts"), Form.column(form.banner(), debts)),
                new SectionCard(texts.get("agreement.terms"), terms()));
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        SectionCard right = new SectionCard(texts.get("agreement.schedule"), new VBox(12, schedule, sum, said));
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        HBox body = new HBox(20, left, right);
        body.setFillHeight(false);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.navigator()::back)),
                Buttons.of(texts, read), Buttons.primary(texts, save)).scrolling(body);
        model.debts.addListener((ListChangeListener<NewAgreementViewModel.Debt>) change -> showDebts());
        model.preview.addListener((o, was, is) -> show(is));
        model.hand.addListener((ListChangeListener<NewAgreementViewModel.Part>) change -> {
            while (change.next()) {
                if (!change.wasUpdated()) {
                    showHand();
                }
            }
        });
        model.customer.addListener((o, was, is) -> page.sub().setText(is == null ? "" : is.name()));
    }

    private Node terms() {
        ToggleGroup how = new ToggleGroup();
        RadioButton monthly = new RadioButton(texts.get("agreement.monthly"));
        RadioButton typed = new RadioButton(texts.get("agreement.by_hand"));
        typed.setId("agreement-by-hand");
        monthly.setToggleGroup(how);
        typed.setToggleGroup(how);
        monthly.setSelected(true);
        typed.selectedProperty().bindBidirectional(model.byHand);
        DateField first = new DateField(desk.formats());
        first.valueProperty().bindBidirectional(model.first);
        CheckBox spread = new CheckBox(texts.get("agreement.spread"));
        spread.selectedProperty().bindBidirectional(model.spread);
        VBox regular = Form.column(Form.line(form.add("monthly", "agreement.parts", decimal(model.parts)).width(NARROW),
                form.add("first", "agreement.first", first).width(170)), spread);
        shown(regular, monthly);
        VBox own = Form.column(form.add("instalments", "", hand), Buttons.quiet(texts, Action.of("agreement.add_part", "fth-plus", model::addPart)));
        shown(own, typed);
        TextField note = new TextField();
        note.textProperty().bindBidirectional(model.note);
        return Form.column(new HBox(20, monthly, typed), regular, own,
                Form.line(form.add("grace", "agreement.grace", decimal(model.grace)).width(NARROW),
                        form.add("defaultAfter", "agreement.default_after", decimal(model.defaultAfter)).width(NARROW)),
                form.add("note", "agreement.note", note).hint(texts.get("agreement.default.hint")));
    }

    private static void shown(Node node, RadioButton where) {
        node.visibleProperty().bind(where.selectedProperty());
        node.managedProperty().bind(node.visibleProperty());
    }

    private DecimalField decimal(ObjectProperty<@Nullable BigDecimal> value) {
        DecimalField field = new DecimalField(desk.formats());
        field.valueProperty().bindBidirectional(value);
        return field;
    }

    private void showDebts() {
        debts.getChildren().clear();
        for (NewAgreementViewModel.Debt debt : model.debts) {
            CheckBox box = new CheckBox(debt.number());
            box.setId("debt-" + debt.number());
            box.selectedProperty().bindBidirectional(debt.chosen());
            box.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(box, Priority.ALWAYS);
            Label due = new Label(texts.get("agreement.due", desk.formats().date(debt.item().due())));
            due.getStyleClass().add(debt.item().isOverdue(desk.formats().today()) ? "tone-bad" : "muted");
            Label open = new Label(desk.formats().money(debt.open()));
            open.getStyleClass().add("figures");
            GridPane.setHalignment(open, javafx.geometry.HPos.RIGHT);
            debts.addRow(debts.getRowCount(), box, due, open);
        }
        if (model.debts.isEmpty()) {
            Label none = new Label(texts.get("customer.nothing_open"));
            none.getStyleClass().add("muted");
            debts.add(none, 0, 0);
        }
    }

    private void showHand() {
        hand.getChildren().clear();
        for (NewAgreementViewModel.Part part : model.hand) {
            DateField date = new DateField(desk.formats());
            date.valueProperty().bindBidirectional(part.date());
            Money like = model.chosenSum();
            MoneyField amount = new MoneyField(desk.formats(), like.getCurrencyUnit());
            amount.valueProperty().bindBidirectional(part.amount());
            hand.addRow(hand.getRowCount(), date, amount, Buttons.icon(texts, Action.of("agreement.remove_part", "fth-trash-2",
                    () -> model.hand.remove(part))));
        }
    }

    private void show(@Nullable Outcome<Plan> outcome) {
        said.getStyleClass().removeAll("tone-bad", "tone-watch");
        sum.setText(texts.get("agreement.sum", desk.formats().money(model.chosenSum())));
        if (outcome instanceof Outcome.Ok<Plan>(Plan plan)) {
            schedule.show(plan.instalments().stream().map(one -> new PlanStanding.Matched(one, Money.zero(plan.currency()))).toList());
            said.setText(String.join("\n", model.advice().stream().map(advice -> texts.get("agreement.advice." + advice.word())).toList()));
            said.getStyleClass().add("tone-watch");
        } else if (outcome != null) {
            schedule.show(List.of());
            said.setText(texts.of(outcome.problems().getFirst()));
            said.getStyleClass().add("tone-bad");
        }
    }

    private void show(Pages pages) {
        PdfPreview preview = new PdfPreview(desk);
        preview.show(pages);
        desk.overlay().show(new Dialog(texts.get("agreement.read"), preview, 760).tall(720).buttons(
                Buttons.of(texts, Action.of("window.close", "fth-x", desk.overlay()::close))));
    }

    private void save() {
        if (form.readable()) {
            model.save(form::show);
        }
    }

    @Override
    public String titleKey() {
        return "agreement.new";
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
        return List.of(save, read);
    }
}
