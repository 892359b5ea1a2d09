package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.goodterms.kernel.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full from the n-th write on, for n = 1, 2, 3 … */
@Tag("fault")
class DiskFullTest {
    private static final int LAST = 40;
    @TempDir
    private Path temp;

    @AfterEach
    void realDisk() {
        FaultyDisk.remove();
    }

    @Test
    void a_full_disk_is_named_and_loses_nothing_acknowledged() throws IOException {
        Path original = temp.resolve("original");
        Aftermath.create(original, 5);
        for (int n = 1; n <= LAST; n++) {
            Path folder = temp.resolve("book-" + n);
            Aftermath.copy(original, folder);
            FaultyDisk.install();
            long acknowledged = workUntilFull(folder, n);
            FaultyDisk.remove();
            assertThat(Aftermath.whole(folder, acknowledged, "full at write " + n)).isLessThanOrEqualTo(acknowledged + 1);
        }
    }

    private static long workUntilFull(Path folder, int n) {
        Database book = Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes()).orThrow();
        long acknowledged = 5;
        BookFailure failure = null;
        FaultyDisk.fullAfter(n);
        for (int i = 0; i < 4 * LAST && failure == null; i++) {
            try {
                acknowledged = book.write(tx -> RawLedger.post(tx, 3)).orThrow();
            } catch (BookFailure e) {
                failure = e;
            }
        }
        assertThat(failure).as("full at write " + n).isNotNull();
        assertThat(failure.problem().code()).as("full at write " + n).isEqualTo("book.disk_full");
        assertThatThrownBy(() -> book.write(tx -> RawLedger.post(tx, 3))).isInstanceOf(BookFailure.class);
        closeAsFarAsPossible(book);
        return acknowledged;
    }

    private static void closeAsFarAsPossible(Database book) {
        try {
            book.close();
        } catch (BookFailure e) {
            assertThat(e.problem().code()).startsWith("book.");
        }
    }
}
