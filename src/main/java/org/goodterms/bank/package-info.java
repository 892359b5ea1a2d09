/**
 * What the bank says: statements and their lines, whose money each line is, and what a person decides where the rules do
 * not. The rules stand in the domain rules, section 2, "Bank import and matching".
 *
 * <p>Owns the tables bank_statement, bank_line, bank_match, bank_booking, payer_link. Invariants: a file imported any
 * number of times, or overlapping files in any order, give the same lines; two genuine lines that are alike stay two;
 * each line stands on its bank account exactly once, with its amount, on its booking date (or, where that is locked, on
 * the first open day), unless a person had recorded the same money there before: then the line posts nothing; a match is never changed, another takes its place, and each can be taken back to suspense (1990).
 */
@NullMarked
package org.goodterms.bank;

import org.jspecify.annotations.NullMarked;
