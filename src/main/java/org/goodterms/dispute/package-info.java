/**
 * What customers contest: all or part of an open item, with reason, owner, target date and outcome.
 *
 * <p>Owns the table dispute. Invariants: the open disputes of an item never exceed its open amount when they are opened;
 * a dispute moves no balance; a closed dispute stays.
 */
@NullMarked
package org.goodterms.dispute;

import org.jspecify.annotations.NullMarked;
