package org.goodterms.ui.agreement;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.agreement.PlanStanding;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** A customer's plan: the agreement as it is signed, and beside it what was paid of each instalment. */
public final class AgreementView implements Screen {
    private static final double SIDE = 340;
    private static final double DIALOG = 480;
    private final Desk desk;
    private final Texts texts;
    private final AgreementViewModel model;
    private final PdfPreview preview;
    private final InstalmentTable schedule;
    private final KeyFigure paid;
    private final KeyFigure left;
    private final BooleanProperty none = new SimpleBooleanProperty(true);
    private final BooleanProperty over = new SimpleBooleanProperty(true);
    private final List<Action> actions;
    private final Page page;
    private final HBox body;

    public AgreementView(Desk desk, AgreementViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.preview = new PdfPreview(desk);
        this.schedule = new InstalmentTable(desk);
        this.paid = new KeyFigure(texts.get("agreement.paid"));
        this.left = new KeyFigure(texts.get("agreement.left"));
        Action save = Action.of("agreement.save_pdf", "fth-download", model::save).on(Shortcut.SAVE).disabledWhile(none);
        Action end = Action.of("agreement.end", "fth-x-circle", this::askEnd).disabledWhile(over);
        Action renew = Action.of("agreement.new", "fth-plus", model::renew).on(Shortcut.NEW);
        Action customer = Action.of("followup.customer", "fth-user", model::toCustomer);
        actions = List.of(save, end, renew, customer);
        HBox.setHgrow(preview, Priority.ALWAYS);
        body = new HBox(20, preview, side());
        VBox.setVgrow(body, Priority.ALWAYS);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, customer), Buttons.of(texts, end), Buttons.of(texts, renew),
                Buttons.primary(texts, save)).content(new EmptyState(texts, "fth-calendar", "agreement.without", renew));
        model.standing.addListener((o, was, is) -> show(is));
        model.customer.addListener((o, was, is) -> page.heading().setText(is == null ? texts.get(titleKey())
                : texts.get("agreement.heading", is.name())));
        model.pages.addListener((o, was, is) -> {
            if (is != null) {
                preview.show(is.sizes(), is.drawing());
            }
        });
    }

    private Node side() {
        VBox column = new VBox(16, KeyFigure.row(paid, left), new SectionCard(texts.get("agreement.schedule"), schedule));
        column.getStyleClass().add("side-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        scroll.setMinWidth(SIDE);
        scroll.setPrefWidth(SIDE);
        scroll.setMaxWidth(SIDE);
        return scroll;
    }

    private void show(@Nullable PlanStanding is) {
        if (is == null) {
            return;
        }
        page.content(body);
        page.beside(new StatusPill(PlanListView.word(texts, is.state()), PlanListView.tone(is.state())));
        page.sub().setText(texts.get("agreement.sub", String.join(", ", is.plan().numbers()), desk.formats().money(is.plan().amount()),
                desk.formats().date(is.plan().agreedOn())));
        paid.show(desk.formats(), is.paid(), "").tone(is.paid().isPositive() ? Tone.GOOD : Tone.QUIET);
        left.show(desk.formats(), is.plan().amount().minus(is.paid()), "");
        schedule.show(is.matched());
        none.set(false);
        over.set(!model.isRunning());
    }

    private void askEnd() {
        Form form = new Form(texts);
        TextField reason = new TextField();
        Label what = new Label(texts.get("agreement.end.what"));
        what.setWrapText(true);
        Action act = Action.of("agreement.end", "fth-x-circle", () -> model.end(reason.getText(), desk.overlay()::close, form::show))
                .disabledWhile(desk.tasks().busy("agreement.end"));
        desk.overlay().show(new Dialog(texts.get("agreement.end.heading"), Form.column(form.banner(), what,
                form.add("reason", "agreement.reason", reason)), DIALOG).buttons(Buttons.of(texts, Action.of("window.cancel", "fth-x",
                desk.overlay()::close)), Buttons.primary(texts, act)).focusing(reason));
    }

    @Override
    public String titleKey() {
        return "screen.agreement";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
    }

    @Override
    public void onHide() {
        model.stop();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }
}
