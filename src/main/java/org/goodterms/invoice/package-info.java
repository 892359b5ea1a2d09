/**
 * Invoices and credit notes: drafts, issuing, their arithmetic, their pages and how they are sent.
 *
 * <p>Owns the tables document, document_line, document_allowance, document_tax and document_due. A draft may change
 * and may be discarded; it has no number and posts nothing. What is issued never changes: number, date, journal entry
 * and open items arise in one transaction, a mistake is corrected by a credit note. Numbers are gapless in their series.
 */
@NullMarked
package org.goodterms.invoice;

import org.jspecify.annotations.NullMarked;
