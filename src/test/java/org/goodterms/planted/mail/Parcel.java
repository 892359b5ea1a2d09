package org.goodterms.planted.mail;

/** Planted: machinery others misuse. */
public final class Parcel {
}
