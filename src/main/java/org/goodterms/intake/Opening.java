package org.goodterms.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.goodterms.reminder.Step;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An unpaid document to be taken over, as somebody says it (the domain rules, section 2, row 27).
 *
 * @param customer   its code
 * @param date       on the document
 * @param due        or null: by the terms
 * @param original   of the document; negative for a credit note or a receipt not applied
 * @param open       what is left of it, between zero and the original
 * @param rate       units of the currency for one of the book's; 1 in the book's currency
 * @param tax        contained in the original, by rate in percent; empty where it is not known
 * @param terms      terms of payment, or empty: the customer's
 * @param reference  structured reference, or empty
 * @param steps      what was done about it; null where nobody says
 * @param writtenOff since when it is written off, or null
 */
public record Opening(String customer, String number, LocalDate date, @Nullable LocalDate due, Money original, Money open,
        BigDecimal rate, Map<BigDecimal, Money> tax, String terms, String reference, @Nullable Map<Step, LocalDate> steps,
        @Nullable LocalDate writtenOff) {

    public Opening {
        tax = Map.copyOf(tax);
        steps = steps == null ? null : Map.copyOf(steps);
    }
}
