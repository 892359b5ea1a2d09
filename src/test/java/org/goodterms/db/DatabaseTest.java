package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodterms.db.gen.Tables.SETTING;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestServer;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    private static final InstantSource CLOCK = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);

    private static Outcome<String> put(Tx tx, String name, String content) {
        tx.sql().insertInto(SETTING).values(name, content).execute();
        tx.touched(String.class);
        return Outcome.ok(name);
    }

    private static int count(Database book) {
        return book.read(tx -> tx.sql().fetchCount(SETTING));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_accepted_write_stays_and_is_told(Engine engine) {
        Changes changes = new Changes();
        List<Set<Class<?>>> told = new ArrayList<>();
        changes.subscribe(told::add);
        try (Database book = engine.open(CLOCK, changes)) {
            assertThat(book.write(tx -> put(tx, "a", "1")).isOk()).isTrue();
            assertThat(count(book)).isEqualTo(1);
            assertThat(told).containsExactly(Set.of(String.class));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_refused_write_a_preview_and_an_exception_change_nothing(Engine engine) {
        Changes changes = new Changes();
        List<Set<Class<?>>> told = new ArrayList<>();
        changes.subscribe(told::add);
        try (Database book = engine.open(CLOCK, changes)) {
            book.write(tx -> put(tx, "a", "1").then(x -> Outcome.refused(Problem.of("book.exists", "x"))));
            assertThat(book.preview(tx -> put(tx, "b", "1")).isOk()).isTrue();
            assertThatThrownBy(() -> book.write(tx -> {
                put(tx, "c", "1");
                throw new IllegalArgumentException("ours");
            })).isInstanceOf(IllegalArgumentException.class).hasMessage("ours");
            assertThat(count(book)).isZero();
            assertThat(told).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_transaction_inside_a_transaction_is_a_fault(Engine engine) {
        try (Database book = engine.open(CLOCK)) {
            assertThatThrownBy(() -> book.write(tx -> book.write(inner -> put(inner, "a", "1"))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> book.read(tx -> book.read(inner -> 1))).isInstanceOf(IllegalStateException.class);
            assertThat(book.write(tx -> put(tx, "a", "1")).isOk()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reader_does_not_wait_for_a_writer_and_sees_the_state_before(Engine engine) throws InterruptedException {
        try (Database book = engine.open(CLOCK)) {
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Thread writer = Thread.ofVirtual().start(() -> book.write(tx -> {
                put(tx, "a", "1");
                written.countDown();
                await(mayCommit);
                return Outcome.ok(1);
            }));
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(count(book)).isZero();
            mayCommit.countDown();
            writer.join();
            assertThat(count(book)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_read_sees_one_state_although_a_write_comes_between(Engine engine) {
        try (Database book = engine.open(CLOCK)) {
            List<Integer> counts = book.read(tx -> {
                int before = tx.sql().fetchCount(SETTING);
                Thread writer = Thread.ofVirtual().start(() -> book.write(inner -> put(inner, "a", "1")));
                join(writer);
                return List.of(before, tx.sql().fetchCount(SETTING));
            });
            assertThat(counts).containsExactly(0, 0);
            assertThat(count(book)).isEqualTo(1);
        }
    }

    @Test
    void two_desks_that_count_on_the_same_row_lose_no_count() throws InterruptedException {
        BookLocation location = TestServer.freshBook();
        try (Database one = Database.open(location, CLOCK, new Changes()).orThrow();
                Database two = Database.open(location, CLOCK, new Changes()).orThrow()) {
            one.write(tx -> put(tx, "count", "0"));
            Thread first = Thread.ofPlatform().start(() -> countUp(one, 50));
            Thread second = Thread.ofPlatform().start(() -> countUp(two, 50));
            first.join();
            second.join();
            assertThat(one.<String>read(tx -> tx.sql().select(SETTING.CONTENT).from(SETTING).fetchOne(SETTING.CONTENT)))
                    .isEqualTo("100");
        }
    }

    private static void countUp(Database desk, int times) {
        for (int i = 0; i < times; i++) {
            desk.write(tx -> {
                int now = Integer.parseInt(tx.sql().select(SETTING.CONTENT).from(SETTING).fetchOne(SETTING.CONTENT));
                tx.sql().update(SETTING).set(SETTING.CONTENT, String.valueOf(now + 1)).execute();
                return Outcome.ok(now);
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
