/**
 * The general ledger: chart of accounts and an append-only journal of double entry.
 *
 * <p>Owns the tables account, entry, posting, tax_movement, ledger_head, period_lock. Invariants: each entry balances in
 * the book's currency and has no zero line; no entry is ever changed, errors are reversed; entries are numbered without
 * gap and chained by SHA-256, so that {@code check} shows tampering; nothing is dated into a locked period; account
 * 1200 is posted only together with open items (room receivable), never by hand.
 *
 * <p>Use: {@code ledger.lockProblem(tx, date)} among the guards of an act, then {@code ledger.post(tx, entry)}.
 */
@NullMarked
package org.goodterms.ledger;

import org.jspecify.annotations.NullMarked;
