package org.goodterms.recurring;

/**
 * A period whose entry waits for approval. Approved, it is posted on {@code period.due()}.
 *
 * @param text of the entry, its period filled in
 */
public record EntryWaiting(EntryTemplate template, Schedule.Period period, String text) {
}
