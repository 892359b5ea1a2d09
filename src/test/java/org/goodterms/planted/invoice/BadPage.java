package org.goodterms.planted.invoice;

import org.goodterms.planted.mail.Parcel;

/** Planted: a page holds machinery that is no record. */
public record BadPage(Parcel parcel) {
}
