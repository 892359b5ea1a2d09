/** The policy screen: the ladder as rows and as sentences, whom it holds for, and what would change before it is set. */
@NullMarked
package org.goodterms.ui.policy;

import org.jspecify.annotations.NullMarked;
