/** The end of the road on screen: what late payment costs, whether a debt is worth pursuing, write-off and hand-over. */
@NullMarked
package org.goodterms.ui.claim;

import org.jspecify.annotations.NullMarked;
