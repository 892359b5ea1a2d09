/**
 * The customers: who they are, whom to ask there, how their payables office works, and what was said with them.
 *
 * <p>Owns the tables customer, person, contact, contact_head.
 *
 * <p>Invariants: a code belongs to one customer and never changes hands. What was said (contact) is only ever added to; each row
 * is linked to the one before by its hash.
 * A credit hold keeps new invoices back, never reminders; setting and clearing it leaves a note among the contacts.
 */
@NullMarked
package org.goodterms.customer;

import org.jspecify.annotations.NullMarked;
