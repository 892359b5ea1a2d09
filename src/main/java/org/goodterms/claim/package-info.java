/**
 * What late payment costs the customer, and the end of the road: interest and flat sums by the law of a place, fees,
 * write-offs with tax relief, recoveries, hand-over to an agency or court, limitation.
 *
 * <p>Owns the tables reference_rate, claim_terms, interest_charge, interest_segment, fee_charge, charge_waiver, write_off,
 * write_off_tax, recovery, hand_over, hand_over_item. Invariants: interest and fees are open items of their own, never
 * part of an invoice; each item is charged for each day at most once; interest is never computed beyond the table of
 * rates; a write-off and its recoveries leave the customer's balance at zero; a hand-over moves no balance.
 */
@NullMarked
package org.goodterms.claim;

import org.jspecify.annotations.NullMarked;
