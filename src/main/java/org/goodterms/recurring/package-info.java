/**
 * Invoices and entries by hand that come back: templates with a schedule, and hours and expenses collected until they are
 * billed.
 *
 * <p>Owns the tables recurring_template, recurring_line, recurring_period, recurring_entry, recurring_entry_line,
 * recurring_entry_period and billable. Nothing is issued or posted without a person's word: what fell due, also while the program was not running, waits for approval. Each period of a template is billed,
 * posted or left out exactly once (its key sees to that, whoever decides at the same time); a billable line is on at most one invoice.
 *
 * <p>Doors: {@link org.goodterms.recurring.RecurringService}, {@link org.goodterms.recurring.RecurringEntryService},
 * {@link org.goodterms.recurring.BillableService}. Pure rules:
 * {@link org.goodterms.recurring.Schedule} (which periods), {@link org.goodterms.recurring.Writing} (what stands on the invoice of
 * a period).
 */
@NullMarked
package org.goodterms.recurring;

import org.jspecify.annotations.NullMarked;
