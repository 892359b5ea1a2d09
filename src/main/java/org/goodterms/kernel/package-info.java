/**
 * The words everybody speaks: money and rounding, ids, problems and outcomes, progress, changes, texts.
 *
 * <p>Knows nothing of the rest of the program. All types are immutable values or pure functions, but for
 * {@link org.goodterms.kernel.Changes} (who listens to what) and {@link org.goodterms.kernel.Ids} (the next id).
 */
@NullMarked
package org.goodterms.kernel;

import org.jspecify.annotations.NullMarked;
