package org.goodterms.ui.dispute;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.dispute.Dispute;
import org.goodterms.dispute.DisputeService;
import org.goodterms.intake.Attachment;
import org.goodterms.intake.AttachmentService;
import org.goodterms.invoice.CreditProposal;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;

/** The disputes that are open, and how they end. */
public final class DisputeListViewModel {

    /** The rooms that know something about a dispute. */
    public record Rooms(DisputeService disputes, ReportService reports, CustomerService customers, InvoiceService invoices,
            AttachmentService attachments) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Subscriptions subscriptions;
    final ObservableList<DisputeRow> rows = FXCollections.observableArrayList();

    public DisputeListViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Dispute.class, Customer.class, Allocation.class, Attachment.class);
    }

    void load() {
        LocalDate today = desk.formats().today();
        desk.tasks().load(rows, progress -> found(today), rows::setAll);
    }

    private List<DisputeRow> found(LocalDate today) {
        Map<Id<OpenItem>, OpenItem> items = rooms.reports().openItems(today, null, null).stream()
                .collect(Collectors.toMap(OpenItem::id, item -> item));
        Map<Id<Customer>, String> names = new HashMap<>();
        for (CustomerRow row : rooms.customers().list()) {
            names.put(row.id(), row.name());
        }
        Map<Id<OpenItem>, Money> contested = rooms.disputes().contestedAt(today);
        return rooms.disputes().openAt(today).stream().filter(dispute -> items.containsKey(dispute.item()))
                .map(dispute -> row(dispute, items.get(dispute.item()), contested.get(dispute.item()), names)).toList();
    }

    private DisputeRow row(Dispute dispute, OpenItem item, Money contested, Map<Id<Customer>, String> names) {
        Id<Document> document = rooms.invoices().list(new InvoiceFilter(InvoiceFilter.Which.ALL, dispute.number(), item.customer(), 0))
                .stream().filter(row -> row.number().equals(dispute.number())).map(org.goodterms.invoice.InvoiceRow::id)
                .filter(java.util.Objects::nonNull).findFirst().orElse(null);
        return new DisputeRow(dispute, item.customer(), names.getOrDefault(item.customer(), ""), item.open(), contested, document,
                rooms.attachments().evidence(dispute.id().value()).stream().map(Attachment::name).toList());
    }

    /** Shows what is contested: the invoice, or the customer where it was taken over from elsewhere. */
    void open(DisputeRow row) {
        Id<Document> document = row.document();
        desk.navigator().go(document == null ? Place.of("customer", row.customer()) : Place.of("invoice", document));
    }

    /** Where the evidence of a dispute is kept. */
    FilePart files(DisputeRow row) {
        AttachmentService kept = rooms.attachments();
        return new FilePart(desk, new FilePart.Shelf(file -> kept.addEvidence(row.dispute().id().value(), file), kept::saving,
                kept::open, kept::save));
    }

    /** Closes all disputes of the item. Where the customer was right the credit note is next. */
    void close(DisputeRow row, EndingDialog.Ending ending, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("dispute.close", progress -> rooms.disputes().close(row.dispute().number(), ending.outcome(), ending.granted(),
                ending.note(), desk.formats().today()), closed -> {
                    done.run();
                    Id<Document> document = row.document();
                    if (!CreditProposal.isDue(closed)) {
                        desk.overlay().toast(desk.texts().get("dispute.closed_quiet"));
                    } else if (document == null) {
                        open(row);
                    } else {
                        desk.navigator().go(Place.of("invoice.credit", CreditProposal.of(document, closed)));
                    }
                }, problems);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
