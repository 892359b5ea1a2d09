/** Who owes, whom to ask there, and what was said. */
@NullMarked
package org.goodterms.customer;

import org.jspecify.annotations.NullMarked;
