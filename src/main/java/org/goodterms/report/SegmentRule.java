package org.goodterms.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Which segment a customer's own history suggests (the domain rules, section 8.2). The first sign that holds decides: what
 * is at risk comes before what is large, and both before habits. With fewer than five settled invoices habits say nothing.
 */
public final class SegmentRule {
    private static final int ENOUGH = 5;
    private static final int ENOUGH_REMINDED = 3;
    private static final int BROKEN = 2;
    private static final int RECENT = 3;
    private static final int RISE_DAYS = 10;
    private static final BigDecimal LARGE = new BigDecimal("0.20");
    private static final int ON_TIME_PERCENT = 90;
    private static final int SOON_DAYS = 5;
    private static final int SLOW_FROM = 15;
    private static final int SLOW_TO = 40;
    private static final int MOST_PERCENT = 80;

    private SegmentRule() {
    }

    /** Empty where no sign holds. */
    public static Optional<SegmentProposal> of(Habits habits) {
        return risk(habits).or(() -> large(habits)).or(() -> habit(habits));
    }

    private static Optional<SegmentProposal> risk(Habits habits) {
        if (habits.brokenPromises() >= BROKEN) {
            return proposed(Segment.AT_RISK, "segment.why.broken", habits.brokenPromises());
        }
        if (habits.limitReached()) {
            return proposed(Segment.AT_RISK, "segment.why.limit");
        }
        List<Integer> days = habits.daysLate();
        if (days.size() >= 2 * RECENT) {
            int before = mean(days.subList(0, days.size() - RECENT));
            int recent = mean(days.subList(days.size() - RECENT, days.size()));
            if (recent > 0 && recent - before >= RISE_DAYS) {
                return proposed(Segment.AT_RISK, "segment.why.rising", recent, before);
            }
        }
        return Optional.empty();
    }

    private static Optional<SegmentProposal> large(Habits habits) {
        return habits.salesShare().compareTo(LARGE) > 0 ? proposed(Segment.STRATEGIC, "segment.why.large",
                habits.salesShare().movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact()) : Optional.empty();
    }

    private static Optional<SegmentProposal> habit(Habits habits) {
        List<Integer> days = habits.daysLate();
        if (days.size() < ENOUGH) {
            return Optional.empty();
        }
        long onTime = days.stream().filter(late -> late <= 0).count();
        if (onTime * 100 >= (long) days.size() * ON_TIME_PERCENT && habits.brokenPromises() == 0) {
            return proposed(Segment.GOOD_PAYER, "segment.why.on_time", onTime, days.size());
        }
        List<Integer> after = habits.daysAfterFirst();
        long soon = after.stream().filter(late -> late >= 0 && late <= SOON_DAYS).count();
        if (after.size() >= ENOUGH_REMINDED && soon * 100 >= (long) after.size() * MOST_PERCENT) {
            return proposed(Segment.FORGETFUL, "segment.why.forgetful", soon, after.size());
        }
        long slow = days.stream().filter(late -> late >= SLOW_FROM && late <= SLOW_TO).count();
        return slow * 100 >= (long) days.size() * MOST_PERCENT ? proposed(Segment.SLOW_BUT_SURE, "segment.why.slow", slow, days.size())
                : Optional.empty();
    }

    /** Rounded towards minus infinity. */
    private static int mean(List<Integer> days) {
        return Math.floorDiv(days.stream().mapToInt(Integer::intValue).sum(), days.size());
    }

    private static Optional<SegmentProposal> proposed(Segment segment, String why, Object... arguments) {
        return Optional.of(new SegmentProposal(segment, why, List.of(arguments)));
    }
}
