package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.goodterms.kernel.Changes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
        folder = temp.resolve("book");
        files = new BookFiles(folder);
        Aftermath.create(folder, ENTRIES);
        sound = Files.readAllBytes(files.databaseFile());
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
