package org.goodterms.recurring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.Line;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Typed;

/** What stands on the invoice of a period, and what a template must be like. */
public final class Writing {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal STEEPEST = new BigDecimal(100);
    private static final int MOST_UNITS = 120;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 2000;

    private Writing() {
    }

    /** Why a template cannot be kept. */
    public static List<Problem> problems(Template template) {
        List<Problem> problems = new ArrayList<>(named(template.name()));
        Typed.lines("intro", template.wording().intro(), LONGEST_TEXT).ifPresent(problems::add);
        problems.addAll(problems(template.schedule()));
        if (template.raise().abs().compareTo(STEEPEST) >= 0) {
            problems.add(Problem.at("raise", "recurring.raise", template.raise()));
        }
        if (template.wording().lines().isEmpty()) {
            problems.add(Problem.at("lines", "invoice.no_lines"));
        }
        return problems;
    }

    static List<Problem> named(String name) {
        return Typed.required("name", name, LONGEST_NAME).stream().toList();
    }

    /** Why a schedule is none. */
    static List<Problem> problems(Schedule schedule) {
        List<Problem> problems = new ArrayList<>();
        if (schedule.count() < 1 || schedule.count() > MOST_UNITS) {
            problems.add(Problem.at("count", "recurring.count", schedule.count(), MOST_UNITS));
        }
        if (schedule.anchorDay() < 1 || schedule.anchorDay() > 31) {
            problems.add(Problem.at("day", "recurring.day", schedule.anchorDay()));
        }
        LocalDate until = schedule.until();
        if (until != null && until.isBefore(schedule.first())) {
            problems.add(Problem.at("until", "recurring.until", until, schedule.first()));
        }
        return problems;
    }

    /**
     * The draft of a period.
     *
     * @param blank a draft of the day for the customer: language, currency and terms are taken from it
     * @param words of the customer's language
     */
    public static Draft draft(Template template, Schedule.Period period, Draft blank, DocumentWords words) {
        BigDecimal factor = factor(template, period.from());
        int decimals = blank.pricing().currency().getDecimalPlaces();
        List<Line> lines = template.wording().lines().stream().map(line -> new Line(
                filled(line.text(), template.schedule(), period, words), line.quantity(), line.unit(),
                factor.compareTo(BigDecimal.ONE) == 0 ? line.price()
                        : Rounding.HALF_UP.round(line.price().multiply(factor, MathContext.DECIMAL128), decimals),
                line.per(), line.discount(), line.tax(), line.account())).toList();
        Draft.Wording wording = blank.wording();
        Draft.Wording said = new Draft.Wording(wording.language(), wording.orderNumber(), wording.contact(),
                filled(template.wording().intro(), template.schedule(), period, words), wording.closing(), wording.exemptionReason());
        return new Draft(blank.customer(), blank.date(), new Draft.Supply(period.from(), period.to()), blank.pricing(), blank.agreed(),
                said, blank.deposit(), lines, List.of());
    }

    /** Compound: 3 percent after two years are 1.0609. */
    static BigDecimal factor(Template template, LocalDate day) {
        int years = Math.max(0, Period.between(template.schedule().first(), day).getYears());
        return BigDecimal.ONE.add(template.raise().divide(HUNDRED, MathContext.DECIMAL128)).pow(years, MathContext.DECIMAL128);
    }

    /** {period} as its length asks for: March 2026, Q1 2026, 2026, or its first and last day. */
    static String filled(String text, Schedule schedule, Schedule.Period period, DocumentWords words) {
        String days = words.shortDate(period.from()) + " \u2013 " + words.shortDate(period.to());
        String month = period.from().format(DateTimeFormatter.ofPattern("LLLL uuuu", words.locale()));
        boolean whole = period.from().getDayOfMonth() == 1;
        boolean one = whole && schedule.count() == 1;
        Optional<String> named = switch (schedule.unit()) {
            case MONTH -> one ? Optional.of(month) : Optional.empty();
            case QUARTER -> one && period.from().getMonthValue() % 3 == 1
                    ? Optional.of("Q" + (period.from().getMonthValue() + 2) / 3 + " " + period.from().getYear()) : Optional.empty();
            case YEAR -> one && period.from().getMonthValue() == 1
                    ? Optional.of(Integer.toString(period.from().getYear())) : Optional.empty();
            case WEEK -> Optional.empty();
        };
        return text.replace("{period}", named.orElse(days)).replace("{month}", month)
                .replace("{year}", Integer.toString(period.from().getYear())).replace("{from}", words.shortDate(period.from()))
                .replace("{to}", words.shortDate(period.to()));
    }
}
