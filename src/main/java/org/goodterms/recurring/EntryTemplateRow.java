package org.goodterms.recurring;

import org.jspecify.annotations.Nullable;

/**
 * A recurring entry in a list.
 *
 * @param next    its next period after today; null where it has ended or is paused
 * @param waiting how many of its periods wait for approval
 * @param posted  how many were posted
 */
public record EntryTemplateRow(EntryTemplate template, Schedule.@Nullable Period next, int waiting, int posted) {
}
