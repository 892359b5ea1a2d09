/**
 * What was agreed with customers about debts that stand: promises to pay, payment plans in instalments, extensions.
 *
 * <p>Owns the tables promise, promise_item, promise_replacement, payment_plan, payment_plan_item, instalment,
 * due_extension. Invariants: an agreement moves no balance; the instalments of a plan add up to its amount, which is what was open of its items; an
 * item is on one plan at a time; whether a promise was kept and where a plan stands follow from the receipts and are
 * stored nowhere; an item's original due date is never overwritten.
 */
@NullMarked
package org.goodterms.agreement;

import org.jspecify.annotations.NullMarked;
