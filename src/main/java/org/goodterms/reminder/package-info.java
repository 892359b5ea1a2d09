/**
 * The engine of reminders: who is written to or called today, why, and why the others are not.
 *
 * <p>Owns the tables item_step, hold, do_not_contact, reminder, reminder_line, reminder_message, reminder_text,
 * dunning_mark, dunning_policy, dunning_rule and step_fee.
 *
 * <p>Invariants: the plan is a pure function of facts and a day; no next date is stored. A step of an item stands once in
 * a cycle, and its row is written in the transaction that reads the facts again, before anything is handed over. One
 * customer and currency get one message a run. What was handed over is the archived bytes the preview showed.
 * Policies and texts get new versions; none is changed or deleted. The fee of a step is charged when a message of it is
 * out, and once for each item and step.
 */
@NullMarked
package org.goodterms.reminder;

import org.jspecify.annotations.NullMarked;
