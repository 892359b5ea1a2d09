package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.REMINDER_TEXT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.ReminderTextRecord;
import org.jspecify.annotations.Nullable;

/** The firm's own texts, to and from the table: versions are added, none is ever changed. */
final class TextStore {

    /** Every version, the oldest first. */
    List<StepText.Version> versions(Tx tx, Occasion occasion) {
        return tx.sql().selectFrom(REMINDER_TEXT).where(REMINDER_TEXT.STEP.eq(occasion.step().name()))
                .and(REMINDER_TEXT.TONE.eq(occasion.tone().word())).and(REMINDER_TEXT.LANGUAGE.eq(occasion.language()))
                .orderBy(REMINDER_TEXT.VERSION).fetch(TextStore::version);
    }

    /** What holds instead of the shipped text; empty where that holds. */
    Optional<StepText.Version> own(Tx tx, Occasion occasion) {
        List<StepText.Version> all = versions(tx, occasion);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()).filter(version -> version.wording() != null);
    }

    /** The same for every occasion at once. */
    Map<Occasion, StepText.Version> own(Tx tx) {
        Map<Occasion, StepText.Version> found = new HashMap<>();
        tx.sql().selectFrom(REMINDER_TEXT).orderBy(REMINDER_TEXT.VERSION).forEach(r -> found.put(new Occasion(Step.valueOf(r.getStep()),
                Tone.of(r.getTone()).orElseThrow(), r.getLanguage()), version(r)));
        found.values().removeIf(version -> version.wording() == null);
        return found;
    }

    private static StepText.Version version(ReminderTextRecord r) {
        return new StepText.Version(r.getVersion(), r.getSetOn(), r.getRemoved() ? null : new Wording(r.getSubject(), r.getBody()));
    }

    /** @param wording null: the shipped text holds again */
    void add(Tx tx, UUID id, Occasion occasion, LocalDate on, @Nullable Wording wording) {
        List<StepText.Version> all = versions(tx, occasion);
        tx.sql().insertInto(REMINDER_TEXT).set(REMINDER_TEXT.ID, id).set(REMINDER_TEXT.STEP, occasion.step().name())
                .set(REMINDER_TEXT.TONE, occasion.tone().word()).set(REMINDER_TEXT.LANGUAGE, occasion.language())
                .set(REMINDER_TEXT.VERSION, all.isEmpty() ? 1 : all.getLast().number() + 1).set(REMINDER_TEXT.SET_ON, on)
                .set(REMINDER_TEXT.REMOVED, wording == null).set(REMINDER_TEXT.SUBJECT, wording == null ? "" : wording.subject())
                .set(REMINDER_TEXT.BODY, wording == null ? "" : wording.text()).set(REMINDER_TEXT.RECORDED_AT, tx.now()).execute();
        tx.touched(StepText.class);
    }
}
