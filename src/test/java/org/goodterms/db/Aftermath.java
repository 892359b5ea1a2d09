package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.goodterms.kernel.Changes;

/** Opens a book after something happened to it and says whether it kept its promises. */
final class Aftermath {
    private Aftermath() {
    }

    /**
     * The book opens, is whole, and has at least the acknowledged entries.
     *
     * @return how many it has
     */
    static long whole(Path folder, long acknowledged, String what) {
        Opening opening = Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes());
        assertThat(opening).as(what).isInstanceOf(Opening.Opened.class);
        try (Database book = opening.orThrow()) {
            assertThat(book.<String>read(RawLedger::fault)).as(what).isEmpty();
            long entries = RawLedger.entries(book);
            assertThat(entries).as(what).isGreaterThanOrEqualTo(acknowledged);
            return entries;
        }
    }

    static void create(Path folder, int entries) {
        try (Database book = Database.create(new BookLocation.Folder(folder), InstantSource.system(), new Changes()).orThrow()) {
            for (int i = 0; i < entries; i++) {
                book.write(tx -> RawLedger.post(tx, 119)).orThrow();
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        BookFiles source = new BookFiles(from);
        BookFiles target = new BookFiles(to);
        Files.copy(source.databaseFile(), target.databaseFile());
        Files.copy(source.guard(), target.guard());
    }
}
