package org.goodterms.ui.report;

import java.time.LocalDate;

/** An account and the days of which its lines are asked. */
public record AccountPlace(String number, LocalDate from, LocalDate to) {
}
