package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.ScreenLanguage;
import org.junit.jupiter.api.Test;

/**
 * Every language of the screens says all that English says, with the same placeholders and choices, and in its own
 * words. What only the command line says is English in every language: that is its contract.
 */
class TranslationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final String COMMAND_LINE = "problem.cli.";
    private static final Properties ENGLISH = read("messages.properties");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,choice)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Names and signs that no language changes. */
    private static final Set<String> NAMES = Set.of("Good Terms", "{0} – Good Terms", "Esc", "IBAN", "PDF", "CSV", "UPI", "Pix",
            "IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX", "STARTTLS (587)", "TLS (465)", "Peppol BIS Billing 3", "XRechnung (CII)", "XRechnung (UBL)",
            "net 30, 2/10 net 30, eom …", "net 30, 2/10 net 30, eom, 50% net 10, 50% net 40 …");

    /** Words that a language happens to spell as English does. */
    private static final Map<String, Set<String>> ALIKE = Map.of(
            "de", Set.of("Bytes", "Code {0}", "Name", "Mail", "Website", "Modern", "Logo", "Port", "Bank", "Text", "Journal", "In Good Terms"),
            "fr", Set.of("Dossier", "Date", "Principal", "Code", "Code {0}", "E-mail", "Note", "Documents", "Message", "Messages", "Logo", "Port",
                    "Total", "Net", "Journal", "Pages", "Chance, %", "{0,choice,1#1 document|1<{0,number,integer} documents}"),
            "es", Set.of("Total", "Logo", "Principal", "Cheque"));

    private static Properties read(String file) {
        return parse(Sources.read(FOLDER.resolve(file)));
    }

    private static Properties parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    private static Map<String, Properties> translations() {
        Map<String, Properties> all = new TreeMap<>();
        for (String file : FOLDER.toFile().list((folder, name) -> name.matches("messages_[a-z]+[.]properties"))) {
            all.put(file.substring("messages_".length(), file.indexOf('.')), read(file));
        }
        return all;
    }

    private static Set<String> differences(Properties english, Properties other) {
        Set<String> found = new TreeSet<>();
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(other.stringPropertyNames());
        for (String key : keys) {
            String a = english.getProperty(key);
            String b = other.getProperty(key);
            if (key.startsWith(COMMAND_LINE)) {
                if (b != null) {
                    found.add(key + ": the command line speaks English");
                }
            } else if (a == null || b == null) {
                found.add(key + (a == null ? ": not in English" : ": missing, English is " + a));
            } else if (!places(a).equals(places(b))) {
                found.add(key + ": " + places(a) + " became " + places(b));
            }
        }
        return found;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> untranslated(Properties english, Properties other, Set<String> alike) {
        return other.stringPropertyNames().stream().filter(key -> other.getProperty(key).equals(english.getProperty(key)))
                .filter(key -> WORD.matcher(other.getProperty(key).replaceAll("\\{[^}]*}", "")).find())
                .filter(key -> !NAMES.contains(other.getProperty(key)) && !alike.contains(other.getProperty(key)))
                .map(key -> key + "=" + other.getProperty(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_language_of_the_screens_has_its_texts() {
        assertThat(translations().keySet()).as("messages_<language>.properties; English is messages.properties")
                .containsExactlyInAnyOrderElementsOf(ScreenLanguage.KNOWN.subList(1, ScreenLanguage.KNOWN.size()));
    }

    @Test
    void a_language_lacks_nothing_has_nothing_of_its_own_and_keeps_placeholders() {
        translations().forEach((language, texts) -> assertThat(differences(ENGLISH, texts))
                .as("write these into messages_" + language + ".properties, or take them out").isEmpty());
        assertThat(differences(parse("a=x {0}\nb=y\nd=z\ne={0,choice,0#n|1#m}"), parse("a=x {1}\nb=y\nc=z\ne={0}"))).hasSize(4);
        assertThat(differences(parse("problem.cli.x=y"), parse(""))).isEmpty();
        assertThat(differences(parse("problem.cli.x=y"), parse("problem.cli.x=z"))).hasSize(1);
    }

    @Test
    void a_language_says_it_in_its_own_words() {
        translations().forEach((language, texts) -> assertThat(untranslated(ENGLISH, texts, ALIKE.getOrDefault(language, Set.of())))
                .as("still English in messages_" + language + ".properties").isEmpty());
        assertThat(untranslated(parse("a=Undo\nb=PDF\nc={0}"), parse("a=Undo\nb=PDF\nc={0}"), Set.of())).containsExactly("a=Undo");
    }

    /** Formatting all of them once in German, French and Spanish costs milliseconds, no window is needed. */
    @Test
    void every_text_can_be_shown_and_loses_no_apostrophe() {
        translations().forEach((language, texts) -> texts.stringPropertyNames().forEach(key -> {
            String shown = new MessageFormat(texts.getProperty(key), Locale.of(language)).format(new Object[] {3, 3, 3, 3, 3, 3, 3, 3});
            assertThat(shown).as(language + ": " + key).doesNotContain("{3", "''").isNotBlank();
        }));
    }

    @Test
    void a_screen_asks_for_words_of_its_language_and_the_command_line_for_english_ones() {
        assertThat(Texts.of(Locale.GERMANY).get("screen.invoices")).isEqualTo("Rechnungen");
        assertThat(Texts.of(Locale.of("de", "CH")).get("screen.invoices")).isEqualTo("Rechnungen");
        assertThat(Texts.of(Locale.GERMANY).get("problem.cli.missing", "--on")).isEqualTo("The option --on is missing.");
        assertThat(Texts.of(Locale.UK).get("screen.invoices")).isEqualTo("Invoices");
        assertThat(Texts.of(Locale.ITALY).get("screen.invoices")).as("English where there is no such language").isEqualTo("Invoices");
    }
}
