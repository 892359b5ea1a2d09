package org.goodterms.ui.invoice;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.PrintingService;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;

/** Drafts, invoices and credit notes, narrowed down to what is asked for. */
public final class InvoiceListViewModel {

    /** Which are shown. */
    public enum Show {
        ALL, OPEN, OVERDUE, DRAFT, DISPUTED, CREDIT_NOTES;

        boolean has(InvoiceRow row) {
            boolean credit = row.kind().equals("credit-note");
            return switch (this) {
                case ALL -> true;
                case OPEN -> !credit && !row.open().isZero();
                case OVERDUE -> row.state() == InvoiceRow.State.OVERDUE;
                case DRAFT -> row.state() == InvoiceRow.State.DRAFT;
                case DISPUTED -> !row.disputed().isZero();
                case CREDIT_NOTES -> credit;
            };
        }
    }

    private final Desk desk;
    private final InvoiceService invoices;
    private final PrintingService printing;
    private final Subscriptions subscriptions;
    final ObservableList<InvoiceRow> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final ObjectProperty<Predicate<InvoiceRow>> shown = new SimpleObjectProperty<>(row -> true);

    public InvoiceListViewModel(Desk desk, InvoiceService invoices, PrintingService printing) {
        this.desk = desk;
        this.printing = printing;
        this.invoices = invoices;
        subscriptions = new Subscriptions(desk.changes()).on(this::load, Document.class, OpenItem.class, Customer.class);
        show.addListener((o, was, is) -> shown.set(is::has));
    }

    void load() {
        desk.tasks().load(rows, progress -> invoices.list(InvoiceFilter.EVERYTHING), rows::setAll);
    }

    long count(Show which) {
        return rows.stream().filter(which::has).count();
    }

    /** Leads to the draft's editor, the issued document, or for what was taken over from elsewhere to the customer. */
    void open(InvoiceRow row) {
        if (row.id() == null) {
            desk.navigator().go(Place.of("customer", row.buyer().id()));
        } else {
            desk.navigator().go(Place.of(row.state() == InvoiceRow.State.DRAFT ? "invoice.edit" : "invoice", row.id()));
        }
    }

    /** Those of a selection that have a page of their own: issued here. */
    static List<InvoiceRow> issued(List<InvoiceRow> selection) {
        return selection.stream().filter(row -> row != null && row.id() != null && row.state() != InvoiceRow.State.DRAFT).toList();
    }

    /** Those of a selection on which money can be paid, where they are all of one customer and one currency; else none. */
    static List<InvoiceRow> payable(List<InvoiceRow> selection) {
        List<InvoiceRow> owed = selection.stream().filter(row -> row != null && row.state() != InvoiceRow.State.DRAFT
                && row.open().isPositive()).toList();
        return owed.stream().map(row -> row.buyer().id()).distinct().count() == 1
                && owed.stream().map(row -> row.open().getCurrencyUnit()).distinct().count() == 1 ? owed : List.of();
    }

    /** Money for all of them. */
    void pay(List<InvoiceRow> selection) {
        List<InvoiceRow> owed = payable(selection);
        if (!owed.isEmpty()) {
            desk.navigator().go(Place.of("payment.new", new Expected(owed.getFirst().buyer().id(),
                    owed.stream().map(InvoiceRow::number).toList())));
        }
    }

    /** Prints them one after the other; the printer is asked for once. */
    void print(List<InvoiceRow> selection) {
        List<Id<Document>> ids = issued(selection).stream().map(row -> Objects.requireNonNull(row.id())).toList();
        desk.tasks().run("invoice.print", progress -> printing.print(desk.texts().get("invoice.print_title", ids.size()), ids, progress),
                printed -> {
                    if (printed > 0) {
                        desk.overlay().toast(desk.texts().get("invoice.printed_many", printed));
                    }
                }, desk.overlay()::problems);
    }

    /** Writes them into a folder, one file each; may be stopped. */
    void save(List<InvoiceRow> selection, java.nio.file.Path folder) {
        java.util.Map<String, Id<Document>> byNumber = new java.util.LinkedHashMap<>();
        issued(selection).forEach(row -> byNumber.put(row.number(), Objects.requireNonNull(row.id())));
        desk.tasks().run("invoice.save_many", progress -> printing.save(byNumber, folder, progress),
                written -> desk.overlay().toast(desk.texts().get("invoice.saved_many", written)), desk.overlay()::problems);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
