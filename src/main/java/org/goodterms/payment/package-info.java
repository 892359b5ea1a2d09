/**
 * Money received from customers and paid back to them.
 *
 * <p>Owns the tables payment, payment_return, unidentified. Invariants: a payment is never changed; each one is a credit
 * item (a refund a debit item) of its customer over its full amount; what settles what is said by allocations, taken back
 * by dated counter-allocations; a returned payment opens what it had settled again, from the day of the return on.
 */
@NullMarked
package org.goodterms.payment;

import org.jspecify.annotations.NullMarked;
