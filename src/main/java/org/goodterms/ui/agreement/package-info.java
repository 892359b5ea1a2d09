/** Payment plans on screen: the calculator of a new one, the page of a customer's plan, and all plans in a list. */
@NullMarked
package org.goodterms.ui.agreement;

import org.jspecify.annotations.NullMarked;
