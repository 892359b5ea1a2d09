package org.goodterms.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.goodterms.BookClock;
import org.goodterms.Bookcase;

/** A program of its own that runs one command on a book: {@code FOLDER COMMAND …}. */
final class RemindChild {

    private RemindChild() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        BookClock clock = new BookClock(InstantSource.fixed(Instant.parse("2026-03-02T11:00:00Z")), ZoneOffset.UTC);
        String[] command = args.clone();
        command[0] = "--json";
        System.exit(new Console(clock, new Bookcase(folder.resolve("home"), clock, null), System.out, System.err).run(command));
    }
}
