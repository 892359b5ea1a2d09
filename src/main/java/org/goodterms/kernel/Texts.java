package org.goodterms.kernel;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.joda.money.Money;

/**
 * The words of one language. Keys are dotted by room; placeholders are those of {@link MessageFormat}. Money is shown
 * as in {@link MoneyText}, dates in the medium form of the locale.
 */
public final class Texts {
    private static final String BUNDLE = "i18n.messages";
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** Texts for {@code locale}; English where the language has none. */
    public static Texts of(Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BUNDLE, locale, control), locale);
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of {@code key}; the key itself where it is missing, so that a screen never fails over a word. */
    public String get(String key, Object... args) {
        if (!bundle.containsKey(key)) {
            return key;
        }
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = show(args[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(shown);
    }

    /** The sentence of a problem, without its field. */
    public String of(Problem problem) {
        return get("problem." + problem.code(), problem.args().toArray());
    }

    private Object show(Object arg) {
        return switch (arg) {
            case Money money -> MoneyText.withCode(money, locale);
            case LocalDate date -> date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
            case Long number -> number;
            case Integer number -> number;
            default -> arg.toString();
        };
    }
}
