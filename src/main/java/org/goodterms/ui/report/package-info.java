/** Reports on screen: who owes how much, and for how long. */
@NullMarked
package org.goodterms.ui.report;

import org.jspecify.annotations.NullMarked;
