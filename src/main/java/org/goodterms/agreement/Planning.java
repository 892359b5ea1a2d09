package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.agreement.Plan.Instalment;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Split;
import org.joda.money.Money;

/** Makes the schedule of a plan (the domain rules, section 4). */
public final class Planning {
    private static final int MOST = 120;

    private Planning() {
    }

    /** How the amount is to be divided. */
    public sealed interface Schedule {

        /**
         * Equal parts on the same day of each month, clamped where a month is shorter.
         *
         * @param spread true: the remainder one minor unit each on the first parts; false: all of it on the last
         */
        record Monthly(int parts, LocalDate first, boolean spread) implements Schedule {
        }

        /** These parts. */
        record ByHand(List<Instalment> parts) implements Schedule {
            public ByHand {
                parts = List.copyOf(parts);
            }
        }
    }

    /**
     * The instalments of a plan over {@code amount}, adding up to it exactly.
     *
     * @param today the first day on which an instalment may fall
     */
    public static Outcome<List<Instalment>> schedule(Money amount, Schedule schedule, LocalDate today) {
        return switch (schedule) {
            case Schedule.Monthly(int parts, LocalDate first, boolean spread) ->
                    monthly(amount, parts, first, spread).then(list -> judged(amount, list, today));
            case Schedule.ByHand(List<Instalment> parts) -> judged(amount, parts, today);
        };
    }

    private static Outcome<List<Instalment>> monthly(Money amount, int parts, LocalDate first, boolean spread) {
        if (parts < 1 || parts > MOST) {
            return Outcome.refused(Problem.at("monthly", "agreement.parts", parts, MOST));
        }
        if (amount.getAmountMinorLong() < parts) {
            return Outcome.refused(Problem.at("monthly", "agreement.part_of_nothing", amount, parts));
        }
        List<Money> amounts = spread ? Split.equallySpread(amount, parts) : Split.equallyRestLast(amount, parts);
        List<Instalment> list = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            list.add(new Instalment(first.plusMonths(i), amounts.get(i)));
        }
        return Outcome.ok(list);
    }

    private static Outcome<List<Instalment>> judged(Money amount, List<Instalment> parts, LocalDate today) {
        if (parts.isEmpty() || parts.size() > MOST) {
            return Outcome.refused(Problem.at("instalments", "agreement.parts", parts.size(), MOST));
        }
        LocalDate before = today.minusDays(1);
        Money sum = Money.zero(amount.getCurrencyUnit());
        for (Instalment part : parts) {
            if (!part.amount().isPositive()) {
                return Outcome.refused(Problem.at("instalments", "agreement.part_not_positive", part.date(), part.amount()));
            }
            if (!part.date().isAfter(before)) {
                return Outcome.refused(Problem.at("instalments", "agreement.part_too_early", part.date(),
                        before.plusDays(1)));
            }
            before = part.date();
            sum = sum.plus(part.amount());
        }
        return sum.isEqual(amount) ? Outcome.ok(List.copyOf(parts))
                : Outcome.refused(Problem.at("instalments", "agreement.parts_sum", sum, amount));
    }
}
