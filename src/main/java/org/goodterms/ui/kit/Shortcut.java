package org.goodterms.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that mean the same everywhere in the program (Command takes the place of Ctrl on a Mac). */
public enum Shortcut {
    NEW(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN)),
    FIND(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN)),
    PRINT(new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN)),
    COMMIT(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)),
    PALETTE(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN)),
    SAVE(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
    EXPORT(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN)),
    PAY(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
    RELOAD(new KeyCodeCombination(KeyCode.F5)),
    BACK(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN)),
    HELP(new KeyCodeCombination(KeyCode.F1));

    private final KeyCodeCombination keys;

    Shortcut(KeyCodeCombination keys) {
        this.keys = keys;
    }

    public KeyCodeCombination keys() {
        return keys;
    }

    /** As it stands on a button's tip: {@code Ctrl+N}. */
    public String shown() {
        return keys.getDisplayText();
    }

    /** The text key of what it does. */
    public String textKey() {
        return "shortcut." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
