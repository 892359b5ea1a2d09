package org.goodterms.ui.invoice;

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
    private final Subscriptions subscriptions;
    final ObservableList<InvoiceRow> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final ObjectProperty<Predicate<InvoiceRow>> shown = new SimpleObjectProperty<>(row -> true);

    public InvoiceListViewModel(Desk desk, InvoiceService invoices) {
        this.desk = desk;
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

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
