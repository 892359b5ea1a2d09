package org.goodterms.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it once was set; what was set stays on record.
 *
 * @param version 1 and up, by subject
 * @param setOn   the business day it was set
 * @param policy  null where a replacement was taken back
 */
public record PolicyVersion(int version, LocalDate setOn, @Nullable Policy policy) {
}
