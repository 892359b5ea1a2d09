package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goodterms.fixture.ChildJvm;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies loses nothing that it was told is done. {@code -Dseed=N} repeats a run. */
@Tag("fault")
class KilledTest {
    private static final int LANES = 2;
    private static final int KILLS_IN_A_LANE = Integer.getInteger("kills", 104) / LANES;
    private static final int KILLS_IN_A_BOOK = 13;
    @TempDir
    private Path temp;

    @Test
    void a_hundred_kills_at_random_moments_lose_nothing_acknowledged() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("kills with -Dseed=" + seed);
        List<Callable<Long>> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            int lane = i;
            lanes.add(() -> killInTurn(new Random(seed + lane), "lane " + lane + " of -Dseed=" + seed));
        }
        long acknowledged = 0;
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (Future<Long> lane : threads.invokeAll(lanes)) {
                acknowledged += lane.get();
            }
        }
        System.out.println(LANES * KILLS_IN_A_LANE + " kills, " + acknowledged + " acknowledged entries, none lost");
        assertThat(acknowledged).isGreaterThan(100);
    }

    private long killInTurn(Random random, String what) throws Exception {
        long all = 0;
        long entries = 0;
        Path folder = temp;
        for (int kill = 0; kill < KILLS_IN_A_LANE; kill++) {
            if (kill % KILLS_IN_A_BOOK == 0) {
                all += entries;
                entries = 0;
                folder = temp.resolve(what.substring(0, 6).replace(' ', '-') + "-" + kill);
                Aftermath.create(folder, 0);
            }
            try (ChildJvm child = ChildJvm.start(CrashChild.class, "", "work", folder.toString(), String.valueOf(random.nextLong()))) {
                if (random.nextInt(6) == 0) {
                    Thread.sleep(random.nextInt(1200));
                } else {
                    child.awaitFirstAcknowledgement();
                    Thread.sleep(random.nextInt(100));
                }
                child.kill();
                assertThat(child.said()).as(what).isEmpty();
                long acknowledged = Math.max(entries, child.acknowledged());
                entries = Aftermath.whole(folder, acknowledged, what + " kill " + kill);
                assertThat(entries).isLessThanOrEqualTo(acknowledged + CrashChild.BULK);
            }
        }
        return all + entries;
    }

    @ParameterizedTest
    @CsvSource({"before-commit, 0, 0", "after-commit, 0, 1", "after-sync, 1, 1", "after-guard, 1, 1"})
    void death_at_each_point_of_a_write_leaves_it_done_or_not_done(String point, long atLeast, long atMost) throws Exception {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 0);
        try (ChildJvm child = ChildJvm.start(CrashChild.class, point + ":halt:4", "work", folder.toString(), "1")) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(Fault.HALTED);
            assertThat(child.acknowledged()).isEqualTo(3);
            assertThat(Aftermath.whole(folder, 3, point)).isBetween(3 + atLeast, 3 + atMost);
            assertThat(Aftermath.whole(folder, 3, point + ", opened again")).isBetween(3 + atLeast, 3 + atMost);
        }
    }

    /** No sound closing in between: that alone would set right what the engine's header of the file says. */
    @Test
    void dying_soon_after_each_start_loses_nothing_however_often() throws Exception {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 0);
        long acknowledged = 0;
        for (int death = 0; death < 8; death++) {
            try (ChildJvm child = ChildJvm.start(CrashChild.class, "after-guard:halt:3", "work", folder.toString(), "1")) {
                assertThat(child.awaitEnd()).as("start %d: %s", death, child.said()).isEqualTo(Fault.HALTED);
                acknowledged = Math.max(acknowledged, child.acknowledged());
            }
        }
        assertThat(Aftermath.whole(folder, acknowledged, "after eight deaths")).isBetween(acknowledged, acknowledged + 1);
    }

    @Test
    void death_while_a_book_is_made_leaves_none_and_it_can_be_made_again() throws Exception {
        Path folder = temp.resolve("book");
        try (ChildJvm child = ChildJvm.start(CrashChild.class, "create-drafted:halt", "create", folder.toString())) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(Fault.HALTED);
        }
        assertThat(codes(Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes())))
                .containsExactly("book.not_found");
        Aftermath.create(folder, 1);
        Aftermath.whole(folder, 1, "made again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration-copied", "migration-migrated", "migration-kept", "migration-swapped"})
    void death_at_each_step_of_an_update_leaves_the_old_book_or_the_new_one(String point) throws Exception {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 5);
        try (ChildJvm child = ChildJvm.start(CrashChild.class, point + ":halt", "migrate", folder.toString())) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(Fault.HALTED);
        }
        if (point.equals("migration-swapped")) {
            assertThat(codes(Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes())))
                    .containsExactly("book.newer");
        } else {
            assertThat(Aftermath.whole(folder, 5, point)).isEqualTo(5);
        }
        Opening later = new FolderBook(new BookLocation.Folder(folder), InstantSource.system(), new Changes(),
                CrashChild.later()).open();
        try (Database book = later.orThrow()) {
            assertThat(RawLedger.entries(book)).isEqualTo(5);
            assertThat(book.write(tx -> RawLedger.post(tx, 1)).isOk()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compaction-copied", "compaction-compared", "compaction-swapped"})
    void death_at_each_step_of_making_the_file_smaller_leaves_the_whole_book(String point) throws Exception {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 700);
        long large = java.nio.file.Files.size(folder.resolve("book.mv.db"));
        try (ChildJvm child = ChildJvm.start(CrashChild.class, point + ":halt", "compact", folder.toString())) {
            assertThat(child.awaitEnd()).as(child.said()).isEqualTo(Fault.HALTED);
        }
        long left = java.nio.file.Files.size(folder.resolve("book.mv.db"));
        if (point.equals("compaction-swapped")) {
            assertThat(left).isLessThan(large / 4);
        } else {
            assertThat(left).isGreaterThanOrEqualTo(large);
        }
        assertThat(Aftermath.whole(folder, 700, point)).isEqualTo(700);
        assertThat(folder.resolve("draft.mv.db")).doesNotExist();
    }

    @Test
    void a_book_open_in_another_program_is_not_opened_and_its_death_frees_it() throws Exception {
        Path folder = temp.resolve("book");
        Aftermath.create(folder, 1);
        try (ChildJvm child = ChildJvm.start(CrashChild.class, "", "hold", folder.toString())) {
            child.awaitOpen();
            Opening refused = Database.open(new BookLocation.Folder(folder), InstantSource.system(), new Changes());
            assertThat(codes(refused)).containsExactly("book.locked");
            assertThat(((Opening.Refused) refused).problems().getFirst().args().toString()).contains("process " + child.pid());
            child.kill();
        }
        Aftermath.whole(folder, 1, "after the death of its holder");
    }

    private static List<String> codes(Opening opening) {
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).problems().stream().map(Problem::code).toList();
    }
}
