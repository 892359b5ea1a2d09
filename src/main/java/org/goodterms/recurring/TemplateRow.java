package org.goodterms.recurring;

import org.jspecify.annotations.Nullable;

/**
 * A template in a list.
 *
 * @param next    its next period after today; null where it has ended or is paused
 * @param waiting how many of its periods wait for approval
 * @param issued  how many became invoices
 */
public record TemplateRow(Template template, String code, String customer, Schedule.@Nullable Period next, int waiting, int issued) {
}
