/** The settings on screen: the firm, its documents and numbers, taxes, how it is paid, its mail, the look of the window. */
@NullMarked
package org.goodterms.ui.settings;

import org.jspecify.annotations.NullMarked;
