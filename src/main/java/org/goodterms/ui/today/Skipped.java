package org.goodterms.ui.today;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.goodterms.ui.kit.Preferences;

/** What was passed over today, remembered on this machine until the day is over. */
final class Skipped {
    private static final String KEY = "today.skipped";
    private final Preferences preferences;

    Skipped(Preferences preferences) {
        this.preferences = preferences;
    }

    Set<String> on(LocalDate day) {
        String[] kept = preferences.get(KEY).orElse("").split(" ");
        return kept[0].equals(day.toString()) ? new LinkedHashSet<>(Arrays.asList(kept).subList(1, kept.length))
                : new LinkedHashSet<>();
    }

    void add(LocalDate day, String key) {
        Set<String> all = on(day);
        all.add(key);
        preferences.put(KEY, day + " " + String.join(" ", all));
    }

    /** Everything passed over comes back. */
    void clear() {
        preferences.put(KEY, "");
    }
}
