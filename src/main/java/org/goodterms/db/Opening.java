package org.goodterms.db;

import java.util.List;
import org.goodterms.kernel.Problem;

/** What came of opening a book. */
public sealed interface Opening {

    /**
     * The book is sound and open; the caller closes it.
     *
     * @param notices what its user should know: it was not closed last time, it was updated, its guard was made anew
     */
    record Opened(Database database, List<Problem> notices) implements Opening {
        public Opened {
            notices = List.copyOf(notices);
        }
    }

    /** There is no such book, or it may not be opened: locked, newer, not ours to write. Nothing was touched. */
    record Refused(List<Problem> problems) implements Opening {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** The book is damaged or went back in time. Nothing was touched; a person decides. */
    record Suspect(BookSuspect found) implements Opening {
    }

    static Opening refused(Problem... problems) {
        return new Refused(List.of(problems));
    }

    /** The open book, where anything else would be a fault of ours. */
    default Database orThrow() {
        return switch (this) {
            case Opened(Database database, List<Problem> notices) -> database;
            case Suspect(BookSuspect found) -> throw new IllegalStateException("suspect: " + found.findings());
            case Refused(List<Problem> problems) -> throw new IllegalStateException("not opened: " + problems);
        };
    }
}
