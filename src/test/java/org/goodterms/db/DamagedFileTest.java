package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.goodterms.kernel.Changes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine opens a file that lost its end without a word. We do not. */
@Tag("fault")
class DamagedFileTest {
    private static final int ENTRIES = 120;
    @TempDir
    private Path temp;
    private Path folder;
    private BookFiles files;
    private byte[] sound;

    @BeforeEach
    void book() throws IOException {
        Path working = temp.resolve("working");
        folder = temp.resolve("book");
        files = new BookFiles(folder);
        try (Database book = Database.create(new BookLocation.Folder(working), InstantSource.system(), new Changes()).orThrow()) {
            for (int i = 0; i < ENTRIES; i++) {
                book.write(tx -> RawLedger.post(tx, 119)).orThrow();
            }
            // as a program that was killed leaves it: not yet tidied by the engine
            Aftermath.copy(working, folder);
        }
        sound = Files.readAllBytes(files.databaseFile());
    }

    @Test
    void what_the_engine_opens_without_a_word_the_guard_knows_to_be_older() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (int percent = 99; percent >= 40; percent -= 3) {
            Files.write(files.databaseFile(), Arrays.copyOf(sound, sound.length * percent / 100));
            if (Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes())
                    instanceof Opening.Suspect(BookSuspect suspect)) {
                suspect.findings().forEach(finding -> codes.add(finding.code()));
            }
        }
        assertThat(codes).contains("book.older_than_seen");
    }

    @ParameterizedTest
    @ValueSource(doubles = {99.9, 99, 95, 90, 75, 50, 25, 10, 5, 1, 0})
    void a_file_cut_short_is_noticed_and_kept_as_it_was_found(double percent) throws IOException {
        noticed(Arrays.copyOf(sound, (int) (sound.length * percent / 100)), percent + " %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {99.9, 99, 95, 90, 75, 50, 25, 10, 5, 1, 0})
    void a_file_whose_end_is_zeros_is_noticed_and_kept_as_it_was_found(double percent) throws IOException {
        byte[] zeroed = sound.clone();
        Arrays.fill(zeroed, (int) (sound.length * percent / 100), sound.length, (byte) 0);
        noticed(zeroed, percent + " % before the zeros");
    }

    /** Either nothing was lost, or a person is told, and the file is still as it was found. */
    private void noticed(byte[] damaged, String what) throws IOException {
        Files.write(files.databaseFile(), damaged);
        Opening opening = Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes());
        switch (opening) {
            case Opening.Opened(Database book, var notices) -> {
                try (book) {
                    assertThat(RawLedger.entries(book)).as(what).isEqualTo(ENTRIES);
                    assertThat(book.<String>read(RawLedger::fault)).as(what).isEmpty();
                }
            }
            case Opening.Suspect(BookSuspect suspect) -> {
                assertThat(suspect.findings()).as(what).isNotEmpty();
                assertThat(suspect.copy()).as(what).hasBinaryContent(damaged);
                assertThat(files.databaseFile()).as(what).hasBinaryContent(damaged);
                assertThat(files.guard()).exists();
            }
            case Opening.Refused refused -> throw new AssertionError(what + ": " + refused);
        }
    }
}
