/**
<<<<<<< HEAD
 * What the books say on a day: aging, open items, statements of account, trial balance.
 *
 * <p>Owns no table. Invariants: the total of an aging in the book's currency equals account 1200 on every date; its buckets
 * and unapplied credits add up to the balance; a statement closes on the customer's balance in both forms. Every report
 * can be asked as of a day and as known on a day.
=======
 * What the book can be asked: the timeline and the figures of a customer, aging, statements.
 *
 * <p>Owns no table; reads those of all other rooms and writes none.
 *
 * <p>Invariants: a report is computed from the rows each time it is asked for; nothing is kept.
>>>>>>> 715483b (feat: followup, report: tasks whose result stays on record; a customer's timeline and figures at a glance)
 */
@NullMarked
package org.goodterms.report;

import org.jspecify.annotations.NullMarked;
