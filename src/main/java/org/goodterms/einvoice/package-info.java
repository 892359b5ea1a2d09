/**
 * Electronic invoices of EN 16931: written as UBL and CII for XRechnung, Peppol and Factur-X, and read from any of them,
 * ZUGFeRD PDFs included.
 *
 * <p>Machinery: speaks its own input type, {@link org.goodterms.einvoice.EInvoice}, and knows no room. Amounts are
 * written as given, never computed anew, so that the XML says what the paper says; a set of amounts that does not add up
 * is refused. XML comes from {@link org.goodterms.einvoice.SafeXml} only: no document types, no entities, nothing is
 * ever fetched.
 */
@NullMarked
package org.goodterms.einvoice;

import org.goodterms.xml.SafeXml;
import org.jspecify.annotations.NullMarked;
