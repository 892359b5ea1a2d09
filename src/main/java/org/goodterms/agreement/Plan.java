package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Instalments over items that stand. The due dates of the items stay as they are; the plan has its own schedule.
 *
 * @param items       what it covers, with what was open of each when it was agreed; together the plan's amount
 * @param instalments in order of their days, adding up to the amount
 * @param terms       grace and what breaks it
 * @param testedOn    the day of the run that found it broken, or null
 * @param endedOn     the day on which it was ended by hand or replaced, or null
 */
public record Plan(Id<Plan> id, Id<Customer> customer, List<Item> items, List<Instalment> instalments,
        LocalDate agreedOn, Terms terms, @Nullable LocalDate testedOn, @Nullable LocalDate endedOn) {

    /** An item it covers and what was open of it, in its currency. */
    public record Item(Id<OpenItem> id, String number, Money amount) {
    }

    /** One part of the schedule; {@code amount} is positive. */
    public record Instalment(LocalDate date, Money amount) {
    }

    /**
     * @param graceDays    calendar days after an instalment's date before it counts as missed
     * @param defaultAfter so many instalments missed break the plan, and the whole rest falls due
     */
    public record Terms(int graceDays, int defaultAfter, String note) {
        /** The default: three days, the first missed instalment breaks it. */
        public static final Terms DEFAULT = new Terms(3, 1, "");
    }

    public Plan {
        items = List.copyOf(items);
        instalments = List.copyOf(instalments);
        if (!sum(instalments.stream().map(Instalment::amount).toList())
                .isEqual(sum(items.stream().map(Item::amount).toList()))) {
            throw new IllegalArgumentException("instalments do not add up to " + items);
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(amounts.getFirst().getCurrencyUnit()), Money::plus);
    }

    public Money amount() {
        return sum(items.stream().map(Item::amount).toList());
    }

    public CurrencyUnit currency() {
        return items.getFirst().amount().getCurrencyUnit();
    }

    public boolean covers(Id<OpenItem> item) {
        return items.stream().anyMatch(one -> one.id().equals(item));
    }

    public List<String> numbers() {
        return items.stream().map(Item::number).distinct().toList();
    }

    /**
     * The first instalment that is not paid in full, with what is missing of it: what was paid settles the earliest
     * first.
     */
    public Optional<Instalment> next(Money paid) {
        Money left = paid;
        for (Instalment instalment : instalments) {
            if (left.isLessThan(instalment.amount())) {
                return Optional.of(new Instalment(instalment.date(), instalment.amount().minus(left)));
            }
            left = left.minus(instalment.amount());
        }
        return Optional.empty();
    }

    /** How many instalments count as missed on that day: after their grace less had come in than was due by then. */
    public long missed(Receipts receipts, LocalDate today) {
        long missed = 0;
        Money due = Money.zero(currency());
        for (Instalment instalment : instalments) {
            due = due.plus(instalment.amount());
            LocalDate last = instalment.date().plusDays(terms.graceDays());
            if (today.isAfter(last) && receipts.upTo(last).isLessThan(due)) {
                missed++;
            }
        }
        return missed;
    }
}
