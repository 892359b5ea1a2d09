/**
 * Files of other programs brought in: customers, invoices, payments from CSV by a map of fields to columns; and files put to
 * customers, their documents and entries of the journal.
 *
 * <p>Owns the tables attachment and import_map. Invariants: an import is one transaction, all or nothing unless told to
 * keep the good rows; a row that repeats what is there is skipped and the first stays; every refused row is named with
 * its column; imported documents keep their numbers and dates and leave the number series untouched. Files put to a
 * customer, a document or an entry are only ever added.
 */
@NullMarked
package org.goodterms.intake;

import org.jspecify.annotations.NullMarked;
