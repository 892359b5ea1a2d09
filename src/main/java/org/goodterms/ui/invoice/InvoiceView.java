package org.goodterms.ui.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.dispute.Dispute;
import org.goodterms.invoice.CreditProposal;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.TradePage;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Expected;
import org.goodterms.reminder.Policies;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.goodterms.ui.kit.StatusPill;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An issued document with its pages as they were archived, where it stands, and what can be done about it. */
public final class InvoiceView implements Screen {
    private static final double SIDE = 300;
    private final Desk desk;
    private final Texts texts;
    private final InvoiceViewModel model;
    private final PdfPreview preview;
    private final MenuButton more;
    private final GridPane facts = new GridPane(16, 6);
    private final BooleanProperty punctual = new SimpleBooleanProperty(true);
    private final BooleanProperty settled = new SimpleBooleanProperty(true);
    private final BooleanProperty credit = new SimpleBooleanProperty(true);
    private final BooleanProperty undisputed = new SimpleBooleanProperty(true);
    private final List<Action> actions;
    private final CreditDialog credits;
    private final Page page;

    public InvoiceView(Desk desk, InvoiceViewModel model, MailViewModel mail, FilePart files) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.preview = new PdfPreview(desk);
        credits = new CreditDialog(desk, model);
        DisputeDialog disputes = new DisputeDialog(desk, model);
        MailDialog letters = new MailDialog(desk, mail);
        Action pay = Action.of("payment.new", "fth-credit-card", model::pay).on(Shortcut.PAY).disabledWhile(settled);
        Action send = Action.of("invoice.mail", "fth-mail", () -> with(is -> letters.ask(is.document().number())));
        Action print = Action.of("invoice.print", "fth-printer", model::print).on(Shortcut.PRINT)
                .disabledWhile(desk.tasks().busy("invoice.print"));
        Action save = Action.of("invoice.save_pdf", "fth-download", model::savePdf).on(Shortcut.SAVE);
        Action cancel = Action.of("invoice.credit_open", "fth-corner-down-left", () -> with(is -> credits.ask(is.document())))
                .disabledWhile(credit);
        Action duplicate = Action.of("invoice.duplicate", "fth-copy", model::duplicate).disabledWhile(credit);
        Action correct = Action.of("invoice.correct", "fth-edit", model::correct).disabledWhile(credit);
        Action dispute = Action.of("invoice.dispute_open", "fth-alert-circle", () -> with(is -> disputes.open(left(is), is.document().content().lines())))
                .disabledWhile(settled);
        Action extend = Action.of("invoice.extend_open", "fth-calendar", new ExtendDialog(desk, model)::ask).disabledWhile(settled);
        Action settle = Action.of("invoice.settle_dispute", "fth-check", () -> with(this::settle)).disabledWhile(undisputed);
        Action remind = Action.of("reminder.new", "fth-bell", () -> with(is -> desk.navigator().go(Place.of("reminder.new",
                is.document().content().customer())))).disabledWhile(punctual);
        Action plan = debt("agreement.new", "fth-calendar").disabledWhile(settled);
        Action claim = debt("claim", "fth-briefcase").disabledWhile(credit);
        Action customer = Action.of("invoice.to_customer", "fth-user", model::toCustomer);
        Action policy = Action.of("policy.invoice", "fth-sliders", () -> with(is -> desk.navigator().go(Place.of("policy",
                new Policies.Subject(Policies.Scope.INVOICE, is.document().number()))))).disabledWhile(settled);
        actions = List.of(pay, send, print, save, cancel, correct, duplicate, extend, dispute, settle, remind, plan, claim, policy, customer);
        more = new MenuButton(texts.get("invoice.more"));
        more.setId("invoice-more");
        List.of(customer, remind, policy, save, cancel, correct, duplicate, extend, plan, claim, dispute, settle, files.choosing())
                .forEach(action -> more.getItems().add(item(action)));
        Button main = Buttons.primary(texts, pay);
        main.managedProperty().bind(main.visibleProperty());
        main.visibleProperty().bind(settled.not());
        HBox body = new HBox(20, framed(), side(files));
        VBox.setVgrow(body, Priority.ALWAYS);
        page = new Page(texts.get(titleKey())).actions(more, Buttons.of(texts, print), Buttons.of(texts, send), main).content(body);
        files.dropOn(page);
        model.standing.addListener((o, was, is) -> show(is));
        model.pages.addListener((o, was, is) -> {
            if (is != null) {
                preview.show(is.sizes(), is.drawing());
            }
        });
    }

    private void with(java.util.function.Consumer<InvoiceViewModel.Standing> act) {
        if (model.standing.get() != null) {
            act.accept(model.standing.get());
        }
    }

    /** Leads to what is done about this debt. */
    private Action debt(String kind, String icon) {
        return Action.of(kind, icon, () -> with(is -> desk.navigator().go(Place.of(kind, Expected.of(
                is.document().content().customer(), is.document().number())))));
    }

    /** What else it can be written as. */
    public InvoiceView papers(BiConsumer<Document, TradePage.Form> printing) {
        for (TradePage.Form form : List.of(TradePage.Form.CONFIRMATION, TradePage.Form.DELIVERY)) {
            more.getItems().add(item(Action.of("invoice.write." + form.word(), "fth-file-text",
                    () -> with(is -> printing.accept(is.document(), form))).disabledWhile(credit)));
        }
        return this;
    }

    /** Its electronic form. */
    public InvoiceView electronic(EInvoiceService eInvoices) {
        EInvoiceDialog dialog = new EInvoiceDialog(desk, eInvoices);
        more.getItems().add(item(Action.of("einvoice.out", "fth-file", () -> with(is -> dialog.ask(is.document())))));
        return this;
    }

    private Node framed() {
        HBox.setHgrow(preview, Priority.ALWAYS);
        return preview;
    }

    private Node side(FilePart files) {
        VBox column = new VBox(16, new SectionCard(texts.get("invoice.standing"), facts), new InvoiceHistory(desk, model, files).card());
        column.getStyleClass().add("side-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        scroll.setMinWidth(SIDE);
        scroll.setPrefWidth(SIDE);
        scroll.setMaxWidth(SIDE);
        return scroll;
    }

    private MenuItem item(Action action) {
        MenuItem item = new MenuItem(texts.get(action.textKey()), new FontIcon(action.icon()));
        item.setId(action.textKey().replace('.', '-'));
        item.setOnAction(e -> action.run());
        if (action.disabled() != null) {
            item.disableProperty().bind(action.disabled().orElse(false));
        }
        return item;
    }

    /** Asks how the dispute ended; where the customer was right the credit note is next. */
    private void settle(InvoiceViewModel.Standing is) {
        Money contested = is.row().disputed();
        new EndingDialog(desk).ask(contested, "invoice.settle_dispute", (ending, problems) -> model.settle(ending, closed -> {
            desk.overlay().close();
            if (CreditProposal.isDue(closed)) {
                credits.ask(is.document(), CreditProposal.of(is.document().id(), closed));
            }
        }, problems));
    }

    /** Begins with the credit note that was proposed, once. */
    public InvoiceView crediting(CreditProposal proposal) {
        model.standing.addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends InvoiceViewModel.@Nullable Standing> o,
                    InvoiceViewModel.@Nullable Standing was, InvoiceViewModel.@Nullable Standing is) {
                if (is != null) {
                    model.standing.removeListener(this);
                    credits.ask(is.document(), proposal);
                }
            }
        });
        return this;
    }

    /** What is open and not contested yet. */
    private static Money left(InvoiceViewModel.Standing is) {
        return is.row().open().minus(is.row().disputed());
    }

    private void show(InvoiceViewModel.@Nullable Standing is) {
        if (is == null) {
            return;
        }
        Document document = is.document();
        InvoiceRow row = is.row();
        page.heading().setText(texts.get("invoice.heading." + document.kind().name().toLowerCase(Locale.ROOT), document.number()));
        page.sub().setText(texts.get("invoice.sub", row.buyer().name(), desk.formats().date(document.content().date()),
                desk.formats().money(document.sums().total())));
        StatusPill state = new StatusPill(texts.get("invoice.state." + row.state().name().toLowerCase(Locale.ROOT)),
                InvoiceListView.tone(row.state()));
        if (is.disputes().isEmpty()) {
            page.beside(state);
        } else {
            page.beside(state, new StatusPill(texts.get("invoice.disputed"), Tone.WATCH));
        }
        settled.set(!is.owed());
        punctual.set(row.state() != InvoiceRow.State.OVERDUE);
        credit.set(document.isCredit());
        undisputed.set(is.disputes().isEmpty());
        facts(is);
    }

    private void facts(InvoiceViewModel.Standing is) {
        facts.getChildren().clear();
        Document document = is.document();
        fact("invoice.total", desk.formats().money(document.sums().payable()), "");
        fact("invoice.open", desk.formats().money(is.row().open().abs()), is.row().open().isZero() ? "tone-good" : "strong");
        boolean late = is.row().state() == InvoiceRow.State.OVERDUE;
        document.dues().forEach(due -> fact("invoice.due", document.dues().size() == 1 ? desk.formats().date(due.date())
                : texts.get("invoice.due_part", desk.formats().date(due.date()), desk.formats().amount(due.amount())),
                late && due.date().isBefore(desk.formats().today()) ? "tone-bad" : ""));
        LocalDate due = is.row().due();
        if (due != null && document.dues().stream().noneMatch(part -> part.date().equals(due))) {
            fact("invoice.due_extended", desk.formats().date(due), late ? "tone-bad" : "");
        }
        Document.Discount discount = document.discount();
        if (discount != null && is.owed() && !discount.until().isBefore(desk.formats().today())) {
            fact("payment.discount", texts.get("payment.discount_of", desk.formats().amount(discount.amount()),
                    desk.formats().date(discount.until())), "");
        }
        is.disputes().forEach(this::fact);
        if (!document.content().wording().orderNumber().isBlank()) {
            fact("invoice.orderNumber", document.content().wording().orderNumber(), "");
        }
        if (!document.credits().isBlank()) {
            fact("invoice.credits", document.credits(), "");
        }
    }

    private void fact(Dispute dispute) {
        fact("invoice.disputed", desk.formats().money(dispute.amount()) + "\n" + dispute.reason(), "tone-watch");
    }

    private void fact(String key, String value, String tone) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label shown = new Label(value);
        shown.setWrapText(true);
        if (!tone.isEmpty()) {
            shown.getStyleClass().add(tone);
        }
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        facts.addRow(facts.getRowCount(), name, shown);
    }

    @Override
    public String titleKey() {
        return "screen.invoice";
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
