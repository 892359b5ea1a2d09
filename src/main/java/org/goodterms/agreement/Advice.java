package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What experience says against a schedule, without forbidding it (the domain rules, section 8.2, plan or not). */
public enum Advice {
    /** The first instalment comes later than seven days from now. */
    STARTS_LATE,
    /** It takes longer than six months. */
    TAKES_LONG;

    private static final int FIRST_WITHIN_DAYS = 7;
    private static final int MOST_MONTHS = 6;

    /** @param parts in order; none give no advice */
    public static Set<Advice> of(List<Plan.Instalment> parts, LocalDate today) {
        Set<Advice> advice = EnumSet.noneOf(Advice.class);
        if (!parts.isEmpty() && parts.getFirst().date().isAfter(today.plusDays(FIRST_WITHIN_DAYS))) {
            advice.add(STARTS_LATE);
        }
        if (!parts.isEmpty() && parts.getLast().date().isAfter(today.plusMonths(MOST_MONTHS))) {
            advice.add(TAKES_LONG);
        }
        return advice;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
