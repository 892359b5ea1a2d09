package org.goodterms.planted.secret;

/** Planted: an interface with one implementation. */
public interface Port {
    /** Planted: the only implementation. */
    final class OnlyOne implements Port {
    }
}
