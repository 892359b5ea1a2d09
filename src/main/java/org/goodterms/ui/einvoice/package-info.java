/** E-invoices of suppliers on screen: a file opened and read, what is wrong with it, and booked as an expense. */
@NullMarked
package org.goodterms.ui.einvoice;

import org.jspecify.annotations.NullMarked;
