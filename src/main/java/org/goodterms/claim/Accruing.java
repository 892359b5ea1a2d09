package org.goodterms.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.claim.Interest.Segment;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;

/**
 * Computes interest (the domain rules, section 7.2): from the day after the due day to the end, both included, cut where
 * the principal changes and, in floating regimes, where the reference does; the exact parts are added and rounded once.
 */
public final class Accruing {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TWELVE = new BigDecimal(12);
    private final Debt debt;
    private final Regime regime;
    private final RateTable rates;
    private final DayCount count;

    /** How days become years. */
    public enum DayCount {
        /** Days by 365: the default. */
        ACT_365,
        /** Days by the length of the year they fall into. */
        ACT_ACT
    }

    /**
     * A debt over time.
     *
     * @param firstDay the first day of interest there ever was: it decides where a rate is locked
     * @param from     the first day to be computed
     * @param to       the last day to be computed
     * @param quiet    stretches without interest, such as an agreed extension
     */
    public record Debt(LocalDate firstDay, LocalDate from, LocalDate to, Money principal, List<Change> changes,
            List<Stretch> quiet) {
        public Debt {
            changes = List.copyOf(changes);
            quiet = List.copyOf(quiet);
        }

        Money on(LocalDate day) {
            Money sum = changes.stream().filter(change -> !change.from().isAfter(day)).map(Change::by)
                    .reduce(principal, Money::plus);
            return sum.isNegative() ? Money.zero(sum.getCurrencyUnit()) : sum;
        }

        boolean rests(LocalDate day) {
            return quiet.stream().anyMatch(s -> !day.isBefore(s.from()) && !day.isAfter(s.to()));
        }
    }

    /** The principal changes by so much from that day on: the day after a receipt, negative. */
    public record Change(LocalDate from, Money by) {
    }

    /** Days, both included. */
    public record Stretch(LocalDate from, LocalDate to) {
    }

    private Accruing(Debt debt, Regime regime, RateTable rates, DayCount count) {
        this.debt = debt;
        this.regime = regime;
        this.rates = rates;
        this.count = count;
    }

    /** Refused where the table of rates has no row for a day that needs one. */
    public static Outcome<Interest> of(Debt debt, Regime regime, RateTable rates, DayCount count) {
        return new Accruing(debt, regime, rates, count).run();
    }

    private Outcome<Interest> run() {
        List<Segment> segments = new ArrayList<>();
        BigDecimal compounded = BigDecimal.ZERO;
        BigDecimal unrested = BigDecimal.ZERO;
        LocalDate from = debt.from();
        while (!from.isAfter(debt.to())) {
            LocalDate to = end(from);
            Money principal = debt.on(from);
            if (principal.isPositive() && !debt.rests(from)) {
                Optional<BigDecimal> rate = rate(from);
                if (rate.isEmpty()) {
                    return Outcome.refused(Problem.at("to", "claim.no_rate", regime.reference(), lookupDay(from)));
                }
                BigDecimal base = principal.getAmount().add(compounded);
                BigDecimal interest = base.multiply(rate.get()).divide(HUNDRED, EXACT).multiply(years(from, to), EXACT);
                segments.add(new Segment(from, to, days(from, to), principal, rate.get(), interest));
                unrested = unrested.add(interest);
            }
            if (monthly() && isRest(to)) {
                compounded = compounded.add(unrested);
                unrested = BigDecimal.ZERO;
            }
            from = to.plusDays(1);
        }
        segments.removeIf(segment -> segment.interest().signum() == 0 && regime.fullMonths() != null);
        return Outcome.ok(new Interest(debt.principal().getCurrencyUnit(), segments));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private boolean monthly() {
        return regime.compounding() == Regime.Compounding.MONTHLY || regime.fullMonths() != null;
    }

    /** The last day of the stretch that begins here and has one principal and one rate. */
    private LocalDate end(LocalDate from) {
        LocalDate end = debt.to();
        for (Change change : debt.changes()) {
            end = before(change.from(), from, end);
        }
        for (Stretch stretch : debt.quiet()) {
            end = before(stretch.from(), from, end);
            end = before(stretch.to().plusDays(1), from, end);
        }
        if (regime.running() == Regime.Running.FLOATING && !regime.reference().isEmpty()) {
            LocalDate last = rates.on(regime.reference(), from).map(RateTable.Row::to).orElse(end);
            end = last.isBefore(end) ? last : end;
        }
        if (monthly()) {
            end = before(nextRest(from), from, end);
        }
        if (count == DayCount.ACT_ACT) {
            end = before(LocalDate.of(from.getYear() + 1, 1, 1), from, end);
        }
        return end;
    }

    private static LocalDate before(LocalDate cut, LocalDate from, LocalDate end) {
        return cut.isAfter(from) && !cut.isAfter(end) ? cut.minusDays(1) : end;
    }

    /** The first day of the month of interest that follows the one this day is in. */
    private LocalDate nextRest(LocalDate day) {
        long months = ChronoUnit.MONTHS.between(debt.firstDay(), day) + 1;
        return debt.firstDay().plusMonths(months);
    }

    private LocalDate monthStart(LocalDate day) {
        return debt.firstDay().plusMonths(ChronoUnit.MONTHS.between(debt.firstDay(), day));
    }

    private boolean isRest(LocalDate lastDay) {
        return nextRest(lastDay).equals(lastDay.plusDays(1));
    }

    private BigDecimal years(LocalDate from, LocalDate to) {
        if (monthly()) {
            boolean whole = isRest(to) && from.equals(monthStart(from));
            if (whole) {
                return BigDecimal.ONE.divide(TWELVE, EXACT);
            }
            if (regime.fullMonths() != null) {
                return BigDecimal.ZERO;
            }
        }
        int year = count == DayCount.ACT_ACT ? from.lengthOfYear() : 365;
        return new BigDecimal(days(from, to)).divide(new BigDecimal(year), EXACT);
    }

    private Optional<BigDecimal> rate(LocalDate day) {
        return regime.reference().isEmpty() ? Optional.of(regime.rate(BigDecimal.ZERO))
                : rates.on(regime.reference(), lookupDay(day)).map(row -> regime.rate(row.percent()));
    }

    private LocalDate lookupDay(LocalDate day) {
        return switch (regime.running()) {
            case FLOATING -> day;
            case FIRST_DAY -> debt.firstDay();
            case LAST_DAY -> debt.to();
        };
    }
}
