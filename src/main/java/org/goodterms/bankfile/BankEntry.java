package org.goodterms.bankfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement on an account, texts on one line and without control characters.
 *
 * @param booked    the day on which the bank booked it
 * @param amount    positive where money came in
 * @param currency  where the file says one for the entry, else null
 * @param payer     who paid or was paid; "" where the file does not say
 * @param iban      the other account; "" where the file does not say
 * @param text      what it is for
 * @param reference the payer's own reference (end-to-end); "" where there is none
 * @param bankId    the bank's own name for the entry, or null
 * @param details   how many single transactions the bank lists for it
 */
public record BankEntry(LocalDate booked, @Nullable LocalDate value, BigDecimal amount, @Nullable String currency,
        String payer, String iban, String text, String reference, @Nullable String bankId, int details) {
}
