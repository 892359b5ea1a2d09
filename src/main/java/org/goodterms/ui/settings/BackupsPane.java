package org.goodterms.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.backup.Backup;
import org.goodterms.backup.BackupService;
import org.goodterms.backup.Restored;
import org.goodterms.backup.Totals;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.SectionCard;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Copies of the book: those made by themselves, one more at once, and one brought back beside the book in use. */
public final class BackupsPane {
    private static final double WIDTH = 560;
    private final Desk desk;
    private final Texts texts;
    private final BackupService backups;
    private final Restoring restoring;
    private final VBox cards = new VBox(20);

    /** Makes a new book of a backup, beside the one in use. */
    public interface Restoring {
        Outcome<Restored> beside(String file, Progress progress);
    }

    BackupsPane(Desk desk, BackupService backups, Restoring restoring) {
        this.desk = desk;
        this.texts = desk.texts();
        this.backups = backups;
        this.restoring = restoring;
    }

    Node node() {
        return cards;
    }

    void load() {
        desk.tasks().load(cards, progress -> backups.kept(), this::show);
    }

    private void show(List<Backup> kept) {
        Action now = Action.of("backup.now", "fth-save", this::now).disabledWhile(desk.tasks().busy("backup.now"));
        Action elsewhere = Action.of("backup.elsewhere", "fth-download", this::elsewhere).disabledWhile(desk.tasks().busy("backup.elsewhere"));
        VBox list = new VBox(6);
        kept.forEach(backup -> list.getChildren().add(row(backup)));
        Label none = line(texts.get(backups.folder() == null ? "backup.shared" : "backup.none"), "muted");
        SectionCard card = new SectionCard(texts.get("settings.subject.backups"), line(texts.get("backup.explained"), "muted"),
                kept.isEmpty() ? none : list);
        cards.getChildren().setAll(backups.folder() == null ? card.actions(Buttons.of(texts, elsewhere))
                : card.actions(Buttons.quiet(texts, elsewhere), Buttons.of(texts, now)));
    }

    private Node row(Backup backup) {
        Label when = line(desk.formats().instant(backup.made()), "strong");
        Label what = line(texts.get("backup.row", backup.totals().count("customer"), backup.totals().count("entry"),
                (backup.size() + 1023) / 1024), "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(12, when, what, gap, Buttons.quiet(texts, Action.of("backup.beside", "fth-rotate-ccw", () -> restore(backup))));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void now() {
        desk.tasks().run("backup.now", backups::automatic, made -> {
            desk.overlay().toast(texts.get("backup.made"));
            load();
        }, desk.overlay()::problems);
    }

    private void elsewhere() {
        desk.overlay().askFile(texts.get("backup.elsewhere"), "backup-" + desk.formats().today(), "zip").ifPresent((Path file) ->
                desk.tasks().run("backup.elsewhere", progress -> backups.backup(file.toString(), progress),
                        made -> desk.overlay().toast(texts.get("backup.made")), desk.overlay()::problems));
    }

    private void restore(Backup backup) {
        record Both(Restored restored, Totals live) {
        }
        desk.tasks().run("backup.beside", progress -> restoring.beside(backup.file(), progress).map(restored ->
                new Both(restored, backups.totals())), both -> compare(both.restored(), both.live()), desk.overlay()::problems);
    }

    private void compare(Restored restored, Totals live) {
        GridPane grid = new GridPane(28, 8);
        heading(grid, 0, texts.get("backup.live"), texts.get("backup.restored"));
        Map<String, String> rows = Map.of("customer", "backup.customers", "document", "backup.invoices", "payment", "backup.payments",
                "entry", "backup.entries");
        int at = 1;
        for (String table : List.of("customer", "document", "payment", "entry")) {
            figures(grid, at++, rows.get(table), desk.formats().number(live.count(table)), desk.formats().number(restored.totals().count(table)));
        }
        figures(grid, at++, "backup.documents", desk.formats().number(live.documents()), desk.formats().number(restored.totals().documents()));
        figures(grid, at++, "backup.debits", money(live, live.turnover()), money(restored.totals(), restored.totals().turnover()));
        figures(grid, at, "backup.receivables", money(live, live.receivables()), money(restored.totals(), restored.totals().receivables()));
        boolean same = live.differences(restored.totals()).isEmpty();
        VBox content = new VBox(16, line(texts.get(same ? "backup.same" : "backup.differs"), "strong"), grid,
                line(texts.get("backup.lies", restored.location()), "muted"));
        desk.overlay().show(new Dialog(texts.get("backup.beside.done"), content, WIDTH)
                .buttons(Buttons.primary(texts, Action.of("backup.seen", "fth-check", desk.overlay()::close))));
    }

    private String money(Totals totals, long minor) {
        return desk.formats().money(Money.ofMinor(CurrencyUnit.of(totals.currency()), minor));
    }

    private static void heading(GridPane grid, int row, String... words) {
        for (int i = 0; i < words.length; i++) {
            grid.add(figure(words[i], "muted"), i + 1, row);
        }
    }

    private void figures(GridPane grid, int row, String key, String live, String restored) {
        grid.add(line(texts.get(key), live.equals(restored) ? "muted" : "strong"), 0, row);
        grid.add(figure(live, ""), 1, row);
        grid.add(figure(restored, live.equals(restored) ? "" : "strong"), 2, row);
    }

    private static Label figure(String text, String style) {
        Label label = line(text, style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setWrapText(false);
        return label;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
