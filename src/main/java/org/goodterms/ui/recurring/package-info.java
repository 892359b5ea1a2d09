/** Recurring invoices and journal entries on screen: what waits for approval, the templates behind it, and the form of a new one. */
@NullMarked
package org.goodterms.ui.recurring;

import org.jspecify.annotations.NullMarked;
