package org.goodterms.planted.ui.customer;

import org.goodterms.planted.ui.invoice.ScreenSendsMail;

/** Planted: a screen imports another. */
public final class ScreenKnowsScreen {
    ScreenSendsMail other;
}
