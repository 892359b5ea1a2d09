package org.goodterms.report;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement of account in one currency.
 *
 * @param opening what stood open before the first day; zero in the open-item form
 * @param closing what is open at the end of the last day, the same in both forms
 * @param overdue of which is late on the last day
 */
public record Statement(Id<Customer> customer, String code, Form form, @Nullable LocalDate from, LocalDate to,
        Money opening, List<StatementLine> lines, Money closing, Money overdue) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** Which lines a statement shows. */
    public enum Form {
        /** Only what is unsettled. */
        OPEN_ITEM,
        /** Opening balance, all movements, closing balance. */
        BALANCE_FORWARD;

        /** The word of commands: {@code open-item}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A document, receipt, discount, write-off or reversal; or in the open-item form what is open of it.
     *
     * @param amount  signed: what raises the debt is positive
     * @param of      the whole amount of the item, where only a part of it is open
     */
    public record StatementLine(LocalDate date, ItemKind kind, String number, @Nullable LocalDate due, long daysLate,
            Money of, Money amount, Money balance) {
    }
}
