package org.goodterms.ui.customer;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.CustomerHistoryService;
import org.goodterms.report.CustomerPace;
import org.goodterms.ui.kit.Subscriptions;
import org.goodterms.ui.kit.Tasks;

/** The customers that a search finds, narrowed down to those that owe or are late. */
public final class CustomerListViewModel {
    private static final int MOST = 1000;

    /** Which customers are shown. */
    public enum Show {
        ALL, OWING, OVERDUE, HOLD;

        boolean has(CustomerRow row) {
            return switch (this) {
                case ALL -> true;
                case OWING -> !row.balance().isZero();
                case OVERDUE -> row.overdue().isPositive();
                case HOLD -> row.onHold();
            };
        }
    }

    private final Tasks tasks;
    private final CustomerService customers;
    private final CustomerHistoryService history;
    private final Subscriptions subscriptions;
    private Map<Id<Customer>, CustomerPace> paces = Map.of();
    final ObservableList<CustomerRow> rows = FXCollections.observableArrayList();
    final StringProperty typed = new SimpleStringProperty("");
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final ObjectProperty<Predicate<CustomerRow>> shown = new SimpleObjectProperty<>(row -> true);

    public CustomerListViewModel(Tasks tasks, Changes changes, CustomerService customers,
                                 CustomerHistoryService history) {
        this.tasks = tasks;
        this.customers = customers;
        this.history = history;
        this.subscriptions = new Subscriptions(changes).on(this::loadAll, Customer.class, OpenItem.class, Contact.class);
        typed.addListener((o, was, is) -> load());
        show.addListener((o, was, is) -> shown.set(is::has));
    }

    private void loadAll() {
        tasks.load(this, progress -> history.paces(), found -> {
            paces = found;
            load();
        });
    }

    /** How the customer of a row pays, and when we last spoke. */
    CustomerPace pace(CustomerRow row) {
        return paces.getOrDefault(row.id(), CustomerPace.UNKNOWN);
    }

    void load() {
        String wanted = typed.get() == null ? "" : typed.get().strip();
        tasks.load(rows, progress -> wanted.isEmpty() ? customers.list() : customers.search(wanted, MOST), rows::setAll);
    }

    long count(Show which) {
        return rows.stream().filter(which::has).count();
    }

    /** The rows as narrowed down. */
    List<CustomerRow> visible() {
        return rows.stream().filter(shown.get()).toList();
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
