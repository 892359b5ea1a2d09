package org.goodterms.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A book that is not what it was when it was last seen. Nothing was changed; a person chooses: look at the copy, put a
 * backup in its place, or go on with it as it is.
 *
 * @param findings what is wrong, most telling first
 * @param copy     the file as it was found; null where there is none
 * @param readable whether its tables can be read, so that it can be looked at or accepted
 */
public record BookSuspect(BookLocation.Folder location, List<Problem> findings, @Nullable Path copy, boolean readable) {

    public BookSuspect {
        findings = List.copyOf(findings);
    }

    /** The copy, to look at: every write is refused. The lock of the book is not taken. */
    public Opening look(InstantSource clock, Changes changes) {
        Path file = copy;
        if (file == null || !readable) {
            return Opening.refused(Problem.at("book", "book.not_readable", location.shown()));
        }
        String name = file.getFileName().toString();
        Path database = file.resolveSibling(name.substring(0, name.length() - ".mv.db".length()));
        try {
            Untouched opened = Untouched.open(database, file.resolveSibling("looking"));
            Connections connections = Connections.embedded(opened.url(), opened.owner());
            return new Opening.Opened(Database.readOnly(connections, clock, changes), List.of());
        } catch (SQLException | IOException e) {
            return Opening.refused(Problem.at("book", "book.not_readable", location.shown()));
        }
    }

    /**
     * Goes on with the file as it is: what is missing stays missing, and the guard forgets it. The copy is kept.
     */
    public Opening accept(InstantSource clock, Changes changes) {
        return new FolderBook(location, clock, changes).accept();
    }
}
