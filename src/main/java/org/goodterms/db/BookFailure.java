package org.goodterms.db;

import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The outside world let the book down: disk full, server away, file closed under us. What was acknowledged before is
 * safe; what was under way has not happened, unless the problem says that it is not known.
 */
public final class BookFailure extends RuntimeException {
    private final transient Problem problem;

    BookFailure(Problem problem, @Nullable Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    /** What to tell the user. */
    public Problem problem() {
        return problem;
    }
}
