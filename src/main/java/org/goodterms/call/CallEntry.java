package org.goodterms.call;

import org.goodterms.followup.FollowUp;

/**
 * Somebody to be called today.
 *
 * @param kind the most pressing reason: a broken promise or plan, else a call
 */
public record CallEntry(FollowUp.Whom whom, FollowUp.Kind kind) {
}
