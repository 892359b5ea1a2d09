package org.goodterms.company;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * A row of numbers, {@code 2026-0001}, {@code 2026-0002}, …
 *
 * @param name    which documents it numbers, see the constants
 * @param pattern holds {@code {NNNN}} once (at least so many digits) and may hold {@code {YYYY}}, {@code {YY}} and
 *                {@code {MM}} of the document's date; the count starts anew in each such period
 */
public record Series(String name, String pattern) {
    public static final String INVOICE = "invoice";
    public static final String CREDIT_NOTE = "credit-note";
    public static final String FEE = "fee";
    public static final String RECEIPT = "receipt";
    public static final String DEFAULT_INVOICE = "{YYYY}-{NNNN}";
    public static final String DEFAULT_CREDIT_NOTE = "CN-{YYYY}-{NNNN}";
    public static final String DEFAULT_FEE = "FEE-{YYYY}-{NNN}";
    public static final String DEFAULT_RECEIPT = "R-{YYYY}-{NNNN}";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-_/.][\\p{L}\\p{N}]+)*");
    private static final Pattern COUNT = Pattern.compile("\\{(N{1,12})}");
    private static final Pattern PLACE = Pattern.compile("\\{(?:YYYY|YY|MM|N{1,12})}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\-_/.#]*");
    private static final int LONGEST = 40;

    /**
     * A pattern as typed; a bare word W stands for {@code W-{YYYY}-{NNNN}}. Blanks, commas and signs that separate
     * things in commands and files are refused.
     */
    public static Outcome<Series> of(String name, String typed) {
        String pattern = WORD.matcher(typed).matches() ? typed + "-{YYYY}-{NNNN}" : typed;
        long counts = COUNT.matcher(pattern).results().count();
        boolean month = pattern.contains("{MM}") && !pattern.contains("{YY");
        boolean plain = PLAIN.matcher(PLACE.matcher(pattern).replaceAll("")).matches();
        if (counts != 1 || month || !plain || pattern.length() > LONGEST) {
            return Outcome.refused(Problem.at("series", "company.series_pattern", typed, "{NNNN}",
                    "{YYYY}, {YY}, {MM}"));
        }
        return Outcome.ok(new Series(name, pattern));
    }

    /** The period whose own count a document of {@code date} takes part in; empty where the count never starts anew. */
    public String period(LocalDate date) {
        if (pattern.contains("{MM}")) {
            return digits(date.getYear(), 4) + "-" + digits(date.getMonthValue(), 2);
        }
        return pattern.contains("{YY") ? digits(date.getYear(), 4) : "";
    }

    /** The number as printed. */
    public String number(LocalDate date, long count) {
        return COUNT.matcher(dated(date)).replaceFirst(place -> digits(count, place.group(1).length()));
    }

    /** The count in a number of this series and period; empty where it is not one of them. */
    public Optional<Long> count(LocalDate date, String number) {
        String digits = between(dated(date), number);
        return digits.matches("[0-9]{1,18}") && number(date, Long.parseLong(digits)).equals(number)
                ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static String between(String dated, String number) {
        String before = dated.substring(0, dated.indexOf('{'));
        String after = dated.substring(dated.indexOf('}') + 1);
        boolean fits = number.startsWith(before) && number.endsWith(after)
                && number.length() > before.length() + after.length();
        return fits ? number.substring(before.length(), number.length() - after.length()) : "";
    }

    private String dated(LocalDate date) {
        return pattern.replace("{YYYY}", digits(date.getYear(), 4))
                .replace("{YY}", digits(date.getYear() % 100, 2))
                .replace("{MM}", digits(date.getMonthValue(), 2));
    }

    private static String digits(long value, int atLeast) {
        return String.format(Locale.ROOT, "%0" + atLeast + "d", value);
    }
}
