package org.goodterms.ui.payment;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.goodterms.kernel.Texts;
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
import org.goodterms.ui.payment.PaymentListViewModel.Show;
import org.joda.money.CurrencyUnit;

/** All payments, newest first. */
public final class PaymentListView implements Screen {
    private final Texts texts;
    private final PaymentListViewModel model;
    private final ListTable<PaymentLine> list;
    private final SuspenseDialogs suspense;
    private final Action make;
    private final Action unknown;
    private final Page page;

    /** @param book the currency in which money of unknown payers is kept */
    public PaymentListView(Desk desk, PaymentListViewModel model, CurrencyUnit book) {
        this.texts = desk.texts();
        this.model = model;
        this.suspense = new SuspenseDialogs(desk, model, book);
        this.make = Action.of("payment.new", "fth-credit-card", () -> desk.navigator().go(Place.of("payment.new")))
                .on(Shortcut.NEW);
        this.unknown = Action.of("payment.unknown", "fth-help-circle", suspense::receive);
        this.list = list(desk);
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()),
                show -> texts.get("payment.show." + show.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.lines.addListener((ListChangeListener<PaymentLine>) change -> chips.count(model::count, Show.ALL, desk.formats()));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-credit-card", "payment.empty", make));
        list.rows(model.lines);
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, unknown), Buttons.primary(texts, make)).content(list);
    }

    private ListTable<PaymentLine> list(Desk desk) {
        ListTable<PaymentLine> table = new ListTable<PaymentLine>(desk, "payments").keyedBy(PaymentLine::key)
                .onOpen(line -> model.open(line, suspense::identify));
        table.date("date", "payment.date", PaymentLine::date).width(118);
        table.text("number", "payment.number", PaymentLine::number).width(118);
        table.text("customer", "payment.customer", this::customer).wide()
                .toned(line -> line.payment() == null ? "tone-quiet" : null);
        table.text("method", "payment.method", this::method).width(84);
        table.text("reference", "payment.reference", PaymentLine::reference).width(150).hidden();
        table.value("state", "payment.state", PaymentLine::state, this::word).width(130)
                .drawn(line -> new StatusPill(word(line.state()), PaymentWords.tone(line.state())));
        table.money("amount", "payment.amount", PaymentLine::amount).width(108);
        table.money("allocated", "payment.allocated", PaymentLine::allocated).width(108)
                .toned(line -> line.allocated().isZero() ? "tone-quiet" : null);
        table.money("unapplied", "payment.unapplied", PaymentLine::unapplied).width(108)
                .toned(line -> line.unapplied().isZero() ? "tone-quiet" : "tone-watch");
        return table;
    }

    private String customer(PaymentLine line) {
        return line.payment() == null ? texts.get("payment.nobody", line.reference()) : line.customer();
    }

    private String method(PaymentLine line) {
        return texts.get("payment.method." + (line.payment() == null ? "bank" : line.payment().method()));
    }

    private String word(PaymentLine.State state) {
        return texts.get("payment.state." + state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String titleKey() {
        return "screen.payments";
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
        return List.of(make, unknown);
    }

    @Override
    public Node firstFocus() {
        return list.filter();
    }
}
