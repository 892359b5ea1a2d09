package org.goodterms.invoice;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
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

    /** @param language a BCP 47 tag; numbers and dates are written as it says */
    public static DocumentWords of(String language) {
        Locale locale = Locale.forLanguageTag(language);
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, control);
        boolean own = words.getLocale().getLanguage().equals(locale.getLanguage());
        return new DocumentWords(words, own ? locale : Locale.forLanguageTag("en-GB"));
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
                case Object other -> other.toString();
            };
        }
        return new MessageFormat(bundle.getString(key), locale).format(shown);
    }

    /** With its currency: {@code 1,190.00 EUR}. */
    public String amount(Money money) {
        return MoneyText.withCode(money, locale);
    }

    /** Without: {@code 1,190.00}. */
    public String plain(Money money) {
        return MoneyText.grouped(money, locale);
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }
}
