package org.goodterms.ui.invoice;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.invoice.InvoiceListViewModel.Show;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;

/** All invoices and credit notes, newest first. */
public final class InvoiceListView implements Screen {
    private final Texts texts;
    private final InvoiceListViewModel model;
    private final ListTable<InvoiceRow> list;
    private final Action make;
    private final List<Action> actions;
    private final Page page;

    /** @param mail sends what is selected */
    public InvoiceListView(Desk desk, InvoiceListViewModel model, MailViewModel mail) {
        this.texts = desk.texts();
        this.model = model;
        this.make = Action.of("invoice.new", "fth-file-plus", () -> desk.navigator().go(Place.of("invoice.new")))
                .on(Shortcut.NEW);
        this.list = list(desk);
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()),
                show -> texts.get("invoice.show." + show.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.rows.addListener((ListChangeListener<InvoiceRow>) change -> chips.count(model::count, Show.ALL, desk.formats()));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-file-text", "invoice.none", make));
        list.rows(model.rows);
        var selection = list.selection();
        Action pay = Action.of("payment.new", "fth-credit-card", () -> model.pay(selection)).on(Shortcut.PAY)
                .disabledWhile(Bindings.createBooleanBinding(() -> InvoiceListViewModel.payable(selection).isEmpty(), selection));
        BooleanBinding none = Bindings.createBooleanBinding(() -> InvoiceListViewModel.issued(selection).isEmpty(), selection);
        Action print = Action.of("invoice.print", "fth-printer", () -> model.print(selection)).on(Shortcut.PRINT)
                .disabledWhile(none.or(desk.tasks().busy("invoice.print")));
        Action send = Action.of("invoice.mail", "fth-mail", () -> send(desk, mail)).disabledWhile(none.or(desk.tasks().busy("invoice.mail_all")));
        Action save = Action.of("invoice.save_many", "fth-download", () -> save(desk)).disabledWhile(none.or(desk.tasks().busy("invoice.save_many")));
        actions = List.of(make, pay, print, send, save);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, save), Buttons.of(texts, print), Buttons.of(texts, send), Buttons.of(texts, pay),
                Buttons.primary(texts, make)).content(list);
    }

    private ListTable<InvoiceRow> list(Desk desk) {
        ListTable<InvoiceRow> table = new ListTable<InvoiceRow>(desk, "invoices").onOpen(model::open);
        table.text("number", "invoice.number", this::number).width(120);
        table.text("customer", "invoice.customer", row -> row.buyer().name()).wide();
        table.text("reference", "invoice.orderNumber", InvoiceRow::reference).width(130).hidden();
        table.date("date", "invoice.date", InvoiceRow::date).width(110);
        table.date("due", "invoice.due", InvoiceRow::due).width(110)
                .toned(row -> row.state() == InvoiceRow.State.OVERDUE ? "tone-bad" : null);
        table.value("state", "invoice.state", InvoiceRow::state, this::word).width(120)
                .drawn(row -> new StatusPill(word(row.state()), tone(row.state())));
        table.money("total", "invoice.total", InvoiceRow::total).width(130);
        table.money("open", "invoice.open", InvoiceRow::open).width(130)
                .toned(row -> row.open().isZero() ? "tone-quiet" : null);
        table.money("disputed", "invoice.disputed", InvoiceRow::disputed).width(120).hidden();
        return table;
    }

    /** One is read first; several go with their usual words, once that is confirmed. */
    private void save(Desk desk) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("invoice.save_many"));
        File folder = chooser.showDialog(desk.overlay().getScene().getWindow());
        if (folder != null) {
            model.save(List.copyOf(list.selection()), folder.toPath());
        }
    }

    private void send(Desk desk, MailViewModel mail) {
        List<String> numbers = InvoiceListViewModel.issued(list.selection()).stream().map(InvoiceRow::number).toList();
        if (numbers.size() == 1) {
            new MailDialog(desk, mail).ask(numbers.getFirst());
        } else {
            mail.ready(() -> desk.overlay().confirm(texts.get("invoice.mail_many", numbers.size()), texts.get("invoice.mail_many.sentence"),
                    Action.of("invoice.mail_send", "fth-send", () -> mail.sendAll(numbers))));
        }
    }

    private String number(InvoiceRow row) {
        return row.number().isEmpty() ? texts.get("invoice.draft") : row.number();
    }

    private String word(InvoiceRow.State state) {
        return texts.get("invoice.state." + state.name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(InvoiceRow.State state) {
        return switch (state) {
            case DRAFT -> Tone.QUIET;
            case OPEN -> Tone.CALM;
            case PARTLY_PAID -> Tone.WATCH;
            case OVERDUE -> Tone.BAD;
            case SETTLED -> Tone.GOOD;
        };
    }

    @Override
    public String titleKey() {
        return "screen.invoices";
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

    @Override
    public Node firstFocus() {
        return list.filter();
    }
}
