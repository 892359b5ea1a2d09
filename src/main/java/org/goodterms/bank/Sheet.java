package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a file has it, oldest row first. Null is what the file does not say.
 *
 * @param fileAccount IBAN or number at the bank
 * @param currency    ISO 4217 code
 * @param pending     announced rows that were left out
 */
record Sheet(String number, @Nullable String fileAccount, @Nullable String currency, @Nullable BigDecimal opening,
        @Nullable BigDecimal closing, @Nullable LocalDate closingOn, boolean mixed, List<Row> rows, int pending) {

    /**
     * @param oneText the format has one text for payer and purpose
     * @param bankId  the bank's own name for the row, or null
     */
    record Row(LocalDate booked, @Nullable LocalDate value, BigDecimal amount, String payer, String iban, String text,
            String reference, boolean oneText, @Nullable String bankId) {
    }

    Sheet {
        rows = List.copyOf(rows);
    }

    BigDecimal credits() {
        return rows.stream().map(Row::amount).filter(a -> a.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Positive. */
    BigDecimal debits() {
        return rows.stream().map(Row::amount).filter(a -> a.signum() < 0).reduce(BigDecimal.ZERO, BigDecimal::add).negate();
    }

    /** Whether the rows lead from the opening to the closing balance; null where the file lacks one of them. */
    @Nullable Boolean balanced() {
        return opening == null || closing == null ? null
                : !mixed && opening.add(credits()).subtract(debits()).compareTo(closing) == 0;
    }

    @Nullable LocalDate first() {
        return rows.stream().map(Row::booked).min(LocalDate::compareTo).orElse(closingOn);
    }

    @Nullable LocalDate last() {
        LocalDate last = rows.stream().map(Row::booked).max(LocalDate::compareTo).orElse(null);
        return last == null || closingOn != null && closingOn.isAfter(last) ? closingOn : last;
    }
}
