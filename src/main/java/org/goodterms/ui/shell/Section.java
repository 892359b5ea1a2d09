package org.goodterms.ui.shell;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.goodterms.ui.kit.Place;

/**
 * An entry of the side bar.
 *
 * @param name    the section of its screens, as given to the navigator
 * @param textKey its name
 * @param icon    an icon literal
 * @param place   where it leads
 * @param waiting how many things wait there; nothing is shown for 0
 * @param urgent  whether what waits is late
 */
public record Section(String name, String textKey, String icon, Place place, IntegerProperty waiting, boolean urgent) {

    public static Section of(String name, String textKey, String icon) {
        return new Section(name, textKey, icon, Place.of(name), new SimpleIntegerProperty(), false);
    }

    /** Its number is shown in red. */
    public Section asUrgent() {
        return new Section(name, textKey, icon, place, waiting, true);
    }
}
