package org.goodterms.backup;

import java.time.Instant;

/**
 * A backup that was verified when it was made.
 *
 * @param file where it lies
 * @param size in bytes
 */
public record Backup(String file, Instant made, long size, Totals totals) {
}
