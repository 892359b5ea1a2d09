package org.goodterms;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.goodterms.cli.Console;

/** Entry: arguments lead to the command line, none to the window. Loads no JavaFX for the command line. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        if (args.length == 0) {
            Desktop.run(Clock.systemDefaultZone(), null);
            return;
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        BookClock clock = new BookClock(Clock.systemUTC(), ZoneId.systemDefault());
        Bookcase books = new Bookcase(Path.of(System.getProperty("user.home")), clock, Bookcase.SAMPLE);
        int exit = new Console(clock, books, out, err).run(args);
        out.flush();
        System.exit(exit);
    }
}
