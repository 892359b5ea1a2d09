package org.goodterms.ui.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.ListTable;
import org.jspecify.annotations.Nullable;

/** One entry of the journal with all its lines. */
final class EntryDialog {
    private static final double WIDTH = 620;
    private static final double HEAD = 44;
    private static final double ROW = 38;
    private static final int MOST = 8;
    private final Desk desk;
    private final LedgerService ledger;
    private final ObservableList<Entry.Posting> lines = FXCollections.observableArrayList();

    EntryDialog(Desk desk, LedgerService ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    private record Found(PostedEntry posted, Map<String, String> names) {
    }

    void open(Id<PostedEntry> id) {
        desk.tasks().load(lines, progress -> new Found(ledger.entry(id).orElseThrow(), ledger.accounts().stream()
                .collect(Collectors.toMap(Account::number, account -> account.number() + " " + account.name()))), this::show);
    }

    private void show(Found found) {
        PostedEntry posted = found.posted();
        ListTable<Entry.Posting> table = new ListTable<Entry.Posting>(desk, "entry-lines");
        table.text("account", "report.account", line -> found.names().get(line.account())).wide();
        table.number("debit", "report.debit", line -> side(line, true)).width(140);
        table.number("credit", "report.credit", line -> side(line, false)).width(140);
        table.plain();
        table.rows(lines);
        lines.setAll(posted.entry().postings());
        double height = HEAD + ROW * Math.min(MOST, lines.size());
        table.setPrefHeight(height);
        table.setMinHeight(height);
        Label recorded = new Label(desk.texts().get("reports.entry.recorded", desk.formats().instant(posted.recordedAt())));
        recorded.getStyleClass().add("quiet");
        String heading = desk.texts().get("reports.entry", posted.seq(), desk.formats().date(posted.entry().effective()));
        desk.overlay().show(new Dialog(heading, new VBox(10, new Label(posted.entry().text()), table, recorded), WIDTH)
                .buttons(Buttons.primary(desk.texts(), Action.of("window.close", "fth-x", desk.overlay()::close))).focusing(table.table()));
    }

    private static @Nullable BigDecimal side(Entry.Posting line, boolean debit) {
        BigDecimal amount = line.amount().getAmount();
        return amount.signum() > 0 == debit ? amount.abs() : null;
    }
}
