package org.goodterms.ui.report;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.ReportService;
import org.goodterms.report.Statement;
import org.goodterms.report.Statement.Form;
import org.goodterms.report.Statement.StatementLine;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A customer's statement of account in one currency: what is open, or all movements of a period. */
public final class StatementViewModel {
    private static final int USUAL_MONTHS = 3;
    private final Desk desk;
    private final ReportService reports;
    private final CustomerService customers;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.OPEN_ITEM);
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable CurrencyUnit> currency = new SimpleObjectProperty<>();
    final ObservableList<CurrencyUnit> currencies = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Statement> statement = new SimpleObjectProperty<>();
    final ObservableList<StatementLine> lines = FXCollections.observableArrayList();

    public StatementViewModel(Desk desk, ReportService reports, CustomerService customers, Id<Customer> id) {
        this.desk = desk;
        this.reports = reports;
        this.customers = customers;
        this.id = id;
        to.set(desk.formats().today());
        from.set(desk.formats().today().minusMonths(USUAL_MONTHS).withDayOfMonth(1));
        subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Allocation.class, Customer.class);
        form.addListener((o, was, is) -> load());
        from.addListener((o, was, is) -> load());
        to.addListener((o, was, is) -> load());
        currency.addListener((o, was, is) -> load());
    }

    private record Found(Customer customer, List<CurrencyUnit> currencies, Statement statement) {
    }

    /** Nothing is loaded while the period has no end, or ends before it begins: what was shown stays. */
    void load() {
        LocalDate last = to.get();
        LocalDate first = form.get() == Form.OPEN_ITEM ? null : from.get();
        if (last == null || first != null && first.isAfter(last)) {
            return;
        }
        Form wanted = form.get();
        CurrencyUnit in = currency.get();
        desk.tasks().load(lines, progress -> {
            Customer found = customers.customer(id);
            return new Found(found, reports.currencies(id), reports.statement(found, wanted, first, last, in));
        }, this::show);
    }

    private void show(Found found) {
        customer.set(found.customer());
        if (!currencies.equals(found.currencies())) {
            currencies.setAll(found.currencies());
        }
        lines.setAll(found.statement().lines());
        statement.set(found.statement());
    }

    Id<Customer> id() {
        return id;
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
