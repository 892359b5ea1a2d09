package org.goodterms.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a creditor may claim for late payment by the law of a place, or by contract (the domain rules, section 7.2).
 *
 * @param word       {@code EU DE DE-CONSUMER FR IE UK PL SE DK CZ CH IN CONTRACT}
 * @param countries  of firms that it holds for; {@code EU} stands for the members that have none of their own
 * @param reference  in the table of rates; empty where the rate is fixed
 * @param factor     of the reference
 * @param points     added; the whole rate where there is no reference
 * @param flat       compensation by size of the debt
 * @param fullMonths percent for each full month in place of days; null: by days
 */
public record Regime(String word, List<String> countries, String reference, BigDecimal factor, BigDecimal points,
        Running running, Compounding compounding, Flat flat, @Nullable BigDecimal fullMonths) {

    /** Which day's reference holds. */
    public enum Running {
        /** Changes with the reference. */
        FLOATING,
        /** That of the first day of interest, for all of it. */
        FIRST_DAY,
        /** That of the last day, for all of it. */
        LAST_DAY
    }

    /** Whether interest bears interest. */
    public enum Compounding {
        SIMPLE, MONTHLY
    }

    /**
     * A flat sum by size of the debt; {@code sums} is empty where there is none.
     *
     * @param currency of the debt
     * @param worth    the reference that says what one euro is in that currency, where the sums are euros; else empty
     */
    public record Flat(String currency, String worth, TreeMap<BigDecimal, BigDecimal> sums) {
        public static final Flat NONE = new Flat("", "", new TreeMap<>());

        /**
         * As {@link #of(Money)}; sums in euros at the rate of the last day of the month before the first day of delay,
         * rounded half up to the minor unit. Refused where that rate is not in the table.
         */
        Outcome<Money> of(Money debt, LocalDate firstDay, RateTable rates) {
            Money sum = of(debt);
            if (worth.isEmpty() || sum.isZero()) {
                return Outcome.ok(sum);
            }
            LocalDate day = firstDay.withDayOfMonth(1).minusDays(1);
            return rates.on(worth, day).map(row -> Outcome.ok(Rounding.HALF_UP.toMoney(sum.getAmount().multiply(row.percent()),
                    debt.getCurrencyUnit()))).orElseGet(() -> Outcome.refused(Problem.at("to", "claim.no_rate", worth, day)));
        }

        /** The sum for a debt as the law says it: in euros where the law does. */
        public Money told(Money debt) {
            Money sum = of(debt);
            return worth.isEmpty() ? sum : Money.of(CurrencyUnit.EUR, sum.getAmount());
        }

        /** The sum for a debt, before it is changed into its currency; zero where none is granted in that currency. */
        Money of(Money debt) {
            var entry = debt.getCurrencyUnit().getCode().equals(currency) ? sums.floorEntry(debt.getAmount()) : null;
            return entry == null ? Money.zero(debt.getCurrencyUnit())
                    : Money.of(CurrencyUnit.of(currency), entry.getValue());
        }

        static Flat read(String text) {
            if (text.isEmpty()) {
                return NONE;
            }
            TreeMap<BigDecimal, BigDecimal> sums = new TreeMap<>();
            int steps = text.lastIndexOf(' ') + 1;
            Arrays.stream(text.substring(steps).split(",")).map(pair -> pair.split(":"))
                    .forEach(pair -> sums.put(new BigDecimal(pair[0]), new BigDecimal(pair[1])));
            return new Flat(text.substring(0, 3), text.substring(3, steps).strip(), sums);
        }
    }

    public Regime {
        countries = List.copyOf(countries);
    }

    /** From the lines of the file; lines that begin with # say something to readers. */
    static List<Regime> read(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(";", -1))
                .map(f -> new Regime(f[0], List.of(f[1].split(",")), f[2], new BigDecimal(f[3]), new BigDecimal(f[4]),
                        Running.valueOf(f[5].toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        Compounding.valueOf(f[6].toUpperCase(java.util.Locale.ROOT)), Flat.read(f[7]), null)).toList();
    }

    /** The same with a rate agreed in a contract: a yearly one by days, or a monthly one by full months. */
    public Regime agreed(@Nullable BigDecimal yearly, @Nullable BigDecimal monthly) {
        BigDecimal year = yearly != null ? yearly : monthly == null ? BigDecimal.ZERO
                : monthly.multiply(new BigDecimal(12));
        return new Regime(word, countries, "", BigDecimal.ONE, year, running, compounding, flat,
                yearly == null ? monthly : null);
    }

    /** The yearly rate that a reference makes; never below zero. */
    public BigDecimal rate(BigDecimal referencePercent) {
        return factor.multiply(referencePercent).add(points).max(BigDecimal.ZERO);
    }
}
