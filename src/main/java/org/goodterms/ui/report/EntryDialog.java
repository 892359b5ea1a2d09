package org.goodterms.ui.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.goodterms.intake.Attachment;
import org.goodterms.intake.AttachmentService;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** One entry of the journal with all its lines. */
final class EntryDialog {
    private static final double WIDTH = 620;
    private static final double GAP = 10;
    private static final double HEAD = 44;
    private static final double ROW = 38;
    private static final int MOST = 8;
    private final Desk desk;
    private final LedgerService ledger;
    private final AttachmentService attachments;
    private final ObservableList<Entry.Posting> lines = FXCollections.observableArrayList();

    EntryDialog(Desk desk, LedgerService ledger, AttachmentService attachments) {
        this.desk = desk;
        this.ledger = ledger;
        this.attachments = attachments;
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
        FilePart part = new FilePart(desk, new FilePart.Shelf(file -> attachments.addToEntry(posted.id(), file), attachments::saving,
                attachments::open, attachments::save));
        VBox content = new VBox(GAP, new Label(posted.entry().text()), table, files(posted.id(), part), recorded);
        part.dropOn(content);
        desk.overlay().show(new Dialog(heading, content, WIDTH).buttons(Buttons.of(desk.texts(), part.choosing()), Buttons.primary(desk.texts(), Action.of("window.close", "fth-x", desk.overlay()::close))).focusing(table.table()));
    }

    /** The receipts and vouchers that lie with an entry; one that is added while the entry is shown appears. */
    private VBox files(Id<PostedEntry> entry, FilePart part) {
        VBox rows = new VBox(2);
        rows.setId("entry-files");
        Subscriptions changes = new Subscriptions(desk.changes()).on(() -> desk.tasks().load(rows, progress -> attachments.ofEntry(entry),
                all -> rows.getChildren().setAll(all.stream().map(file -> row(file, part)).toList())), Attachment.class);
        rows.sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                changes.stop();
            } else {
                changes.start();
            }
        });
        return rows;
    }

    private static HBox row(Attachment file, FilePart part) {
        HBox row = new HBox(GAP, new Label(file.name()), part.opening(file.id().value()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static @Nullable BigDecimal side(Entry.Posting line, boolean debit) {
        BigDecimal amount = line.amount().getAmount();
        return amount.signum() > 0 == debit ? amount.abs() : null;
    }
}
