package org.goodterms.reminder;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts that come with the program, and how a text is filled: without logic, over strings and lists alone. */
final class TemplateService {
    private TemplateService() {
    }

    /** Subject and text with their placeholders; the usual tone where there is none of its own; empty for another language. */
    static Optional<Wording> of(Occasion occasion) {
        String name = "reminder-" + occasion.step().name().toLowerCase(Locale.ROOT);
        Optional<String> own = occasion.tone() == Tone.USUAL ? Optional.empty() : file(name + "-" + occasion.tone().word(), occasion.language());
        return own.or(() -> file(name, occasion.language())).map(TemplateService::read);
    }

    /** Subject in the first line, the text below it. */
    static Wording read(String file) {
        String text = file.replace("\r\n", "\n");
        int end = text.indexOf('\n');
        return end < 0 ? new Wording(text.strip(), "") : new Wording(text.substring(0, end).strip(), text.substring(end).strip() + "\n");
    }

    static Mustache.Compiler compiler(String language) {
        return Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).strictSections(true)
                .withLoader(name -> new StringReader(file("reminder-" + name, language).orElse("")));
    }

    /** @throws MustacheException where something in it is not among the facts */
    static Wording fill(Wording template, String language, Map<String, Object> facts) {
        Mustache.Compiler compiler = compiler(language);
        return new Wording(compiler.compile(template.subject()).execute(facts).strip(),
                compiler.compile(template.text()).execute(facts).replaceAll("\n{3,}", "\n\n").strip() + "\n");
    }

    /** A part ({@code items}, {@code pay}) as it stands in a text; empty in a language without it. */
    static String part(String name, String language, Map<String, Object> facts) {
        return file("reminder-" + name, language).map(text -> compiler(language).compile(text).execute(facts).strip()).orElse("");
    }

    private static Optional<String> file(String name, String language) {
        try (InputStream in = TemplateService.class.getResourceAsStream("/mail/" + name + "." + language + ".mustache")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
