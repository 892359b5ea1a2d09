package org.goodterms.ui.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Id;
import org.goodterms.intake.AttachmentService;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.LedgerService;
import org.goodterms.report.Printout;
import org.goodterms.report.ReportPaperService;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilterChips;
import org.goodterms.ui.kit.KeyFigure;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The reports of the general ledger; Enter on a figure shows the lines behind it, and on these the entry. */
public final class ReportsView implements Screen {
    private static final double DATE_WIDTH = 130;
    private final Desk desk;
    private final Texts texts;
    private final ReportsViewModel model;
    private final PrintoutFiles files;
    private final EntryDialog entries;
    private final Action accounts;
    private final Map<ReportKind, PrintoutTable> tables = new EnumMap<>(ReportKind.class);
    private final StackPane place = new StackPane();
    private final HBox figures = new HBox();
    private final Page page;

    public ReportsView(Desk desk, ReportsViewModel model, ReportPaperService papers, LedgerService ledger, AttachmentService attachments) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.files = new PrintoutFiles(desk, papers, model.shown::get);
        this.entries = new EntryDialog(desk, ledger, attachments);
        this.accounts = Action.of("screen.accounts", "fth-list", () -> desk.navigator().go(Place.of("accounts")));
        VBox.setVgrow(place, Priority.ALWAYS);
        FilterChips<ReportKind> chips = new FilterChips<>(List.of(ReportKind.values()), kind -> texts.get("reports." + kind));
        chips.chosen().bindBidirectional(model.kind);
        page = new Page(texts.get(titleKey())).content(chips, days(), figures, place);
        page.actions(Stream.concat(Stream.of(Buttons.quiet(texts, accounts)), Stream.of(files.buttons())).toArray(Node[]::new));
        model.shown.addListener((o, was, is) -> show(is));
    }

    private Node days() {
        Node[] from = {new Label(texts.get("reports.from")), day("reports-from", "reports.from", model.from)};
        Label until = new Label(texts.get("reports.to"));
        Node to = day("reports-to", "reports.to", model.to);
        Label known = new Label(texts.get("reports.known_on"));
        DateField knownDay = day("reports-known-on", "reports.known_on", model.knownOn);
        knownDay.setPromptText(texts.get("reports.known_on.all"));
        knownDay.setPrefWidth(DATE_WIDTH + 70);
        CheckBox cash = new CheckBox(texts.get("reports.cash"));
        cash.setId("reports-cash");
        cash.selectedProperty().bindBidirectional(model.cash);
        model.kind.addListener((o, was, is) -> choose(is, from, until, cash, new Node[] {known, knownDay}));
        choose(model.kind.get(), from, until, cash, new Node[] {known, knownDay});
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(10, from[0], from[1], until, to, cash, space, known, knownDay);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void choose(ReportKind kind, Node[] from, Label until, Node cash, Node[] known) {
        for (Node node : from) {
            present(node, !kind.ofOneDay());
        }
        until.setText(texts.get(kind.ofOneDay() ? "reports.as_of" : "reports.to"));
        present(cash, kind == ReportKind.INCOME || kind == ReportKind.TAX);
        for (Node node : known) {
            present(node, kind.knowsThen());
        }
    }

    private static void present(Node node, boolean here) {
        node.setVisible(here);
        node.setManaged(here);
    }

    private DateField day(String id, String key, ObjectProperty<@Nullable LocalDate> property) {
        DateField field = new DateField(desk.formats());
        field.setId(id);
        field.setPrefWidth(DATE_WIDTH);
        field.setAccessibleText(texts.get(key));
        field.valueProperty().bindBidirectional(property);
        return field;
    }

    private void show(@Nullable Printout printout) {
        ReportKind kind = model.shownKind();
        if (printout == null || kind == null) {
            return;
        }
        PrintoutTable table = tables.computeIfAbsent(kind, k -> new PrintoutTable(desk, "report-" + k.name().toLowerCase(java.util.Locale.ROOT),
                printout.columns(), this::open));
        table.show(printout);
        place.getChildren().setAll(table.node());
        page.heading().setText(printout.title());
        page.sub().setText(printout.subtitle());
        KeyFigure[] tiles = printout.figures().stream().map(figure -> figure.value() instanceof Money money
                ? new KeyFigure(figure.label()).show(desk.formats(), money, "") : new KeyFigure(figure.label())
                        .show(figure.value().toString(), "", "")).toArray(KeyFigure[]::new);
        HBox row = KeyFigure.row(tiles);
        HBox.setHgrow(row, Priority.ALWAYS);
        figures.getChildren().setAll(row);
        present(figures, tiles.length > 0);
    }

    @SuppressWarnings("unchecked")
    private void open(Object about) {
        if (about instanceof String number && !number.isEmpty()) {
            desk.navigator().go(Place.of("account", model.account(number)));
        } else if (about instanceof Id<?> id) {
            entries.open((Id<org.goodterms.ledger.PostedEntry>) id);
        }
    }

    @Override
    public String titleKey() {
        return "screen.reports";
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
        return List.of(accounts, files.csv(), files.pdf());
    }
}
