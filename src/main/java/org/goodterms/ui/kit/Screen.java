package org.goodterms.ui.kit;

import java.util.List;
import javafx.scene.Node;
import org.goodterms.kernel.Texts;

/** One page of the window. The window knows nothing else of it. */
public interface Screen {

    /** Its name, a key of the text bundle. */
    String titleKey();

    /** The name shown: of a customer's page the customer's name. */
    default String title(Texts texts) {
        return texts.get(titleKey());
    }

    /** Its content; always the same node. */
    Node node();

    /** It is on the window now, for the first time or again: load, listen. */
    default void onShow() {
    }

    /** It is no longer on the window: stop listening. */
    default void onHide() {
    }

    /** What can be done here, for keys and the command palette. The first with {@link Shortcut#NEW} answers Ctrl+N, and so on. */
    default List<Action> actions() {
        return List.of();
    }

    /** Where typing goes when the screen appears. */
    default Node firstFocus() {
        return node();
    }
}
