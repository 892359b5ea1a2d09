package org.goodterms.backup;

/** A book made of a backup: where it lies, and what it adds up to. */
public record Restored(String location, Totals totals) {
}
