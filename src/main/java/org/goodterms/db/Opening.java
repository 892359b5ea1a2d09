package org.goodterms.db;

import java.util.List;
import org.goodterms.kernel.Problem;

/** What came of opening a book. */
public sealed interface Opening {

    /** The book is sound and open; the caller closes it. */
    record Opened(Database database) implements Opening {
    }

    /** There is no such book, or it may not be opened: locked, newer, not ours to write. Nothing was touched. */
    record Refused(List<Problem> problems) implements Opening {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static Opening refused(Problem... problems) {
        return new Refused(List.of(problems));
    }

    /** The open book, where anything else would be a fault of ours. */
    default Database orThrow() {
        return switch (this) {
            case Opened(Database database) -> database;
            case Refused(List<Problem> problems) -> throw new IllegalStateException("not opened: " + problems);
        };
    }
}
