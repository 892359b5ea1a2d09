package org.goodterms.ui.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentRow;
import org.goodterms.payment.PaymentStory;
import org.goodterms.payment.PaymentStory.Step;
import org.goodterms.receivable.ItemKind;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PdfOut;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One payment: how much, what it settled, and what can be done about it. */
public final class PaymentView implements Screen {
    private static final double ROW = 40;
    private static final double HEAD = 44;
    private final Desk desk;
    private final Texts texts;
    private final PaymentViewModel model;
    private final KeyFigure amount;
    private final KeyFigure allocated;
    private final KeyFigure unapplied;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final BooleanProperty nothingLeft = new SimpleBooleanProperty(true);
    private final BooleanProperty fixed = new SimpleBooleanProperty(true);
    private final BooleanProperty settlesNothing = new SimpleBooleanProperty(true);
    private final Label none = new Label();
    private final List<Action> actions;
    private final Page page;
    private Function<Payment, Outcome<byte[]>> writing = payment -> Outcome.refused(Problem.at("payment", "payment.no_receipt", payment.number()));

    /** @param book the currency of bank fees */
    public PaymentView(Desk desk, PaymentViewModel model, CurrencyUnit book) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        amount = new KeyFigure(texts.get("payment.amount"));
        allocated = new KeyFigure(texts.get("payment.allocated"));
        unapplied = new KeyFigure(texts.get("payment.unapplied"));
        ReturnDialogs dialogs = new ReturnDialogs(desk, model, book);
        Action customer = Action.of("payment.to_customer", "fth-user", this::toCustomer);
        Action bounce = Action.of("payment.bounce", "fth-corner-up-left", dialogs::bounce).disabledWhile(fixed);
        Action refund = Action.of("payment.refund", "fth-corner-down-left", dialogs::refund).disabledWhile(nothingLeft);
        Action more = Action.of("payment.settle_more", "fth-check-square",
                () -> desk.navigator().go(Place.of("payment.more", model.id()))).disabledWhile(nothingLeft);
        Action back = Action.of("payment.take_back_all", "fth-rotate-ccw", () -> model.takeBack(null)).disabledWhile(settlesNothing);
        actions = List.of(customer, more, refund, bounce, back);
        Action receipt = Action.of("payment.receipt", "fth-file-text", this::receipt);
        page = new Page("").actions(Buttons.of(texts, customer), Buttons.of(texts, receipt), Buttons.of(texts, bounce),
                Buttons.of(texts, refund), Buttons.primary(texts, more)).scrolling(KeyFigure.row(amount, allocated, unapplied), settled(back));
        model.story.addListener((o, was, is) -> show(is));
    }

    /** @param how makes the receipt of a payment */
    public PaymentView receipts(Function<Payment, Outcome<byte[]>> how) {
        this.writing = how;
        return this;
    }

    private void receipt() {
        PaymentStory story = model.story.get();
        if (story != null) {
            PdfOut.ask(desk, "payment.receipt", story.payment().number(), () -> writing.apply(story.payment()));
        }
    }

    private void toCustomer() {
        PaymentStory story = model.story.get();
        if (story != null) {
            desk.navigator().go(Place.of("customer", story.payment().customer()));
        }
    }

    private Node settled(Action back) {
        ListTable<Step> table = new ListTable<Step>(desk, "payment-steps").onOpen(this::open);
        table.date("on", "payment.step.on", Step::on).width(116);
        table.text("number", "item.number", Step::number).width(130);
        table.text("kind", "item.kind", step -> texts.get("item.kind." + step.kind().word())).width(110);
        table.text("what", "payment.step.by", this::what).wide();
        table.money("amount", "payment.amount", Step::amount).width(130).toned(step -> step.stands() ? null : "tone-quiet");
        table.text("undo", "", step -> "").width(64).drawn(this::undo);
        table.plain();
        table.rows(steps);
        steps.addListener((javafx.collections.ListChangeListener<Step>) change -> {
            table.setPrefHeight(HEAD + ROW * steps.size());
            table.setMinHeight(table.getPrefHeight());
            table.setVisible(!steps.isEmpty());
            table.setManaged(!steps.isEmpty());
            none.setVisible(steps.isEmpty());
            none.setManaged(steps.isEmpty());
        });
        none.setText(texts.get("payment.settles_nothing_yet"));
        none.getStyleClass().add("muted");
        return new SectionCard(texts.get("payment.settled"), new VBox(none, table)).actions(Buttons.quiet(texts, back));
    }

    private String what(Step step) {
        String by = step.by() == ItemKind.RECEIPT || step.by().debit() ? "" : texts.get("item.kind." + step.by().word());
        return Stream.of(by, step.takenBack() == null ? "" : texts.get("payment.step.taken_back",
                desk.formats().date(step.takenBack()))).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private Node undo(Step step) {
        PaymentStory story = model.story.get();
        boolean possible = step.stands() && story != null && story.row().returned() == null && step.kind() != ItemKind.REFUND
                && step.by() == ItemKind.RECEIPT;
        return possible ? Buttons.icon(texts, Action.of("payment.take_back", "fth-rotate-ccw",
                () -> model.takeBack(step.number()))) : new Label();
    }

    private void open(Step step) {
        String kind = step.kind() == ItemKind.INVOICE || step.kind() == ItemKind.CREDIT_NOTE ? "invoice" : "payment";
        if (step.source() != null && desk.navigator().knows(kind)) {
            desk.navigator().go(Place.of(kind, Id.of(Objects.requireNonNull(step.source()))));
        }
    }

    private void show(@Nullable PaymentStory story) {
        if (story == null) {
            return;
        }
        Payment payment = story.payment();
        PaymentRow row = story.row();
        PaymentLine line = PaymentLine.of(row);
        boolean refund = payment.kind() == Payment.Kind.REFUND;
        page.heading().setText(texts.get(refund ? "payment.heading.refund" : "payment.heading.receipt", payment.number()));
        List<Node> beside = new ArrayList<>(List.of(new StatusPill(texts.get("payment.state."
                + line.state().name().toLowerCase(Locale.ROOT)), PaymentWords.tone(line.state()))));
        page.beside(beside.toArray(Node[]::new));
        page.sub().setText(Stream.of(row.customerName(), desk.formats().date(payment.date()),
                texts.get("payment.method." + payment.method().word()), payment.reference(),
                payment.note().replaceAll("\\s+", " ")).filter(text -> !text.isBlank()).collect(Collectors.joining("  \u00B7  ")));
        boolean foreign = payment.rate().compareTo(java.math.BigDecimal.ONE) != 0;
        amount.show(desk.formats(), payment.amount(), row.returned() != null
                ? texts.get("payment.returned_on", desk.formats().date(row.returned()))
                : foreign ? texts.get("payment.at_rate", desk.formats().number(payment.rate())) : "");
        allocated.show(desk.formats(), story.allocated(), texts.get("payment.documents", story.numbers().size()));
        unapplied.show(desk.formats(), row.unapplied(), row.unapplied().isZero() ? texts.get("payment.nothing_left")
                : texts.get("payment.unapplied_note"))
                .tone(row.unapplied().isZero() ? Tone.QUIET : Tone.WATCH);
        nothingLeft.set(row.unapplied().isZero() || refund);
        fixed.set(refund || row.returned() != null);
        settlesNothing.set(!story.settlesSomething() || refund);
        steps.setAll(story.steps());
    }

    @Override
    public String titleKey() {
        return "screen.payment";
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
