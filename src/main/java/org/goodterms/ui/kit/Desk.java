package org.goodterms.ui.kit;

import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Texts;

/**
 * What lies ready for every screen: how to run work, to go elsewhere, to say something over the window, to write values,
 * what is remembered, and what has changed in the books.
 */
public record Desk(Tasks tasks, Navigator navigator, Overlay overlay, Formats formats, Preferences preferences,
                   Changes changes) {

    public Texts texts() {
        return formats.texts();
    }
}
