/** Payments on screen: their list, what one has settled, and the form that records money and says what it is for. */
@NullMarked
package org.goodterms.ui.payment;

import org.jspecify.annotations.NullMarked;
