package org.goodterms.ui.kit;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do: as a button, from the command palette and by its keys.
 *
 * @param textKey  its name; {@code textKey + ".tip"} may say more
 * @param icon     an icon literal such as {@code fth-plus}
 * @param shortcut its keys, or none
 * @param disabled while true it cannot be done; null where it always can
 */
public record Action(String textKey, String icon, @Nullable Shortcut shortcut,
                     @Nullable ObservableValue<Boolean> disabled, Runnable act) {

    public static Action of(String textKey, String icon, Runnable act) {
        return new Action(textKey, icon, null, null, act);
    }

    public Action on(Shortcut keys) {
        return new Action(textKey, icon, keys, disabled, act);
    }

    public Action disabledWhile(ObservableValue<Boolean> condition) {
        return new Action(textKey, icon, shortcut, condition, act);
    }

    public boolean possible() {
        return disabled == null || !Boolean.TRUE.equals(disabled.getValue());
    }

    /** Does it, unless it is not possible now. */
    public void run() {
        if (possible()) {
            act.run();
        }
    }
}
