/** The page the day begins with: what is to be done, one thing after the other until nothing is left, and how the money stands. */
@NullMarked
package org.goodterms.ui.today;

import org.jspecify.annotations.NullMarked;
