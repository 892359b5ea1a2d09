/** Files of other programs brought in on screen: chosen, looked at, columns to fields, tried, imported. */
@NullMarked
package org.goodterms.ui.intake;

import org.jspecify.annotations.NullMarked;
