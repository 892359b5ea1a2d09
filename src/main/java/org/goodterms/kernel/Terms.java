package org.goodterms.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Terms of payment: one or several due dates, and perhaps a discount for early payment (the domain rules, section 4).
 *
 * @param parts    each with its percent of the whole; one of 100 percent where there is one due date. The percents add
 *                 up to 100; the last part takes what rounding leaves
 * @param equal    the parts are equal shares, rounded down, the remainder on the last; their percents only say so
 * @param discount for early payment, or null
 * @param shift    what becomes of a due date that is no business day; the discount date is never moved
 */
public record Terms(List<Part> parts, boolean equal, @Nullable Discount discount, DayShift shift) {
    public static final Terms ON_RECEIPT = of(new DueRule.OnReceipt());
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** A share of the whole and the rule of its due date. */
    public record Part(BigDecimal percent, DueRule rule) {
    }

    /** {@code percent} off when the money is received within {@code days} of the issue, that day included. */
    public record Discount(BigDecimal percent, int days) {
    }

    /** One due date and what is due on it. */
    public record Due(LocalDate date, Money amount) {
    }

    public Terms {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("terms without a due date");
        }
        parts = List.copyOf(parts);
    }

    public static Terms of(DueRule rule) {
        return new Terms(List.of(new Part(HUNDRED, rule)), false, null, DayShift.NONE);
    }

    public static Terms net(int days) {
        return of(new DueRule.Net(days));
    }

    /**
     * Reads terms as people write them: {@code net 30}, {@code 2/10 net 30}, {@code eom}, {@code 45 days eom},
     * {@code eom + 45 days}, {@code 10th prox cut-off 25}, {@code due on receipt}, {@code prepayment},
     * {@code 50% net 10, 50% net 40}, {@code 3 monthly instalments, first net 14}; behind it perhaps
     * {@code , following business day}.
     *
     * @return refused with {@code terms.unreadable} and others of that room, field {@code terms}
     */
    public static Outcome<Terms> parse(String text) {
        return TermsText.parse(text);
    }

    /** The plain form that {@link #parse} reads back to equal terms; also what is stored. */
    public String text() {
        return TermsText.write(this);
    }

    public boolean isPrepayment() {
        return parts.stream().allMatch(part -> part.rule() instanceof DueRule.Prepayment);
    }

    /** The due dates in order of time, shifted to business days; never before {@code issued}. */
    public List<LocalDate> dueDates(LocalDate issued, BusinessDays days) {
        return parts.stream().map(part -> dateOf(part, issued, days)).sorted().toList();
    }

    /** The last of the due dates. */
    public LocalDate lastDue(LocalDate issued, BusinessDays days) {
        return dueDates(issued, days).getLast();
    }

    /**
     * What is due when, in order of time; the amounts add up to {@code payable}. Percent parts are rounded half up to
     * the minor unit and the last takes the rest; nothing is due of zero.
     *
     * @return refused with {@code terms.instalment_zero} where a part would be nothing or less
     */
    public Outcome<List<Due>> dueOn(Money payable, LocalDate issued, BusinessDays days) {
        if (payable.isZero()) {
            return Outcome.ok(List.of());
        }
        List<Money> amounts = equal ? Split.equallyRestLast(payable, parts.size()) : byPercent(payable);
        List<Due> dues = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!amounts.get(i).isPositive()) {
                return Outcome.refused(Problem.at("terms", "terms.instalment_zero", payable, parts.size()));
            }
            dues.add(new Due(dateOf(parts.get(i), issued, days), amounts.get(i)));
        }
        return Outcome.ok(dues.stream().sorted(Comparator.comparing(Due::date)).toList());
    }

    private List<Money> byPercent(Money payable) {
        List<Money> amounts = new ArrayList<>();
        Money rest = payable;
        for (Part part : parts.subList(0, parts.size() - 1)) {
            BigDecimal exact = payable.getAmount().multiply(part.percent()).movePointLeft(2);
            Money amount = Rounding.HALF_UP.toMoney(exact, payable.getCurrencyUnit());
            amounts.add(amount);
            rest = rest.minus(amount);
        }
        amounts.add(rest);
        return amounts;
    }

    private LocalDate dateOf(Part part, LocalDate issued, BusinessDays days) {
        return shift.apply(part.rule().from(issued), issued, days);
    }

    /** The last day on which payment earns the discount. */
    public Optional<LocalDate> discountUntil(LocalDate issued) {
        return Optional.ofNullable(discount).map(d -> issued.plusDays(d.days()));
    }

    /** The discount on {@code amount} (the whole or its net, as the law of the place has it), rounded half up; or zero. */
    public Money discountOn(Money amount) {
        if (discount == null) {
            return Money.zero(amount.getCurrencyUnit());
        }
        BigDecimal exact = amount.getAmount().multiply(discount.percent()).movePointLeft(2);
        return Rounding.HALF_UP.toMoney(exact, amount.getCurrencyUnit());
    }

    /** A monthly series that keeps its day: from 31 January 28 February, 31 March, 30 April. */
    public static List<LocalDate> monthly(LocalDate first, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dates.add(first.plusMonths(i));
        }
        return List.copyOf(dates);
    }
}
