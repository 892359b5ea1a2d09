package org.goodterms.invoice;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.goodterms.kernel.MoneyText;
import org.joda.money.Money;

/** The words of documents in the language of their reader; English where the language has none. */
public final class DocumentWords {
    private static final String BUNDLE = "i18n.documents";
    private final ResourceBundle bundle;
    private final Locale locale;

    private DocumentWords(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * @param language a BCP 47 tag; numbers and dates are written as it says
     * @param country  of the firm: English of a firm in North America is written the American way, else the British
     */
    public static DocumentWords of(String language, String country) {
        Locale asked = Locale.forLanguageTag(language);
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, asked, control);
        boolean own = words.getLocale().getLanguage().equals(asked.getLanguage()) && !asked.getLanguage().equals("en")
                || !asked.getCountry().isEmpty() && asked.getLanguage().equals("en");
        Locale english = Locale.forLanguageTag(Set.of("US", "CA").contains(country) ? "en-US" : "en-GB");
        return new DocumentWords(words, own ? asked : english);
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The words of {@code key}; money, dates and numbers among {@code args} are written for the reader. */
    public String say(String key, Object... args) {
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = switch (args[i]) {
                case Money money -> amount(money);
                case LocalDate date -> date(date);
                case BigDecimal number -> number(number);
                case Object other -> other.toString();
            };
        }
        return new MessageFormat(bundle.getString(key), locale).format(shown);
    }

    /** The words as they stand, placeholders included. */
    public String raw(String key) {
        return bundle.getString(key);
    }

    /** What the tax on sales is called in a country. */
    public String tax(String country) {
        String own = "tax.name." + country;
        return say(has(own) ? own : "tax.name");
    }

    /** With its currency: {@code 1,190.00 EUR}. */
    public String amount(Money money) {
        return MoneyText.withCode(money, locale);
    }

    /** A quantity, price or percent with the decimals it has: {@code 2,500.25}. */
    public String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale));
        return format.format(number);
    }

    /** As {@link #number}, with at least the decimals of the currency: a price of {@code 12.50} or {@code 1.2345}. */
    public String price(BigDecimal price, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(decimals);
        return format.format(price);
    }

    /** Without: {@code 1,190.00}. */
    public String plain(Money money) {
        return MoneyText.grouped(money, locale);
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** {@code 2 Mar 2026}, {@code 02.03.2026}. */
    public String shortDate(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }
}
