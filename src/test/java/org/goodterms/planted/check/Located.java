package org.goodterms.planted.check;

/** Planted: a service locator. */
public final class Located {
    Object found = java.util.ServiceLoader.load(Runnable.class);
}
