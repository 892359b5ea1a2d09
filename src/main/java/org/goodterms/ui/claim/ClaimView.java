package org.goodterms.ui.claim;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.claim.WriteOff;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** What a debt costs and what becomes of it: interest and fees above, pursue or write off beneath. */
public final class ClaimView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final ClaimViewModel model;
    private final ClaimDialogs dialogs;
    private final BooleanProperty gone = new SimpleBooleanProperty(true);
    private final BooleanProperty standing = new SimpleBooleanProperty(true);
    private final BooleanProperty away = new SimpleBooleanProperty();
    private final BooleanProperty noRelief = new SimpleBooleanProperty(true);
    private final GridPane charges = new GridPane(16, 6);
    private final VBox lost = new VBox(6);
    private final SectionCard lostCard;
    private final List<Action> actions;
    private final Page page;

    public ClaimView(Desk desk, ClaimViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.dialogs = new ClaimDialogs(desk, model);
        Action charge = Action.of("claim.charge", "fth-plus", model::charge).disabledWhile(model.quote.map(quote ->
                !(quote instanceof Outcome.Ok<org.goodterms.claim.InterestQuote> ok) || !ok.value().total().isPositive()).orElse(true));
        Action fee = Action.of("claim.fee", "fth-plus", () -> with(is -> dialogs.fee(is.recoverable().getCurrencyUnit())));
        Action rule = Action.of("claim.rule", "fth-percent", dialogs::rule);
        Action plan = Action.of("agreement.new", "fth-calendar", model::plan).disabledWhile(gone);
        Action hand = Action.of("claim.hand_over", "fth-briefcase", dialogs::handOver).disabledWhile(gone.or(away));
        Action back = Action.of("claim.take_back", "fth-corner-up-left", model::takeBack).disabledWhile(away.not());
        Action working = Action.of("claim.working", "fth-file-text", model::printWorking).on(Shortcut.SAVE);
        Action off = Action.of("claim.write_off", "fth-slash", () -> with(is -> {
            if (is.worth() != null) {
                dialogs.writeOff(is.worth().open());
            }
        })).disabledWhile(gone);
        Action recover = Action.of("claim.recover", "fth-credit-card", () -> with(is -> dialogs.recover(is.recoverable()))).disabledWhile(standing);
        Action relief = Action.of("claim.relief", "fth-corner-down-left", model::claimRelief).disabledWhile(noRelief);
        Action customer = Action.of("followup.customer", "fth-user", model::toCustomer);
        actions = List.of(charge, rule, working, fee, plan, hand, back, off, recover, relief, customer);
        lostCard = new SectionCard(texts.get("claim.lost"), lost).actions(Buttons.quiet(texts, relief), Buttons.quiet(texts, recover));
        lostCard.managedProperty().bind(lostCard.visibleProperty());
        lostCard.setVisible(false);
        SectionCard fees = new SectionCard(texts.get("claim.charges"), charges).actions(Buttons.quiet(texts, fee));
        Button home = Buttons.of(texts, back);
        home.visibleProperty().bind(away);
        home.managedProperty().bind(away);
        page = new Page(texts.get(titleKey())).actions(home, Buttons.of(texts, working), Buttons.of(texts, customer)).scrolling(
                new InterestCard(desk, model).card(Buttons.quiet(texts, rule), Buttons.of(texts, charge)), fees,
                new PursueCard(desk, model).card(Buttons.quiet(texts, plan), Buttons.quiet(texts, hand), Buttons.quiet(texts, off)), lostCard);
        page.heading().setText(texts.get("claim.heading", model.number()));
        model.charges.addListener((ListChangeListener<OpenItem>) change -> showCharges());
        model.standing.addListener((o, was, is) -> show(is));
        model.customer.addListener((o, was, is) -> sub());
        showCharges();
    }

    private void with(java.util.function.Consumer<ClaimViewModel.Standing> act) {
        if (model.standing.get() != null) {
            act.accept(model.standing.get());
        }
    }

    private void showCharges() {
        charges.getChildren().clear();
        for (OpenItem charge : model.charges) {
            Label number = new Label(charge.number());
            Label kind = new Label(texts.get("item.kind." + charge.kind().word()));
            kind.getStyleClass().add("muted");
            kind.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(kind, Priority.ALWAYS);
            Label open = new Label(desk.formats().money(charge.open()));
            open.getStyleClass().add("figures");
            Button waive = Buttons.quiet(texts, Action.of("claim.waive", "fth-corner-up-left", () -> dialogs.waive(charge)));
            charges.addRow(charges.getRowCount(), number, kind, open, waive);
        }
        if (model.charges.isEmpty()) {
            Label none = new Label(texts.get("claim.no_charges"));
            none.getStyleClass().add("muted");
            charges.add(none, 0, 0);
        }
    }

    private void show(ClaimViewModel.@Nullable Standing is) {
        if (is == null) {
            return;
        }
        gone.set(is.worth() == null);
        standing.set(!is.recoverable().isPositive());
        noRelief.set(!is.reliefWaits());
        lostCard.setVisible(!is.offs().isEmpty());
        away.set(is.away());
        if (is.away()) {
            page.beside(new StatusPill(texts.get("claim.state.handed_over"), Tone.WATCH));
        } else if (is.offs().isEmpty()) {
            page.beside();
        } else {
            page.beside(new StatusPill(texts.get("claim.state.written_off"), Tone.QUIET));
        }
        sub();
        lost.getChildren().setAll(is.offs().stream().map(this::line).toList());
    }

    /** Whose it is, and until when it can be enforced. */
    private void sub() {
        String name = model.customer.get() == null ? "" : model.customer.get().name();
        java.time.LocalDate last = model.standing.get() == null ? null : model.standing.get().limitation();
        page.sub().setText(last == null ? name : name + "  \u00B7  " + texts.get("claim.limitation", desk.formats().date(last)));
    }

    private Node line(WriteOff off) {
        String when = off.relief() == WriteOff.ReliefTime.NONE ? texts.get("claim.tax_none") : texts.get(off.relieved() ? "claim.tax_back"
                : "claim.tax_waits", desk.formats().money(off.tax()));
        Label text = new Label(texts.get("claim.lost_line", desk.formats().date(off.on()), desk.formats().money(off.amount()),
                desk.formats().money(off.net()), when));
        text.setWrapText(true);
        return new HBox(text);
    }

    @Override
    public String titleKey() {
        return "screen.claim";
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
