package org.goodterms.check;

/**
 * What one check found.
 *
 * @param name   stays the same from version to version
 * @param detail how much was looked at, or the first thing that is wrong
 */
public record Finding(String name, boolean ok, String detail) {

    static Finding good(String name, String looked) {
        return new Finding(name, true, looked);
    }

    static Finding bad(String name, String first) {
        return new Finding(name, false, first);
    }
}
