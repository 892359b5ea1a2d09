package org.goodterms.ui.kit;

import org.jspecify.annotations.Nullable;

/**
 * Where to go: the kind of screen and what it is about. By it the screens of one feature lead to those of another
 * without knowing them.
 *
 * @param kind  such as {@code customers}, {@code customer}, {@code invoice.new}
 * @param about usually the id; null for a list
 */
public record Place(String kind, @Nullable Object about) {

    public static Place of(String kind) {
        return new Place(kind, null);
    }

    public static Place of(String kind, Object about) {
        return new Place(kind, about);
    }

    /** What it is about, as the type that the screen expects. */
    public <T> T about(Class<T> type) {
        return type.cast(about);
    }
}
