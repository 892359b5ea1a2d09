package org.goodterms.ui.agreement;

import java.time.LocalDate;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanState;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.agreement.PlanListViewModel.Row;
import org.goodterms.ui.agreement.PlanListViewModel.Show;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.StatusPill;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.jspecify.annotations.Nullable;

/** Who pays in instalments, how far they are, and what is next. */
public final class PlanListView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final PlanListViewModel model;
    private final ListTable<Row> list;
    private final Page page;

    public PlanListView(Desk desk, PlanListViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.list = list();
        FilterChips<Show> chips = new FilterChips<>(List.of(Show.values()), show -> texts.get("agreement.show." + show.name().toLowerCase(java.util.Locale.ROOT)));
        chips.chosen().bindBidirectional(model.show);
        model.rows.addListener((ListChangeListener<Row>) change -> {
            for (Show show : Show.values()) {
                chips.count(show, model.count(show), desk.formats());
            }
        });
        list.leading(chips).only(model.shown);
        list.whenEmpty(new EmptyState(texts, "fth-calendar", "agreement.none", null));
        list.rows(model.rows);
        page = new Page(texts.get(titleKey())).content(list);
    }

    private ListTable<Row> list() {
        LocalDate today = desk.formats().today();
        ListTable<Row> table = new ListTable<Row>(desk, "plans").keyedBy(row -> row.standing().plan().id()).onOpen(model::open);
        table.text("customer", "agreement.customer", Row::customer).wide();
        table.text("items", "agreement.items", row -> String.join(", ", row.standing().plan().numbers())).width(200);
        table.money("amount", "agreement.amount", row -> row.standing().plan().amount()).width(120);
        table.money("paid", "agreement.paid", row -> row.standing().paid()).width(120);
        table.value("state", "agreement.state", row -> row.standing().state(), state -> word(texts, state)).width(120)
                .drawn(row -> new StatusPill(word(texts, row.standing().state()), tone(row.standing().state())));
        table.date("next", "agreement.next", row -> next(row) == null ? null : next(row).date()).width(120)
                .toned(row -> next(row) != null && next(row).date().isBefore(today) ? "tone-bad" : null);
        table.money("part", "agreement.part", row -> next(row) == null ? null : next(row).amount()).width(120);
        table.sortBy("next", true);
        return table;
    }

    private static Plan.@Nullable Instalment next(Row row) {
        return row.standing().next();
    }

    static String word(Texts texts, PlanState state) {
        return texts.get("agreement.state." + state.word());
    }

    static Tone tone(PlanState state) {
        return switch (state) {
            case ON_TRACK -> Tone.CALM;
            case BROKEN -> Tone.BAD;
            case COMPLETED -> Tone.GOOD;
            case ENDED -> Tone.QUIET;
        };
    }

    @Override
    public String titleKey() {
        return "screen.plans";
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
    public Node firstFocus() {
        return list.filter();
    }
}
