package org.goodterms.ui.kit;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Values as the owner of the program reads and types them: her language, her number and date forms, her zone. Reading
 * is tolerant and never rounds; what cannot be read is empty, never an exception.
 */
public final class Formats {
    private static final int LARGEST_DECIMALS = 10;
    private static final int LARGEST_DIGITS = 15;
    private final Texts texts;
    private final Clock clock;
    private final Locale locale;
    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDays;
    private final DateTimeFormatter instants;
    private final DateText dateText;

    /** @param clock gives today in the zone of the book */
    public Formats(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        this.locale = texts.locale();
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.shortDays = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        this.instants = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale).withZone(clock.getZone());
        this.dateText = new DateText(locale);
    }

    public Texts texts() {
        return texts;
    }

    public Locale locale() {
        return locale;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The sum alone, {@code 1,190.00}; empty for null. */
    public String amount(@Nullable Money money) {
        return money == null ? "" : MoneyText.grouped(money, locale).replace("-", "\u2212");
    }

    /** With the currency's code: {@code 1,190.00 EUR}; empty for null. */
    public String money(@Nullable Money money) {
        return money == null ? "" : amount(money) + '\u00A0' + money.getCurrencyUnit().getCode();
    }

    /** In the locale's medium form: {@code Mar 15, 2026}; empty for null. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(dates);
    }

    /** Day and month where the year is this year's, else the whole date. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : date.getYear() == today().getYear() ? date.format(shortDays) : date(date);
    }

    /** Today, tomorrow, yesterday, "in 4 days", "12 days ago": up to two weeks off; further away the day. */
    public String near(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        long days = date.toEpochDay() - today().toEpochDay();
        if (Math.abs(days) > 14) {
            return day(date);
        }
        return days == 0 ? texts.get("date.today") : days == 1 ? texts.get("date.tomorrow")
                : days == -1 ? texts.get("date.yesterday") : days > 0 ? texts.get("date.in", days)
                : texts.get("date.ago", -days);
    }

    /** Date and time in the book's zone; empty for null. */
    public String instant(@Nullable Instant instant) {
        return instant == null ? "" : instants.format(instant);
    }

    /** The day it was in the book's zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** All its decimals, grouped; empty for null. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@code 0.19} as {@code 19%}; at most two decimals. */
    public String percent(@Nullable BigDecimal part) {
        if (part == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(part);
    }

    /** Reads a date: see {@link DateText}. */
    public Optional<LocalDate> parseDate(String text) {
        return dateText.parse(text, today(), texts);
    }

    /** A date as it would be typed, for messages: {@code 3/15/2026}. */
    public String dateExample() {
        return dateText.example(today());
    }

    /** A short date for fields: all digits and with four digits of the year. */
    public String dateTyped(@Nullable LocalDate date) {
        return date == null ? "" : dateText.typed(date);
    }

    /**
     * Reads a decimal number in the locale's form, with or without grouping. A lone separator of the other kind is
     * understood where it cannot mean grouping: "3.5" is three and a half in Germany too, "1.234" is not 1.234.
     */
    public Optional<BigDecimal> parseNumber(String text) {
        String plain = text.strip().replace('\u2212', '-').replace("\u00A0", "").replace("\u202F", "")
                .replace(" ", "").replace("'", "").replace("\u2019", "");
        char point = symbols.getDecimalSeparator();
        char group = point == ',' ? '.' : ',';
        if (plain.indexOf(point) < 0 && plain.matches("[-+]?\\d*[" + group + "]\\d{1,2}|[-+]?0*[" + group + "]\\d+")) {
            plain = plain.replace(group, point);
        }
        String grouped = "[-+]?\\d{1,3}(\\" + group + "\\d{2,3})+(\\" + point + "\\d*)?";
        if (plain.matches(grouped)) {
            plain = plain.replace(String.valueOf(group), "");
        }
        plain = plain.replace(point, '.');
        if (!plain.matches("[-+]?(\\d{1," + LARGEST_DIGITS + "}\\.?\\d{0," + LARGEST_DECIMALS + "}|\\.\\d{1,"
                + LARGEST_DECIMALS + "})")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
    }

    /** Reads an amount; the currency's code or sign around it is ignored. More decimals than the currency has are refused. */
    public Optional<Money> parseMoney(String text, CurrencyUnit currency) {
        String bare = text.strip();
        for (String sign : new String[] {currency.getCode(), currency.getSymbol(locale), currency.getSymbol()}) {
            bare = bare.startsWith(sign) ? bare.substring(sign.length()).strip() : bare;
            bare = bare.endsWith(sign) ? bare.substring(0, bare.length() - sign.length()).strip() : bare;
        }
        return parseNumber(bare)
                .map(BigDecimal::stripTrailingZeros)
                .flatMap(number -> MoneyText.parse(number.toPlainString(), currency));
    }

    /** A number as it stands in a field: no grouping, the locale's point. */
    public String numberTyped(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('.', symbols.getDecimalSeparator());
    }

    /** Two decimals in the locale's form, for messages: {@code 1,190.00}. */
    public String numberExample() {
        return new DecimalFormat("#,##0.00", symbols).format(new BigDecimal("1190"));
    }
}
