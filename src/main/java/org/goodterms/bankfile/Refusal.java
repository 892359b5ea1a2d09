package org.goodterms.bankfile;

import org.goodterms.kernel.Problem;

/** Carries a problem out of a parser's depth; never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refusal(String code, Object... args) {
        this(Problem.of(code, args));
    }

    Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
