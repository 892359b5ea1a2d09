package org.goodterms.cli;

import org.goodterms.App;
import org.goodterms.Bookcase;

/** A command that makes a new book. */
interface Making {

    /** Makes and opens it; a book that is there already is never touched. */
    Bookcase.Answer make(Bookcase books, String place);

    /** What was made. */
    Answer made(App app);
}
