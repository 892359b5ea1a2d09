/** The outbox on screen: what waits to be sent or needs a decision, each message as its reader sees it. */
@NullMarked
package org.goodterms.ui.outbox;

import org.jspecify.annotations.NullMarked;
