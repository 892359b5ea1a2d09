package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.goodterms.kernel.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while the disk still owes us writes. {@code -Dseed=N} repeats a run. */
@Tag("fault")
class PowerCutTest {
    private static final int WRITES = 250;
    private static final int CUTS = 75;
    @TempDir
    private Path temp;

    private record Found(byte[] database, byte[] guard, long acknowledged, Tape.Cut cut) {
    }

    @AfterEach
    void realDisk() {
        FaultyDisk.remove();
    }

    @Test
    void writes_dropped_reordered_or_torn_lose_nothing_acknowledged() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("power cuts with -Dseed=" + seed);
        Random random = new Random(seed);
        List<Found> found = record(random);
        FaultyDisk.remove();
        assertThat(found).hasSizeGreaterThan(CUTS / 3);
        int number = 0;
        for (Found state : found) {
            Path folder = Files.createDirectories(temp.resolve("found-" + number++));
            BookFiles files = new BookFiles(folder);
            Files.write(files.databaseFile(), state.database());
            Files.write(files.guard(), state.guard());
            Files.writeString(files.holder(), "the one before the cut");
            String what = state.cut() + " " + number + " of -Dseed=" + seed;
            assertThat(Aftermath.whole(folder, state.acknowledged(), what)).isLessThanOrEqualTo(state.acknowledged() + 1);
        }
        System.out.println(found.size() + " power cuts, nothing acknowledged lost");
    }

    /** Works on a book and keeps what could be found on the disk, had the power gone after this or that write. */
    private List<Found> record(Random random) throws IOException {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 1);
        BookFiles files = new BookFiles(folder);
        List<Found> found = new ArrayList<>();
        AtomicLong acknowledged = new AtomicLong(1);
        Tape[] tape = new Tape[1];
        tape[0] = new Tape(Files.readAllBytes(files.databaseFile()), () -> {
            if (random.nextInt(3) == 0 && found.size() < CUTS) {
                Tape.Cut cut = Tape.Cut.values()[found.size() % Tape.Cut.values().length];
                found.add(new Found(tape[0].image(cut, random), bytes(files.guard()), acknowledged.get(), cut));
            }
        });
        FaultyDisk.install();
        FaultyDisk.record(tape[0]);
        try (Database book = Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes()).orThrow()) {
            for (int i = 0; i < WRITES; i++) {
                acknowledged.set(book.write(tx -> RawLedger.post(tx, 7)).orThrow());
            }
        }
        return found;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
