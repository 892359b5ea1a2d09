package org.goodterms.kernel;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Money as text: plain for files and commands ({@code 1190.00}), grouped for people ({@code 1,190.00}). */
public final class MoneyText {
    private static final int LARGEST_DIGITS = 15;

    private MoneyText() {
    }

    /** Digits, point and exactly the decimals of the currency: {@code "1190.00"}, JPY {@code "1190"}. */
    public static String plain(Money money) {
        return money.getAmount().toPlainString();
    }

    /**
     * Reads {@link #plain}; fewer decimals are filled up, more are refused (never rounded).
     *
     * @return empty where the text is no amount of that currency, or has more than 15 digits
     */
    public static Optional<Money> parse(String text, CurrencyUnit currency) {
        String trimmed = text.strip();
        if (!trimmed.matches("[+-]?\\d{1," + LARGEST_DIGITS + "}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(trimmed);
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()
                || amount.precision() - amount.scale() + currency.getDecimalPlaces() > LARGEST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(Money.of(currency, amount.setScale(currency.getDecimalPlaces())));
    }

    /** The currency of a code such as {@code EUR}; empty where ISO 4217 has none. */
    public static Optional<CurrencyUnit> currency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }

    /** Grouped as the locale does, without currency: {@code 1,190.00}, {@code 1.190,00}, {@code 1 190,00}. */
    public static String grouped(Money money, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String digits = money.getAmount().abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder text = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            text.insert(i, symbols.getGroupingSeparator());
        }
        if (point >= 0) {
            text.append(symbols.getDecimalSeparator()).append(digits, point + 1, digits.length());
        }
        return (money.isNegative() ? "-" : "") + text;
    }

    /** {@link #grouped} with the currency's code behind a no-break space: {@code 1,190.00 EUR}. */
    public static String withCode(Money money, Locale locale) {
        return grouped(money, locale) + '\u00A0' + money.getCurrencyUnit().getCode();
    }
}
