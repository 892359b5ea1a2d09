/** The customers on screen: their list, one customer's page with everything that happened, and the form that changes one. */
@NullMarked
package org.goodterms.ui.customer;

import org.jspecify.annotations.NullMarked;
