/**
 * The firm that keeps this book: who it is, how it is paid, its tax rates, its numbers, its settings.
 *
 * <p>Owns the tables company, pay_to, tax_rate, number_series, number_counter, setting.
 *
 * <p>Invariants: a book has exactly one company, and its currency never changes. Within a series and its period the
 * numbers taken are first_number, first_number + 1, … without a gap, whoever takes them at the same time; a number is
 * taken in the transaction that uses it and comes back when that transaction is taken back. No two series share a
 * pattern.
 */
@NullMarked
package org.goodterms.company;

import org.jspecify.annotations.NullMarked;
