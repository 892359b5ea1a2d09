package org.goodterms.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * What a text is for.
 *
 * @param step     one that is written
 * @param language such as {@code de}
 */
public record Occasion(Step step, Tone tone, String language) {
    /** The languages in which texts are shipped. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
    private static final List<Step> STEPS = List.of(Step.C, Step.D, Step.R1, Step.R2, Step.R3, Step.F);

    /** The steps that are written, in their order. */
    public static List<Step> steps() {
        return STEPS;
    }

    /** Every occasion, by step, tone and language. */
    public static List<Occasion> all() {
        List<Occasion> all = new ArrayList<>();
        STEPS.forEach(step -> List.of(Tone.values()).forEach(tone -> LANGUAGES.forEach(language -> all.add(new Occasion(step, tone, language)))));
        return all;
    }

    /** As typed; refused where one of the three is not among those there are. */
    public static Outcome<Occasion> read(String step, String tone, String language) {
        Optional<Step> known = Step.of(step.toUpperCase(Locale.ROOT)).filter(STEPS::contains);
        if (known.isEmpty()) {
            return Outcome.refused(Problem.at("step", "reminder.text_step", step));
        }
        Optional<Tone> spoken = Tone.of(tone);
        if (spoken.isEmpty()) {
            return Outcome.refused(Problem.at("tone", "reminder.text_tone", tone));
        }
        String tongue = language.strip().toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(tongue) ? Outcome.ok(new Occasion(known.get(), spoken.get(), tongue))
                : Outcome.refused(Problem.at("language", "reminder.text_language", language));
    }
}
