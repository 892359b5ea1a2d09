package org.goodterms.ui.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.goodterms.customer.CustomerRow;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.customer.CustomerListViewModel.Show;
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
import org.jspecify.annotations.Nullable;

/** All customers: who owes what, and who is late. */
public final class CustomerListView implements Screen {
    private final CustomerListViewModel model;
    private final ListTable<CustomerRow> list;
    private final Action make;
    private final Page page;

    public CustomerListView(Desk desk, CustomerListViewModel model) {
        this.model = model;
        Texts texts = desk.texts();
        this.make = Action.of("customer.new", "fth-user-plus", () -> desk.navigator().go(Place.of("customer.new")))
                .on(Shortcut.NEW);
        this.list = list(desk);
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()),
                show -> texts.get("customer.show." + show.name().toLowerCase(Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.rows.addListener((ListChangeListener<CustomerRow>) change -> chips.count(model::count, Show.ALL, desk.formats()));
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-users", "customer.none", make));
        list.searchedBy(model.typed).filter().setPromptText(texts.get("customer.search"));
        list.rows(model.rows);
        page = new Page(texts.get(titleKey())).actions(Buttons.primary(texts, make)).content(list);
    }

    private ListTable<CustomerRow> list(Desk desk) {
        ListTable<CustomerRow> table = new ListTable<CustomerRow>(desk, "customers").keyedBy(CustomerRow::id)
                .onOpen(row -> desk.navigator().go(Place.of("customer", row.id())));
        table.text("code", "customer.code", CustomerRow::code).width(100);
        table.text("name", "customer.name", CustomerRow::name).wide().drawn(row -> name(desk.texts(), row));
        table.text("city", "customer.city", CustomerRow::city).width(150);
        table.text("country", "customer.country", CustomerRow::country).width(80).hidden();
        table.text("email", "customer.email", CustomerRow::email).width(200).hidden();
        table.money("balance", "customer.balance", CustomerRow::balance);
        table.money("overdue", "customer.overdue", CustomerRow::overdue)
                .toned(row -> row.overdue().isPositive() ? "tone-bad" : "tone-quiet");
        table.number("late", "customer.days_late", row -> rounded(model.pace(row).averageDaysLate())).width(110)
                .toned(row -> model.pace(row).averageDaysLate() == null ? null
                        : model.pace(row).averageDaysLate().signum() > 0 ? "tone-watch" : "tone-good");
        table.date("contact", "customer.last_contact", row -> model.pace(row).lastContact()).width(120);
        table.sortBy("name", true);
        return table;
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal days) {
        return days == null ? null : days.setScale(0, RoundingMode.HALF_UP);
    }

    private static Node name(Texts texts, CustomerRow row) {
        HBox line = new HBox(8, new Label(row.name()));
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (row.onHold()) {
            line.getChildren().add(new StatusPill(texts.get("customer.on_hold"), Tone.WATCH));
        }
        return line;
    }

    @Override
    public String titleKey() {
        return "screen.customers";
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
        return List.of(make);
    }

    @Override
    public Node firstFocus() {
        return list.filter();
    }
}
