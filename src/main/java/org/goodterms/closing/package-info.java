/**
 * What is done at the end of a period: closing and reopening a year, the allowance for doubtful debts, and the
 * revaluation of receivables in foreign currency (the domain rules, section 2, rows 17, 24c and 28).
 *
 * <p>Owns the tables year_end and revaluation. Invariants: after a close every income and expense account is zero at
 * that day and the day is locked; closing, reopening and closing again gives the same; a revaluation is taken back on
 * the next day, so account 1205 is zero but on the days of revaluation.
 */
@NullMarked
package org.goodterms.closing;

import org.jspecify.annotations.NullMarked;
