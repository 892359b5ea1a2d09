/** Figures, printed, never asserted: how long things take and how much they need on this machine. */
@NullMarked
package org.goodterms.bench;

import org.jspecify.annotations.NullMarked;
