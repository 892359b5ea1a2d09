package org.goodterms.ui.report;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.report.AgingBasis;
import org.goodterms.report.AgingRow;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.AgingBar;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EmptyState;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.SectionCard;
import org.goodterms.ui.kit.Shortcut;

/** Who owes how much, and for how long, at the end of a day; Enter opens the items behind a line. */
public final class AgingView implements Screen {
    private static final double DATE_WIDTH = 130;
    private final Desk desk;
    private final AgingViewModel model;
    private final StackPane lists;
    private final ListTable<AgingRow> byDue;
    private final ListTable<AgingRow> byInvoice;
    private final List<Action> actions;
    private final Page page;

    public AgingView(Desk desk, AgingViewModel model) {
        this.desk = desk;
        this.model = model;
        Texts texts = desk.texts();
        byDue = list(AgingBasis.DUE_DATE);
        byInvoice = list(AgingBasis.INVOICE_DATE);
        lists = new StackPane(byDue, byInvoice);
        VBox.setVgrow(lists, javafx.scene.layout.Priority.ALWAYS);
        new AgingItems(desk, model);
        Action pdf = Action.of("report.pdf", "fth-file-text", () -> save("pdf")).on(Shortcut.PRINT);
        Action csv = Action.of("report.csv", "fth-download", () -> save("csv"));
        Action monthly = Action.of("statements.open", "fth-mail", () -> desk.navigator().go(org.goodterms.ui.kit.Place.of("statements")));
        actions = List.of(pdf, csv, monthly);
        AgingBar bar = new AgingBar(desk.formats());
        page = new Page(texts.get(titleKey())).actions(Buttons.of(texts, monthly), Buttons.of(texts, csv), Buttons.of(texts, pdf)).content(choices(),
                new SectionCard(texts.get("aging.total"), bar), lists);
        model.report.addListener((o, was, is) -> {
            bar.show(model.parts());
            page.sub().setText(model.summary());
        });
        model.basis.addListener((o, was, is) -> show());
        show();
    }

    private Node choices() {
        Texts texts = desk.texts();
        FilterChips<AgingBasis> chips = new FilterChips<>(List.of(AgingBasis.values()),
                basis -> texts.get("aging.by." + basis.word()));
        chips.chosen().bindBidirectional(model.basis);
        DateField day = new DateField(desk.formats());
        day.setId("aging-as-of");
        day.setPrefWidth(DATE_WIDTH);
        day.setAccessibleText(texts.get("aging.as_of"));
        day.valueProperty().bindBidirectional(model.asOf);
        DateField known = new DateField(desk.formats());
        known.setId("aging-known-on");
        known.setPrefWidth(DATE_WIDTH);
        known.setPromptText(texts.get("aging.known_on.all"));
        known.setAccessibleText(texts.get("aging.known_on"));
        known.valueProperty().bindBidirectional(model.knownOn);
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(10, chips, space, new Label(texts.get("aging.as_of")), day, new Label(texts.get("aging.known_on")), known);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ListTable<AgingRow> list(AgingBasis basis) {
        ListTable<AgingRow> table = new ListTable<AgingRow>(desk, "aging-" + basis.word()).keyedBy(AgingRow::customer)
                .onOpen(model::open);
        table.text("code", "customer.code", AgingRow::code).width(96);
        table.text("name", "customer.name", AgingRow::name).wide();
        for (int i = 0; i < basis.buckets().size(); i++) {
            int bucket = i;
            table.money("bucket" + i, "aging." + basis.word() + "." + i, row -> row.buckets().get(bucket)).width(112)
                    .toned(row -> row.buckets().get(bucket).isZero() ? "tone-quiet"
                            : basis == AgingBasis.DUE_DATE && bucket > 0 ? "tone-bad" : null);
        }
        table.money("unapplied", "aging.unapplied", AgingRow::unapplied).width(112)
                .toned(row -> row.unapplied().isZero() ? "tone-quiet" : null);
        table.money("disputed", "aging.disputed", AgingRow::disputed).width(112).hidden();
        table.money("balance", "aging.balance", AgingRow::balance).width(120);
        table.whenEmpty(new EmptyState(desk.texts(), "fth-bar-chart-2", "aging.none", null));
        table.sortBy("code", true);
        table.rows(model.rows);
        return table;
    }

    private void save(String ending) {
        desk.overlay().askFile(desk.texts().get("report." + ending), "aging-" + model.asOf.get() + "." + ending, ending)
                .ifPresent(file -> model.save(file, ending.equals("pdf")));
    }

    private void show() {
        boolean due = model.basis.get() == AgingBasis.DUE_DATE;
        byDue.setVisible(due);
        byInvoice.setVisible(!due);
    }

    @Override
    public String titleKey() {
        return "screen.aging";
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
        return byDue.isVisible() ? byDue.filter() : byInvoice.filter();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }
}
