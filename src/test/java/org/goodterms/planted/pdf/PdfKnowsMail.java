package org.goodterms.planted.pdf;

import org.goodterms.planted.mail.Parcel;

/** Planted: machinery knows other machinery. */
public record PdfKnowsMail(Parcel parcel) {
}
