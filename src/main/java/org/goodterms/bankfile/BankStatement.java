package org.goodterms.bankfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of one account. What the file does not say is null.
 *
 * @param number   the bank's name for it
 * @param account  IBAN or number as the bank writes it
 * @param currency ISO 4217 code
 * @param entries  booked entries in the order of the file
 * @param pending  entries that the bank has announced but not booked
 */
public record BankStatement(@Nullable String number, @Nullable String account, @Nullable String currency,
        @Nullable Stand opening, @Nullable Stand closing, List<BankEntry> entries, List<BankEntry> pending) {

    /** A balance of a day; negative where the account is overdrawn. */
    public record Stand(BigDecimal amount, @Nullable String currency, @Nullable LocalDate date) {
    }

    public BankStatement {
        entries = List.copyOf(entries);
        pending = List.copyOf(pending);
    }
}
