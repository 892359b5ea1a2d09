package org.goodterms.db;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.goodterms.kernel.Changes;

/**
 * What a test kills: a program of its own that works on a book and says {@code ACK n} on standard output once entry n
 * was acknowledged to it.
 */
final class CrashChild {
    /** Entries in one piece of bulk work; none of them is acknowledged before the last. */
    static final int BULK = 20;

    private CrashChild() {
    }

    public static void main(String[] args) {
        BookLocation.Folder location = new BookLocation.Folder(Path.of(args[1]));
        switch (args[0]) {
            case "create" -> Database.create(location, InstantSource.system(), new Changes()).orThrow();
            case "migrate" -> new FolderBook(location, InstantSource.system(), new Changes(), later()).open().orThrow().close();
            case "compact" -> Database.open(location, InstantSource.system(), new Changes()).orThrow().closeTidily();
            case "hold" -> {
                Database.open(location, InstantSource.system(), new Changes()).orThrow();
                say("OPEN");
                sleep();
            }
            default -> work(Database.open(location, InstantSource.system(), new Changes()).orThrow(),
                    new Random(Long.parseLong(args[2])));
        }
    }

    /** The tables of a program that is one migration further. */
    static Schema later() {
        return new Schema(99, List.of("classpath:db/migration", "classpath:db/later"));
    }

    private static void work(Database book, Random random) {
        say("OPEN");
        while (true) {
            long last = random.nextInt(25) == 0 ? book.bulk(() -> several(book)) : one(book);
            say("ACK " + last);
        }
    }

    private static long several(Database book) {
        long last = 0;
        for (int i = 0; i < BULK; i++) {
            last = one(book);
        }
        return last;
    }

    private static long one(Database book) {
        return book.write(tx -> RawLedger.post(tx, 119)).orThrow();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
