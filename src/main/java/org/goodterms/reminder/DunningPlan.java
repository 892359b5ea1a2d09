package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a day brings: whom to write to, what a person has to do, and who is left alone and why. */
public record DunningPlan(LocalDate on, List<Notice> messages, List<Errand> tasks, List<Stopped> stopped) {

    public DunningPlan {
        messages = List.copyOf(messages);
        tasks = List.copyOf(tasks);
        stopped = List.copyOf(stopped);
    }

    static DunningPlan nothing(LocalDate on) {
        return new DunningPlan(on, List.of(), List.of(), List.of());
    }

    /**
     * One message to one customer in one currency.
     *
     * @param step   the highest of its items: sets the tone
     * @param lines  what is asked for; each records its own step
     * @param listed other things open, told for information and not in {@link #asked}
     */
    public record Notice(Id<Customer> customer, String code, Step step, CurrencyUnit currency, List<Line> lines,
            List<Listed> listed) {
        public Notice {
            lines = List.copyOf(lines);
            listed = List.copyOf(listed);
        }

        /** The sum of the lines. */
        public Money asked() {
            return lines.stream().map(Line::asked).reduce(Money.zero(currency), Money::plus);
        }

        /** Whether both ask for the same: items, steps and amounts. */
        public boolean asksAs(Notice other) {
            return customer.equals(other.customer) && currency.equals(other.currency) && lines.equals(other.lines);
        }
    }

    /**
     * One item and its step.
     *
     * @param asked the undisputed rest
     * @param due   in force on the day of the plan
     */
    public record Line(Id<OpenItem> item, String number, Step step, int cycle, LocalDate due, Money asked) {
    }

    /** An item told for information; {@code open} is its undisputed rest. */
    public record Listed(Id<OpenItem> item, String number, LocalDate due, Money open) {
    }

    /**
     * A task to be made.
     *
     * @param numbers documents it is about
     * @param lines   the items whose step it is; empty where it is no step
     * @param subject what it is made once for, where it is no step; else null
     */
    public record Errand(Id<Customer> customer, String code, FollowUp.Kind kind, List<String> numbers, List<Line> lines,
            @Nullable UUID subject) {
        public Errand {
            numbers = List.copyOf(numbers);
            lines = List.copyOf(lines);
        }
    }

    /** An item whose turn it is and which gets nothing today. */
    public record Stopped(Id<Customer> customer, String code, Id<OpenItem> item, String number, Step step,
            Reason reason) {
    }
}
