package org.goodterms.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of the screens: as the system has it, or as the user has fixed it on this machine. Numbers and dates
 * take the form of that language in the country of the system, by CLDR: German in Switzerland is not German in Austria.
 * Documents have a language of their own, and the command line is English always.
 */
public final class ScreenLanguage {
    /** The languages that there are screens in; the first is the one for everybody else. */
    public static final List<String> KNOWN = List.of("en", "de", "fr", "es");
    private static final String KEY = "window.language";
    private final Preferences preferences;
    private final Locale system;

    public ScreenLanguage(Preferences preferences, Locale system) {
        this.preferences = preferences;
        this.system = system;
    }

    /** One of {@link #KNOWN}; empty means as the system has it. A language that is not known counts as that too. */
    public Optional<String> choice() {
        return preferences.get(KEY).filter(KNOWN::contains);
    }

    /** @param language one of {@link #KNOWN}; empty for the system's */
    public void choose(String language) {
        preferences.put(KEY, language);
    }

    /** The language the screens are in, with the country of the system. */
    public Locale locale() {
        String own = system.getLanguage();
        String language = choice().orElse(KNOWN.contains(own) ? own : KNOWN.getFirst());
        return language.equals(own) ? system : Locale.of(language, system.getCountry());
    }

    /** What a language calls itself. */
    public static String name(String language) {
        Locale locale = Locale.of(language);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
