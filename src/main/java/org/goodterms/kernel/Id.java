package org.goodterms.kernel;

import java.util.UUID;

/** The identity of one {@code T}: a UUID that cannot be handed where the id of another kind of thing is meant. */
public record Id<T>(UUID value) {

    public static <T> Id<T> of(UUID value) {
        return new Id<>(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
