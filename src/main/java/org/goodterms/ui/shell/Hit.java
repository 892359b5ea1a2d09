package org.goodterms.ui.shell;

import org.goodterms.ui.kit.Place;

/**
 * Something that a search found.
 *
 * @param icon  an icon literal
 * @param title its name or number
 * @param more  what helps to tell it from others; may be empty
 * @param place where it is shown
 */
public record Hit(String icon, String title, String more, Place place) {
}
