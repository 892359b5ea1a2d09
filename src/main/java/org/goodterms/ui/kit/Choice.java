package org.goodterms.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the values of a list to choose from are named on screen. */
public final class Choice {

    private Choice() {
    }

    /**
     * The names of values that are chosen and never typed.
     *
     * @param name what a value is called; not asked for where nothing is chosen, which shows as nothing
     */
    public static <T> StringConverter<T> named(Function<? super T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String shown) {
                throw new UnsupportedOperationException("chosen, never typed: " + shown);
            }
        };
    }
}
