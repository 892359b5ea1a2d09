/** Follow-ups on screen: what is due, made, done with a result, postponed, opened again. */
@NullMarked
package org.goodterms.ui.followup;

import org.jspecify.annotations.NullMarked;
