/**
 * What the books say on a day: aging, open items, statements of account, trial balance; and of a customer the timeline
 * and the figures at a glance.
 *
 * <p>Owns no table; reads those of all other rooms. Invariants: the total of an aging in the book's currency equals account
 * 1200 on every date; its buckets and unapplied credits add up to the balance; a statement closes on the customer's
 * balance in both forms. Every report can be asked as of a day and as known on a day; the timeline and the glance are
 * always those of today.
 */
@NullMarked
package org.goodterms.report;

import org.jspecify.annotations.NullMarked;
