package org.goodterms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestServer;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Delivery;
import org.goodterms.mail.Trouble;
import org.goodterms.outbox.DispatchService.Recheck;
import org.goodterms.outbox.Message.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchServiceTest {
    private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneOffset.UTC);

    private static Database memory() {
        return Database.inMemory(CLOCK, new Changes());
    }

    private static DispatchReport run(Desk desk, Desk.Bag bag) {
        return desk.dispatch.dispatch(bag, Recheck.none(), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_waits_is_sent_once_oldest_first_with_the_archived_bytes(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            Message first = desk.queued("a@example.com");
            desk.draft("draft@example.com", null);
            Message second = desk.queued("b@example.com");
            Desk.Bag bag = Desk.Bag.taking();
            DispatchReport report = run(desk, bag);
            assertThat(report.sent()).extracting(Message::id).containsExactly(first.id(), second.id());
            assertThat(bag.recipients()).containsExactly("a@example.com", "b@example.com");
            assertThat(bag.texts).containsExactly("to a@example.com", "to b@example.com");
            assertThat(bag.envelopes.getFirst().label()).isEqualTo("a-example-com");
            Message sent = desk.look(first);
            assertThat(sent.course().sentAt()).isEqualTo(Desk.NOW);
            assertThat(sent.course().replyText()).isEqualTo("250 ok");
            assertThat(desk.outbox.history(first.id())).extracting(Message.Event::state)
                    .containsExactly(State.QUEUED, State.SENDING, State.SENT);
            run(desk, bag);
            assertThat(bag.envelopes).hasSize(2);
        }
    }

    @Test
    void one_may_be_sent_alone() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            desk.queued("a@example.com");
            Message wanted = desk.queued("b@example.com");
            Desk.Bag bag = Desk.Bag.taking();
            desk.dispatch.dispatch(bag, Set.of(wanted.id().value()), Recheck.none(), Progress.NONE);
            assertThat(bag.recipients()).containsExactly("b@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_put_off_goes_again_when_its_time_has_come_with_the_same_bytes(Engine engine) {
        AtomicReference<java.time.Instant> time = new AtomicReference<>(Desk.NOW);
        try (Database db = engine.open(time::get)) {
            Desk desk = new Desk(db);
            Message message = desk.queued("a@example.com");
            Desk.Bag busy = new Desk.Bag(e -> new Delivery.Deferred(451, "451 later", Trouble.BUSY));
            assertThat(run(desk, busy).deferred()).hasSize(1);
            assertThat(desk.look(message).course().nextAttemptAt()).isEqualTo(Desk.NOW.plus(Desk.HALF_AN_HOUR));
            assertThat(desk.look(message).course().replyCode()).isEqualTo(451);
            assertThat(run(desk, busy).deferred()).isEmpty();
            time.set(Desk.NOW.plus(Desk.HALF_AN_HOUR));
            desk.now = time.get();
            Desk.Bag bag = Desk.Bag.taking();
            assertThat(run(desk, bag).sent()).hasSize(1);
            assertThat(bag.texts).isEqualTo(busy.texts);
            assertThat(desk.look(message).course().attempts()).isEqualTo(2);
        }
    }

    @Test
    void after_four_days_a_person_is_asked() {
        AtomicReference<java.time.Instant> time = new AtomicReference<>(Desk.NOW);
        try (Database db = Database.inMemory(time::get, new Changes())) {
            Desk desk = new Desk(db);
            Message message = desk.queued("a@example.com");
            Desk.Bag busy = new Desk.Bag(e -> new Delivery.Deferred(451, "451 later", Trouble.BUSY));
            for (int i = 0; i < 20 && desk.look(message).state() != State.FAILED; i++) {
                run(desk, busy);
                desk.now = desk.now.plus(Duration.ofHours(13));
                time.set(desk.now);
            }
            assertThat(desk.look(message).state()).isEqualTo(State.FAILED);
            assertThat(desk.outbox.tryAgain(message.id()).orThrow().state()).isEqualTo(State.QUEUED);
            assertThat(run(desk, busy).deferred()).hasSize(1);
        }
    }

    @Test
    void a_refused_login_stops_the_run_after_one_knock() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            Message first = desk.queued("a@example.com");
            Message second = desk.queued("b@example.com");
            Desk.Bag bag = new Desk.Bag(e -> new Delivery.Failed(535, "535 wrong", Trouble.LOGIN_REFUSED));
            DispatchReport report = run(desk, bag);
            assertThat(bag.envelopes).hasSize(1);
            assertThat(report.failed()).hasSize(1);
            assertThat(report.stopped()).isNotNull();
            assertThat(desk.look(first).state()).isEqualTo(State.FAILED);
            assertThat(desk.look(second).state()).isEqualTo(State.QUEUED);
        }
    }

    @Test
    void C39_a_refused_recipient_stops_nobody_else_but_five_in_a_row_stop_the_run() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            List.of("x1", "x2", "ok1", "x3", "x4", "x5", "x6", "x7", "late").forEach(n -> desk.queued(n + "@example.com"));
            Desk.Bag bag = new Desk.Bag(e -> e.to().text().startsWith("x")
                    ? new Delivery.Failed(550, "550 no", Trouble.RECIPIENT_REFUSED) : new Delivery.Sent("250"));
            DispatchReport report = run(desk, bag);
            assertThat(report.sent()).hasSize(1);
            assertThat(report.failed()).hasSize(7);
            assertThat(report.stopped()).isNotNull();
            assertThat(bag.recipients()).doesNotContain("late@example.com");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void unknown_is_never_sent_again_until_a_person_says_so_and_then_as_the_same_message(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            Message message = desk.queued("a@example.com");
            assertThat(run(desk, new Desk.Bag(e -> new Delivery.Unknown("no answer"))).unknown()).hasSize(1);
            Desk.Bag bag = Desk.Bag.taking();
            run(desk, bag);
            desk.dispatch.recover();
            run(desk, bag);
            assertThat(bag.envelopes).isEmpty();
            assertThat(desk.outbox.list(State.UNKNOWN)).hasSize(1);
            assertThat(desk.outbox.settle(message.id(), false).orThrow().parcel()).isEqualTo(message.parcel());
            run(desk, bag);
            assertThat(bag.texts).containsExactly("to a@example.com");
        }
    }

    @Test
    void an_unknown_one_that_arrived_is_sent() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            Message message = desk.queued("a@example.com");
            run(desk, new Desk.Bag(e -> new Delivery.Unknown("")));
            assertThat(desk.outbox.settle(message.id(), true).orThrow().state()).isEqualTo(State.SENT);
            assertThat(desk.outbox.history(message.id())).extracting(Message.Event::detail).contains("settled: sent");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void paid_meanwhile_is_cancelled_in_the_moment_of_sending(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            Message paid = desk.queued("paid@example.com");
            desk.queued("open@example.com");
            Desk.Bag bag = Desk.Bag.taking();
            DispatchReport report = desk.dispatch.dispatch(bag, (tx, message) ->
                    message.parcel().recipient().startsWith("paid") ? Optional.of("paid meanwhile") : Optional.empty(), Progress.NONE);
            assertThat(bag.recipients()).containsExactly("open@example.com");
            assertThat(report.cancelled()).hasSize(1);
            assertThat(desk.look(paid).course().replyText()).isEqualTo("paid meanwhile");
        }
    }

    @Test
    void cancelling_lands_between_two_messages() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            IntStream.range(0, 5).forEach(i -> desk.queued(i + "@example.com"));
            Desk.Bag bag = Desk.Bag.taking();
            List<String> told = new ArrayList<>();
            DispatchReport report = desk.dispatch.dispatch(bag, Recheck.none(), new Progress() {
                @Override
                public void at(long done, long total, String textKey) {
                    told.add(done + "/" + total);
                }

                @Override
                public boolean cancelled() {
                    return told.size() == 2;
                }
            });
            assertThat(report.sent()).hasSize(2);
            assertThat(told).containsExactly("1/5", "2/5");
            assertThat(desk.outbox.list(State.QUEUED)).hasSize(3);
        }
    }

    @Test
    void bytes_that_are_not_those_approved_do_not_leave_the_house() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            Message changed = desk.queued("a@example.com");
            desk.archive.put(changed.parcel().contentHash(), new byte[] {1});
            Message missing = desk.queued("b@example.com");
            desk.archive.remove(missing.parcel().contentHash());
            Desk.Bag bag = Desk.Bag.taking();
            assertThat(run(desk, bag).failed()).hasSize(2);
            assertThat(bag.envelopes).isEmpty();
        }
    }

    @Test
    void a_fault_of_ours_while_handing_over_leaves_it_unknown() {
        try (Database db = memory()) {
            Desk desk = new Desk(db);
            Message message = desk.queued("a@example.com");
            Desk.Bag broken = new Desk.Bag(e -> {
                throw new IllegalStateException("bug");
            });
            assertThatThrownBy(() -> run(desk, broken)).hasMessage("bug");
            assertThat(desk.look(message).state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void a_machine_that_slept_asks_whether_the_message_is_still_its_own() {
        try (Database db = memory()) {
            Map<String, byte[]> archive = new ConcurrentHashMap<>();
            Desk other = new Desk(db, archive);
            Desk[] sleeper = new Desk[1];
            Map<String, byte[]> slow = new ConcurrentHashMap<>(archive) {
                @Override
                public byte[] get(Object hash) {
                    sleeper[0].now = Desk.NOW.plus(Duration.ofHours(8));
                    other.dispatch.recover();
                    return archive.get(hash);
                }
            };
            sleeper[0] = new Desk(db, slow);
            Message message = other.queued("a@example.com");
            Desk.Bag bag = Desk.Bag.taking();
            assertThat(run(sleeper[0], bag).unknown()).hasSize(1);
            assertThat(bag.envelopes).isEmpty();
            assertThat(other.look(message).state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void a_late_250_counts_even_where_the_message_was_given_up_meanwhile() {
        try (Database db = memory()) {
            Desk slow = new Desk(db);
            Desk other = new Desk(db, slow.archive);
            Message message = slow.queued("a@example.com");
            Desk.Bag bag = new Desk.Bag(e -> {
                assertThat(other.dispatch.recover()).hasSize(1);
                other.outbox.settle(message.id(), false).orThrow();
                return new Delivery.Sent("250 after all");
            });
            assertThat(run(slow, bag).sent()).hasSize(1);
            assertThat(run(other, bag).sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_dispatchers_at_once_send_each_message_once(Engine engine) throws InterruptedException {
        BookLocation shared = engine == Engine.POSTGRES ? TestServer.freshBook() : new BookLocation.Memory();
        Map<String, byte[]> archive = new ConcurrentHashMap<>();
        try (Database one = Database.open(shared, CLOCK, new Changes()).orThrow();
                Database two = engine == Engine.POSTGRES ? Database.open(shared, CLOCK, new Changes()).orThrow() : one) {
            Desk first = new Desk(one, archive);
            Desk second = new Desk(two, archive);
            IntStream.range(0, 40).forEach(i -> first.queued(i + "@example.com"));
            Desk.Bag bag = Desk.Bag.taking();
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = List.of(first, second, first, second).stream().map(desk -> Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                run(desk, bag);
            })).toList();
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(bag.recipients()).hasSize(40);
            assertThat(new HashSet<>(bag.recipients())).hasSize(40);
            assertThat(first.outbox.list(State.SENT)).hasSize(40);
        }
    }

    @Test
    void on_a_shared_book_only_what_a_vanished_program_had_in_hand_becomes_unknown_and_a_late_250_still_counts() {
        BookLocation shared = TestServer.freshBook();
        Map<String, byte[]> archive = new ConcurrentHashMap<>();
        try (Database watching = Database.open(shared, CLOCK, new Changes()).orThrow();
                Database vanishing = Database.open(shared, CLOCK, new Changes()).orThrow()) {
            Desk watcher = new Desk(watching, archive);
            Desk other = new Desk(vanishing, archive);
            Message message = other.queued("a@example.com");
            Desk.Bag bag = new Desk.Bag(e -> {
                assertThat(watcher.dispatch.recover()).isEmpty();
                assertThat(watcher.look(message).state()).isEqualTo(State.SENDING);
                vanishing.close();
                for (int i = 0; i < 100 && watcher.dispatch.recover().isEmpty(); i++) {
                    pause();
                }
                assertThat(watcher.look(message).state()).isEqualTo(State.UNKNOWN);
                return new Delivery.Sent("250");
            });
            assertThat(run(other, bag).sent()).hasSize(1);
            assertThat(watcher.look(message).state()).isEqualTo(State.SENT);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
