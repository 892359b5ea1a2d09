/**
 * What a person has to do, for whom, by when, and what came of it.
 *
 * <p>Owns the table task.
 *
 * <p>Invariants: a task that is done has a day and an instant; one that is open has neither. Finishing a task for a
 * customer, and opening it again, leaves a note among the customer's contacts, so that the result stays on record.
 */
@NullMarked
package org.goodterms.followup;

import org.jspecify.annotations.NullMarked;
