package org.goodterms.planted.ui.invoice;

import org.goodterms.planted.mail.Parcel;

/** Planted: a screen knows machinery. */
public final class ScreenSendsMail {
    Parcel parcel;
}
