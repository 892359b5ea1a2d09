package org.goodterms.ui.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.Occasion;
import org.goodterms.reminder.Step;
import org.goodterms.reminder.StepText;
import org.goodterms.reminder.TextService;
import org.goodterms.reminder.Tone;
import org.goodterms.reminder.Wording;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** A text of a reminder being edited; what was typed for another step is kept until the screen is left. */
final class TextsViewModel {
    private final Desk desk;
    private final TextService texts;
    private final Map<Occasion, Wording> drafts = new HashMap<>();
    private Occasion occasion;
    final StringProperty subject = new SimpleStringProperty("");
    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<@Nullable StepText> stored = new SimpleObjectProperty<>();
    final ObjectProperty<TextService.@Nullable Proof> shown = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    TextsViewModel(Desk desk, TextService texts) {
        this.desk = desk;
        this.texts = texts;
        this.occasion = new Occasion(Step.R1, Tone.USUAL, first(desk.texts().locale().getLanguage()));
    }

    private static String first(String language) {
        return Occasion.LANGUAGES.contains(language) ? language : Occasion.LANGUAGES.getFirst();
    }

    Occasion occasion() {
        return occasion;
    }

    private Wording typed() {
        return new Wording(Objects.requireNonNullElse(subject.get(), ""), Objects.requireNonNullElse(text.get(), ""));
    }

    /** Whether what is typed is not what holds. */
    boolean changed() {
        StepText now = stored.get();
        return now != null && !(typed().subject().strip().equals(now.wording().subject().strip())
                && typed().text().strip().equals(now.wording().text().strip()));
    }

    void choose(Occasion other) {
        if (changed()) {
            drafts.put(occasion, typed());
        }
        occasion = other;
        load();
    }

    void load() {
        Occasion asked = occasion;
        desk.tasks().load(stored, progress -> texts.text(asked), this::show);
    }

    private void show(StepText found) {
        stored.set(found);
        Wording wording = drafts.getOrDefault(found.occasion(), found.wording());
        subject.set(wording.subject());
        text.set(wording.text().stripTrailing());
        proof();
    }

    /** Reads the text on an open invoice, or says what speaks against it. */
    void proof() {
        Occasion asked = occasion;
        Wording typed = typed();
        desk.tasks().load(shown, progress -> texts.proof(asked, typed), outcome -> {
            problems.set(outcome.problems());
            if (outcome instanceof Outcome.Ok<TextService.Proof>(TextService.Proof proof)) {
                shown.set(proof);
            }
        });
    }

    void save() {
        Occasion asked = occasion;
        Wording typed = typed();
        desk.tasks().run("policy.text.save", progress -> texts.save(asked, typed), this::kept, problems::set);
    }

    void reset() {
        Occasion asked = occasion;
        desk.tasks().run("policy.text.save", progress -> texts.reset(asked), this::kept, problems::set);
    }

    private void kept(StepText now) {
        drafts.remove(now.occasion());
        desk.overlay().toast(desk.texts().get("policy.text.saved"));
        if (now.occasion().equals(occasion)) {
            show(now);
        }
    }
}
