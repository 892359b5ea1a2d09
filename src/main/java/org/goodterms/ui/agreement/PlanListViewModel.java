package org.goodterms.ui.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PlanStanding;
import org.goodterms.agreement.PlanState;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.Allocation;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;

/** All payment plans and where they stand. */
public final class PlanListViewModel {

    /** A plan with whose it is. */
    record Row(PlanStanding standing, String customer) {
    }

    /** Which of them are shown. */
    enum Show {
        RUNNING, BROKEN, ALL;

        boolean holds(Row row) {
            PlanState state = row.standing().state();
            return this == ALL || state == PlanState.BROKEN || this == RUNNING && state == PlanState.ON_TRACK;
        }
    }

    private final Desk desk;
    private final PlanService plans;
    private final CustomerService customers;
    private final Subscriptions subscriptions;
    final ObservableList<Row> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.RUNNING);
    final ObservableValue<Predicate<Row>> shown = Bindings.createObjectBinding(() -> show.get()::holds, show);

    public PlanListViewModel(Desk desk, PlanService plans, CustomerService customers) {
        this.desk = desk;
        this.plans = plans;
        this.customers = customers;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Plan.class, Customer.class, Allocation.class);
    }

    void load() {
        desk.tasks().load(rows, progress -> found(), rows::setAll);
    }

    private List<Row> found() {
        Map<Id<Customer>, String> names = new HashMap<>();
        for (CustomerRow row : customers.list()) {
            names.put(row.id(), row.name());
        }
        return plans.list(null).stream().map(one -> new Row(one, names.getOrDefault(one.plan().customer(), ""))).toList();
    }

    long count(Show which) {
        return rows.stream().filter(which::holds).count();
    }

    void open(Row row) {
        desk.navigator().go(Place.of("agreement", row.standing().plan().customer()));
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
