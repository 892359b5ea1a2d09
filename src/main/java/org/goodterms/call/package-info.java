/**
 * Calls to customers who are late: who is to be called, what is said, within which limits, and what follows from how the
 * call ended.
 *
 * <p>Owns no table: calls stand in the log of contacts, what follows from them in the rooms below.
 *
 * <p>Invariants: every call that was tried is logged on the day it was made, with its result; a result and what follows
 * from it are written together or not at all.
 */
@NullMarked
package org.goodterms.call;

import org.jspecify.annotations.NullMarked;
