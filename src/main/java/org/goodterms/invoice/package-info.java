/**
 * Invoices and credit notes: drafts, issuing, their arithmetic, their pages and how they are sent.
 *
 * <p>Owns the tables document, document_line, document_allowance, document_tax and document_due, einvoice_wish, einvoice_file,
 * einvoice_enclosure and received_einvoice. A draft may change
 * and may be discarded; it has no number and posts nothing. What is issued never changes: number, date, journal entry
 * and open items arise in one transaction, a mistake is corrected by a credit note. Numbers are gapless in their series.
 * All credit notes of an invoice together never exceed it, and bear its tax exactly.
 *
 * <p>Doors: {@link org.goodterms.invoice.InvoiceService} (drafts, issue, list),
 * {@link org.goodterms.invoice.CreditNoteService}, {@link org.goodterms.invoice.PaperService} (pages as PDF, made once and
 * kept), {@link org.goodterms.invoice.MailingService} (into the outbox). Pure rules: {@link org.goodterms.invoice.Totals},
 * {@link org.goodterms.invoice.CreditTotals}, Issuing (what is refused), Journal (what is posted), Crediting. Words of
 * documents lie in {@code i18n/documents*.properties}, words of mails in {@code mail/*.mustache}.
 */
@NullMarked
package org.goodterms.invoice;

import org.jspecify.annotations.NullMarked;
