package org.goodterms.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What came of an act: its result, or the reasons for which a rule refused it. A refusal is an answer, not an error:
 * it has changed nothing.
 */
public sealed interface Outcome<T> {

    record Ok<T>(T value) implements Outcome<T> {
    }

    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its reason");
            }
            problems = List.copyOf(problems);
        }
    }

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Outcome<T> refused(Problem... problems) {
        return new Refused<>(List.of(problems));
    }

    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(change.apply(value));
            case Refused<T>(List<Problem> problems) -> new Refused<>(problems);
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Refused<T>(List<Problem> problems) -> new Refused<>(problems);
        };
    }

    default void ifOk(Consumer<? super T> use) {
        if (this instanceof Ok<T>(T value)) {
            use.accept(value);
        }
    }

    default boolean isOk() {
        return this instanceof Ok<T>;
    }

    /** The reasons of a refusal; empty for a result. */
    default List<Problem> problems() {
        return this instanceof Refused<T>(List<Problem> problems) ? problems : List.of();
    }

    /** The result, where a refusal would be a fault of ours. */
    default T orThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Refused<T>(List<Problem> problems) -> throw new IllegalStateException("refused: " + problems);
        };
    }
}
