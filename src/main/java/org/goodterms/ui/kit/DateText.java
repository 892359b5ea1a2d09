package org.goodterms.ui.kit;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.kernel.Texts;

/**
 * Reads dates as people type them: {@code 15.3.}, {@code 3/15}, {@code 15 3 26}, {@code 2026-03-15}, {@code 15} (of
 * this month), {@code +7}, {@code -2w}, {@code +1m}, {@code today}, {@code fri} (the next one). The order of day and
 * month is the locale's, save where a dot says day first or where only one order is a date. A year left out is this
 * year; two digits are of this century.
 */
final class DateText {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([./\\- ])\\s*(\\d{1,2})(?:\\2\\s*(\\d{4}|\\d{2})?)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.?");
    private static final Pattern STEP = Pattern.compile("([+-])\\s*(\\d{1,4})\\s*([dwmy]?)");
    private static final int CENTURY = 2000;
    private final Locale locale;
    private final boolean dayFirst;
    private final DateTimeFormatter typed;

    DateText(Locale locale) {
        this.locale = locale;
        this.dayFirst = dayFirst(locale);
        this.typed = DateTimeFormatter.ofPattern(pattern(locale).replaceAll("y+|u+", "yyyy"), locale);
    }

    private static String pattern(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    }

    static boolean dayFirst(Locale locale) {
        String pattern = pattern(locale);
        return pattern.indexOf('d') < pattern.indexOf('M');
    }

    String typed(LocalDate date) {
        return date.format(typed);
    }

    String example(LocalDate today) {
        return typed(today);
    }

    Optional<LocalDate> parse(String text, LocalDate today, Texts texts) {
        String plain = text.strip().toLowerCase(locale);
        try {
            return plain.isEmpty() ? Optional.empty()
                    : word(plain, today, texts).or(() -> step(plain, today)).or(() -> numbers(plain, today))
                            .or(() -> weekday(plain, today)).or(() -> shown(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> word(String plain, LocalDate today, Texts texts) {
        if (plain.equals("today") || plain.equals(texts.get("date.today"))) {
            return Optional.of(today);
        }
        if (plain.equals("tomorrow") || plain.equals(texts.get("date.tomorrow"))) {
            return Optional.of(today.plusDays(1));
        }
        return plain.equals("yesterday") || plain.equals(texts.get("date.yesterday"))
                ? Optional.of(today.minusDays(1)) : Optional.empty();
    }

    private static Optional<LocalDate> step(String plain, LocalDate today) {
        Matcher step = STEP.matcher(plain);
        if (!step.matches()) {
            return Optional.empty();
        }
        long steps = Long.parseLong(step.group(1) + step.group(2));
        return Optional.of(switch (step.group(3)) {
            case "w" -> today.plusWeeks(steps);
            case "m" -> today.plusMonths(steps);
            case "y" -> today.plusYears(steps);
            default -> today.plusDays(steps);
        });
    }

    private Optional<LocalDate> numbers(String plain, LocalDate today) {
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher day = DAY.matcher(plain);
        if (day.matches()) {
            return Optional.of(today.withDayOfMonth(number(day, 1)));
        }
        Matcher parts = NUMBERS.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = number(parts, 1);
        int second = number(parts, 3);
        int year = parts.group(4) == null ? today.getYear()
                : parts.group(4).length() == 2 ? CENTURY + number(parts, 4) : number(parts, 4);
        boolean daysFirst = first > 12 || (second <= 12 && (dayFirst || parts.group(2).equals(".")));
        return Optional.of(daysFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Optional<LocalDate> weekday(String plain, LocalDate today) {
        if (plain.length() < 2) {
            return Optional.empty();
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale).startsWith(plain)) {
                return Optional.of(today.with(TemporalAdjusters.next(day)));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> shown(String text) {
        try {
            return Optional.of(LocalDate.parse(text,
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
