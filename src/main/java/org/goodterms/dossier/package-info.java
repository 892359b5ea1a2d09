/**
 * What an agency or a court needs of a debt: one file with an index and everything behind it, as it was sent.
 *
 * <p>Owns no tables. Invariants: every file in it is named in the index with the hash of its bytes; messages and invoices
 * are the archived bytes; what is missing is named; the same facts give the same index.
 */
@NullMarked
package org.goodterms.dossier;

import org.jspecify.annotations.NullMarked;
