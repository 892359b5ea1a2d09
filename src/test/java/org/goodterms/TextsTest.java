package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.Sources.Source;
import org.junit.jupiter.api.Test;

/** Every word the program can ask for is there, and no word is left over; {@link TranslationsTest} looks at the other languages. */
class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final String FIRST = "messages.properties";
    private static final List<Source> HOUSE = Sources.under(Sources.MAIN);
    private static final Map<String, Properties> BUNDLES = bundles();

    private static final Pattern PROBLEM = Pattern.compile("Problem\\s*\\.\\s*(?:of\\(|at\\((?:\"[^\"]*\"|[^\"(),]+"
            + "(?:\\([^()]*\\))?),)\\s*\"([a-z0-9_.]+)\"");
    private static final Pattern CODE = Pattern.compile("\"([a-z_]+\\.[a-z0-9_]+)\"");
    private static final Pattern ASKED = Pattern.compile("\\b(?:texts|words|text)(?:\\(\\))?\\s*\\.\\s*(?:get|has)\\("
            + "\\s*\"([A-Za-z0-9_.]+)\"\\s*[,)]");
    private static final Pattern DOTTED = Pattern.compile("\"([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*\\.?)\"");

    private static Map<String, Properties> bundles() {
        Map<String, Properties> all = new TreeMap<>();
        for (String file : FOLDER.toFile().list((d, n) -> n.startsWith("messages") && n.endsWith(".properties"))) {
            all.put(file, parse(Sources.read(FOLDER.resolve(file))));
        }
        return all;
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

    private static Set<String> keys(String bundle) {
        return new TreeSet<>(BUNDLES.get(bundle).stringPropertyNames());
    }

    @Test
    void the_scan_found_texts_and_codes() {
        assertThat(BUNDLES).containsKey(FIRST);
        assertThat(codes(List.of(Source.of("a/A.java", "Problem.at(\"amount\", \"payment.too_much\", max)")), Set.of()))
                .containsExactly("payment.too_much");
        assertThat(codes(List.of(Source.of("a/A.java", "Problem.at(line(i),\n    \"invoice.no_text\")")), Set.of()))
                .containsExactly("invoice.no_text");
        assertThat(codes(List.of(Source.of("a/A.java", "Problem.of(\"payment.too_late\")")), Set.of()))
                .containsExactly("payment.too_late");
    }

    @Test
    void every_problem_has_its_text() {
        assertThat(withoutText(codes(HOUSE, keys(FIRST)), keys(FIRST)))
                .as("write problem.<code>= into messages.properties: name the value and what would be accepted").isEmpty();
        assertThat(withoutText(Set.of("payment.too_much"), Set.of("problem.payment.other")))
                .containsExactly("problem.payment.too_much");
    }

    private static Set<String> withoutText(Set<String> codes, Set<String> keys) {
        return codes.stream().map(c -> "problem." + c).filter(k -> !keys.contains(k))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_problem_text_is_used() {
        assertThat(leftOver(keys(FIRST), codes(HOUSE, keys(FIRST))))
                .as("no source makes this problem: take the text out, or write the code as a literal").isEmpty();
        assertThat(leftOver(Set.of("problem.a.b", "problem.a.c"), Set.of("a.c"))).containsExactly("problem.a.b");
    }

    private static Set<String> leftOver(Set<String> keys, Set<String> codes) {
        return keys.stream().filter(k -> k.startsWith("problem.") && !codes.contains(k.substring("problem.".length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes in {@code Problem.of/at("…")}, and any literal that is the code of a known text. */
    private static Set<String> codes(Collection<Source> sources, Set<String> keys) {
        Set<String> codes = new TreeSet<>();
        for (Source s : sources) {
            PROBLEM.matcher(s.text()).results().map(m -> m.group(1)).forEach(codes::add);
            CODE.matcher(s.text()).results().map(m -> m.group(1)).filter(c -> keys.contains("problem." + c))
                    .forEach(codes::add);
        }
        return codes;
    }

    @Test
    void every_text_asked_for_is_there() {
        assertThat(missing(HOUSE, keys(FIRST))).as("write the key into messages.properties").isEmpty();
        assertThat(missing(List.of(Source.of("a/A.java", "texts.get(\"a.b\", 1)")), Set.of("a.c")))
                .containsExactly("a.b (a/A.java)");
    }

    private static Set<String> missing(Collection<Source> sources, Set<String> keys) {
        return sources.stream().flatMap(s -> ASKED.matcher(s.text()).results().map(m -> m.group(1))
                .filter(k -> !keys.contains(k)).map(k -> k + " (" + s.name() + ")"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of the program may stand alone; what is said more of a key (.more, .tip) goes with it. A key counts as used where it, or a beginning of it that ends with a dot, stands in the sources as a literal. */
    @Test
    void every_text_is_used() {
        assertThat(unused(keys(FIRST), HOUSE)).as("nobody asks for these: take them out (built keys need their beginning,"
                + " with its dot, as a literal)").isEmpty();
        assertThat(unused(Set.of("a.b", "x.one", "c.d"), List.of(
                Source.of("a/A.java", "texts.get(\"a.b\") + texts.get(\"x.\" + name)")))).containsExactly("c.d");
    }

    private static Set<String> unused(Set<String> keys, Collection<Source> sources) {
        Set<String> literals = sources.stream().flatMap(s -> DOTTED.matcher(s.text()).results())
                .map(m -> m.group(1)).collect(Collectors.toSet());
        return keys.stream().filter(k -> !k.startsWith("problem.") && !k.equals("app.name") && !literals.contains(k)
                && !literals.contains(k.replaceFirst("\\.(more|tip)$", ""))
                && beginnings(k).noneMatch(literals::contains)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> beginnings(String key) {
        return Stream.iterate(key.lastIndexOf('.'), i -> i > 0, i -> key.lastIndexOf('.', i - 1))
                .map(i -> key.substring(0, i + 1));
    }

    @Test
    void every_text_can_be_formatted() {
        BUNDLES.forEach((bundle, texts) -> texts.stringPropertyNames().forEach(key ->
                assertThat(unreadable(texts.getProperty(key))).as(bundle + ": " + key).isEmpty()));
        assertThat(unreadable("it's {0}")).isNotEmpty();
        assertThat(unreadable("it''s {0}")).isEmpty();
    }

    /** A single ' eats the placeholders behind it: MessageFormat wants it doubled. */
    private static String unreadable(String text) {
        Object[] args = Stream.generate(() -> 7).limit(10).toArray();
        try {
            new MessageFormat(text).format(args);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        boolean lonely = Arrays.stream(text.split("''", -1)).anyMatch(part -> part.contains("'")
                && !part.matches("(?s)[^']*(?:'[{}]+'[^']*)+"));
        return lonely ? "double the ' (MessageFormat): " + text : "";
    }
}
