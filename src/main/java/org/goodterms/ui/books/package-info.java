/** The books by hand: chart of accounts, entries, the period lock, closing a year and opening it again. */
@NullMarked
package org.goodterms.ui.books;

import org.jspecify.annotations.NullMarked;
