/**
 * The window around the screens: side bar, search and command palette, status strip, keys, light and dark. Knows
 * {@link org.goodterms.ui.kit.Screen} and no room; what it shows of the books is handed in as numbers and functions.
 */
@NullMarked
package org.goodterms.ui.shell;

import org.jspecify.annotations.NullMarked;
