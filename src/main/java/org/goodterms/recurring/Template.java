package org.goodterms.recurring;

import java.math.BigDecimal;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.Line;
import org.goodterms.kernel.Id;

/**
 * An invoice that comes back.
 *
 * @param raise   what prices rise by after each full year since the first period, in percent; 0 for fixed prices
 * @param intro   above the lines; like the texts of the lines it may hold {period}, {month}, {year}, {from}, {to}
 * @param version counts changes
 */
public record Template(Id<Template> id, Id<Customer> customer, String name, Schedule schedule, BigDecimal raise, Wording wording,
        State state) {

    /** What stands on each invoice, before its period is filled in. */
    public record Wording(String intro, List<Line> lines) {
        public Wording {
            lines = List.copyOf(lines);
        }
    }

    /** @param paused nothing falls due while it is */
    public record State(boolean paused, int version) {
        public static final State NEW = new State(false, 1);
    }
}
