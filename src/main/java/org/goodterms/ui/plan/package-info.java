/** The plan of reminders on screen: who is written to on a day, who is left alone and why, and sending what was approved. */
@NullMarked
package org.goodterms.ui.plan;

import org.jspecify.annotations.NullMarked;
