/** Reminders on screen: one written by hand and read before it goes. */
@NullMarked
package org.goodterms.ui.reminder;

import org.jspecify.annotations.NullMarked;
