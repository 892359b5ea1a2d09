package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenLanguageTest {

    private static Locale locale(String system, String chosen) {
        Preferences preferences = Preferences.forgetful();
        ScreenLanguage language = new ScreenLanguage(preferences, Locale.forLanguageTag(system));
        language.choose(chosen);
        return language.locale();
    }

    @Test
    void without_a_choice_the_screens_speak_as_the_system_does_where_they_can() {
        assertThat(new ScreenLanguage(Preferences.forgetful(), Locale.GERMANY).locale()).isEqualTo(Locale.GERMANY);
        assertThat(locale("es-MX", "")).isEqualTo(Locale.of("es", "MX"));
        assertThat(locale("ja-JP", "")).as("English where there is no such language").isEqualTo(Locale.of("en", "JP"));
    }

    @Test
    void a_choice_keeps_the_country_of_the_system_for_numbers_and_dates() {
        assertThat(locale("de-CH", "fr")).isEqualTo(Locale.of("fr", "CH"));
        assertThat(locale("de-CH", "de")).isEqualTo(Locale.of("de", "CH"));
        assertThat(locale("en-US", "de").getLanguage()).isEqualTo("de");
    }

    @Test
    void what_is_no_language_of_the_screens_counts_as_no_choice() {
        assertThat(locale("de-AT", "tlh")).isEqualTo(Locale.of("de", "AT"));
    }

    @Test
    void the_choice_is_kept_on_this_machine(@TempDir Path folder) {
        Path file = folder.resolve("window.properties");
        Preferences preferences = Preferences.in(file);
        new ScreenLanguage(preferences, Locale.UK).choose("es");
        preferences.save();
        assertThat(new ScreenLanguage(Preferences.in(file), Locale.UK).choice()).contains("es");
    }

    @Test
    void a_language_is_offered_by_its_own_name() {
        assertThat(ScreenLanguage.KNOWN.stream().map(ScreenLanguage::name)).containsExactly("English", "Deutsch", "Français", "Español");
    }
}
