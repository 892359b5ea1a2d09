package org.goodterms.ui.kit;

import javafx.scene.control.Label;

/** A word in a tinted pill: what state something is in. */
public final class StatusPill extends Label {

    /** What a state means for the user; gives the tint. */
    public enum Tone {
        /** Nothing to say: draft, void. */
        QUIET,
        /** Under way: open, planned. */
        CALM,
        /** Done well: paid, sent. */
        GOOD,
        /** Wants a look: due soon, partly paid, disputed. */
        WATCH,
        /** Wants an act: overdue, failed. */
        BAD
    }

    public StatusPill(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("pill", "pill-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
    }
}
