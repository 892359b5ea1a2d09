package org.goodterms.planted.invoice;

import org.goodterms.planted.mail.Parcel;

/** Planted: a rule uses machinery. */
public record RuleUsesMachinery(Parcel parcel) {
}
