/** Invoices on screen: the list, the editor of a draft, the issued document with its pages. */
@NullMarked
package org.goodterms.ui.invoice;

import org.jspecify.annotations.NullMarked;
