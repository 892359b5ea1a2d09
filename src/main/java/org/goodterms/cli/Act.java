package org.goodterms.cli;

import org.goodterms.App;
import org.goodterms.kernel.Outcome;

/** A command that works on an open book. */
interface Act {

    Outcome<Answer> run(App app);
}
