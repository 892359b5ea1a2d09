package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param lines    booked lines of the file
 * @param fresh    of these those that were not there
 * @param matched  of the fresh ones those that a rule applied
 * @param warnings what a person should know; nothing was refused for it
 */
public record BankReport(String format, int lines, int fresh, int duplicates, int matched, List<Statement> statements,
        List<Problem> warnings) {

    /**
     * A statement of the file. Amounts in its currency; null is what the file does not say.
     *
     * @param currency that of the books where the file says none
     * @param balanced whether the lines lead from the opening to the closing balance
     */
    public record Statement(@Nullable String account, String currency, @Nullable BigDecimal opening,
            @Nullable BigDecimal closing, int lines, BigDecimal credits, BigDecimal debits, @Nullable Boolean balanced,
            @Nullable LocalDate first, @Nullable LocalDate last) {
    }

    public BankReport {
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }
}
