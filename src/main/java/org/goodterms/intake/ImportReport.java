package org.goodterms.intake;

import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;

/**
 * What an import did, or would do.
 *
 * @param rows     of the file, headings not counted
 * @param imported rows brought in
 * @param skipped  rows that repeat what is there
 * @param totals   sum of what was brought in, by currency code; credit notes lower it
 */
public record ImportReport(int rows, int imported, int skipped, List<RowProblem> errors, List<RowProblem> warnings,
        Map<String, Money> totals) {

    public ImportReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        totals = Map.copyOf(totals);
    }

    /** What is wrong with one row; rows count from 1 below the headings. */
    public record RowProblem(int row, String column, Problem problem) {
    }
}
