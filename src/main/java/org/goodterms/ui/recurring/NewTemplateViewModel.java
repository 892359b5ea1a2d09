package org.goodterms.ui.recurring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Problem;
import org.goodterms.recurring.RecurringService;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** A template that is being written. */
public final class NewTemplateViewModel {
    private static final int SUGGESTED = 20;
    private final Desk desk;
    private final RecurringService recurring;
    private final CustomerService customers;
    final ObjectProperty<@Nullable CustomerRow> whom = new SimpleObjectProperty<>();
    final StringProperty name = new SimpleStringProperty("");
    final ObjectProperty<Schedule.Unit> unit = new SimpleObjectProperty<>(Schedule.Unit.MONTH);
    final ObjectProperty<@Nullable BigDecimal> count = new SimpleObjectProperty<>(BigDecimal.ONE);
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    final BooleanProperty skipHolidays = new SimpleBooleanProperty(true);
    final ObjectProperty<@Nullable BigDecimal> raise = new SimpleObjectProperty<>(BigDecimal.ZERO);
    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<@Nullable BigDecimal> quantity = new SimpleObjectProperty<>(BigDecimal.ONE);
    final ObjectProperty<@Nullable BigDecimal> price = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable BigDecimal> tax = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    public NewTemplateViewModel(Desk desk, RecurringService recurring, CustomerService customers) {
        this.desk = desk;
        this.recurring = recurring;
        this.customers = customers;
        LocalDate today = desk.formats().today();
        from.set(today.withDayOfMonth(1).plusMonths(today.getDayOfMonth() == 1 ? 0 : 1));
    }

    List<CustomerRow> suggest(String typed) {
        return customers.search(typed, SUGGESTED);
    }

    void save() {
        CustomerRow customer = whom.get();
        LocalDate first = from.get() == null ? desk.formats().today() : from.get();
        if (customer == null) {
            problems.set(List.of(Problem.at("customer", "recurring.no_customer")));
            return;
        }
        Schedule schedule = new Schedule(unit.get(), or(count.get(), BigDecimal.ONE).intValue(), first, first.getDayOfMonth(), until.get(),
                skipHolidays.get());
        Line line = Line.of(text.get().strip(), or(quantity.get(), BigDecimal.ONE), or(price.get(), BigDecimal.ZERO),
                TaxKey.of(or(tax.get(), BigDecimal.ZERO)));
        Template template = new Template(recurring.nextId(), customer.id(), name.get().strip(), schedule, or(raise.get(), BigDecimal.ZERO),
                new Template.Wording("", List.of(line)), Template.State.NEW);
        desk.tasks().run("recurring.save", progress -> recurring.add(template), made -> {
            problems.set(List.of());
            desk.navigator().back();
            desk.overlay().toast(desk.texts().get("recurring.saved", made.name()));
        }, problems::set);
    }

    private static BigDecimal or(@Nullable BigDecimal number, BigDecimal otherwise) {
        return number == null ? otherwise : number;
    }
}
