/**
 * The subledger of account 1200: open items of the customers and the allocations between them.
 *
 * <p>Owns the tables open_item, item_tax, allocation. Invariants: at every date the open amounts at carrying value add
 * up to the balance of account 1200; an allocation joins a debit and a credit item of one customer and one currency and
 * never exceeds what is open on either side at any date; allocations are undone by dated counter-allocations, never
 * deleted. {@code open_amount}, {@code open_carrying} and {@code settled_on} are derived from the allocations.
 *
 * <p>Whoever opens an item posts the same amount to 1200 in the same transaction (rooms invoice, payment, intake).
 */
@NullMarked
package org.goodterms.receivable;

import org.jspecify.annotations.NullMarked;
