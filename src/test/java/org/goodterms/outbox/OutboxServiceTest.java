package org.goodterms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.Parcel;
import org.goodterms.outbox.Message.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxServiceTest {
    private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneOffset.UTC);

    private static String refusal(Outcome<?> outcome) {
        Problem problem = outcome.problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).isNotBlank().doesNotContain("{");
        return problem.code();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_draft_waits_for_its_reader_and_then_for_the_dispatcher(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            Message draft = desk.draft("anna@example.com", "k").orThrow();
            assertThat(draft.state()).isEqualTo(State.DRAFT);
            assertThat(desk.look(draft)).isEqualTo(draft);
            Message queued = desk.outbox.approve(draft.id()).orThrow();
            assertThat(queued.state()).isEqualTo(State.QUEUED);
            assertThat(queued.course().approvedAt()).isEqualTo(Desk.NOW);
            assertThat(desk.outbox.history(draft.id())).extracting(Message.Event::state)
                    .containsExactly(State.DRAFT, State.QUEUED);
            assertThat(refusal(desk.outbox.approve(draft.id()))).isEqualTo("outbox.not_draft");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_key_gives_no_second_message_until_the_first_is_cancelled(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            Message first = desk.draft("anna@example.com", "2026-0101/R1/email").orThrow();
            assertThat(refusal(desk.draft("anna@example.com", "2026-0101/R1/email"))).isEqualTo("outbox.already_there");
            assertThat(desk.outbox.list(null)).hasSize(1);
            assertThat(desk.draft("anna@example.com", "2026-0101/R2/email").isOk()).isTrue();
            desk.outbox.cancel(first.id(), "paid").orThrow();
            assertThat(desk.draft("anna@example.com", "2026-0101/R1/email").isOk()).isTrue();
            assertThat(desk.look(first).state()).isEqualTo(State.CANCELLED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_refused_transaction_leaves_no_message(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            db.write(tx -> {
                desk.outbox.enqueue(tx, Desk.about(null), desk.parcel("a@b.org", "x"), true).orThrow();
                return Outcome.refused(Problem.of("outbox.not_draft", "a", "b"));
            });
            assertThat(desk.outbox.list(null)).isEmpty();
        }
    }

    @Test
    void C38_an_address_or_subject_with_a_line_break_is_refused() {
        try (Database db = Database.inMemory(CLOCK, new org.goodterms.kernel.Changes())) {
            Desk desk = new Desk(db);
            assertThat(refusal(desk.draft("anna@example.com\r\nRCPT TO:<x@y.org>", null))).isEqualTo("kernel.email_invalid");
            Parcel good = desk.parcel("anna@example.com", "x");
            Parcel bad = new Parcel(Channel.EMAIL, good.sender(), good.recipient(), "Hi\nBcc: x@y.org", good.label(),
                    good.contentHash(), good.mailId());
            assertThat(refusal(db.write(tx -> desk.outbox.enqueue(tx, Desk.about(null), bad, true))))
                    .isEqualTo("typed.control_character");
            Parcel unarchived = new Parcel(Channel.EMAIL, good.sender(), good.recipient(), "Hi", good.label(), "none", "");
            assertThatThrownBy(() -> db.write(tx -> desk.outbox.enqueue(tx, Desk.about(null), unarchived, true)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_letter_is_printed_by_a_person_and_never_meets_the_dispatcher() {
        try (Database db = Database.inMemory(CLOCK, new org.goodterms.kernel.Changes())) {
            Desk desk = new Desk(db);
            Parcel like = desk.parcel("x@y.org", "letter");
            Parcel letter = new Parcel(Channel.LETTER, "", "Anna Petrović", "Reminder", "letter", like.contentHash(), "");
            Message message = db.write(tx -> desk.outbox.enqueue(tx, Desk.about(null), letter, true)).orThrow();
            assertThat(message.state()).isEqualTo(State.APPROVED);
            Desk.Bag bag = Desk.Bag.taking();
            desk.dispatch.dispatch(bag, DispatchService.Recheck.none(), org.goodterms.kernel.Progress.NONE);
            assertThat(bag.envelopes).isEmpty();
            Message printed = desk.outbox.sentByHand(message.id(), "printed").orThrow();
            assertThat(printed.state()).isEqualTo(State.SENT);
            assertThat(printed.course().sentAt()).isEqualTo(Desk.NOW);
            assertThat(refusal(desk.outbox.sentByHand(message.id(), "printed"))).isEqualTo("outbox.too_late_by_hand");
            assertThat(refusal(desk.outbox.cancel(message.id(), "no"))).isEqualTo("outbox.too_late_to_cancel");
        }
    }

    @Test
    void only_what_is_unknown_is_settled_and_only_what_failed_is_tried_again() {
        try (Database db = Database.inMemory(CLOCK, new org.goodterms.kernel.Changes())) {
            Desk desk = new Desk(db);
            Message queued = desk.queued("anna@example.com");
            assertThat(refusal(desk.outbox.settle(queued.id(), true))).isEqualTo("outbox.not_unknown");
            assertThat(refusal(desk.outbox.tryAgain(queued.id()))).isEqualTo("outbox.not_failed");
            assertThat(refusal(desk.outbox.settle(Id.of(new java.util.UUID(1, 1)), true))).isEqualTo("outbox.no_such_message");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_message_is_found_by_its_id_or_by_customer_and_date(Engine engine) {
        try (Database db = engine.open(CLOCK)) {
            Desk desk = new Desk(db);
            java.util.UUID customer = new java.util.UUID(7, 7);
            db.write(tx -> Outcome.ok(TestCustomer.insert(tx, customer, "C7")));
            Message.About about = new Message.About(customer, "invoice", "", "1", null, Desk.TODAY);
            Message first = db.write(tx -> desk.outbox.enqueue(tx, about, desk.parcel("a@b.org", "1"), true)).orThrow();
            Message second = db.write(tx -> desk.outbox.enqueue(tx, about, desk.parcel("a@b.org", "2"), true)).orThrow();
            assertThat(first.about().customerCode()).isEqualTo("C7");
            assertThat(desk.outbox.find(first.id().toString())).isEqualTo(Outcome.ok(first));
            assertThat(desk.outbox.find("C7/2026-03-16")).isEqualTo(Outcome.ok(first));
            assertThat(desk.outbox.find("C7/2026-03-16/2")).isEqualTo(Outcome.ok(second));
            List<Message> all = db.read(tx -> desk.outbox.ofCustomer(tx, customer));
            assertThat(all).containsExactly(first, second);
            for (String wrong : List.of("C7/2026-03-16/3", "C7/2026-13-16", "C8/2026-03-16", "nonsense\u0000", "")) {
                assertThat(refusal(desk.outbox.find(wrong))).isEqualTo("outbox.no_such_message");
            }
        }
    }

    @Test
    void waiting_doubles_from_half_an_hour_and_ends_after_four_days() {
        Instant first = Desk.NOW;
        Instant now = first;
        List<Long> minutes = new java.util.ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            var next = Backoff.next(attempt, first, now);
            if (next.isEmpty()) {
                break;
            }
            minutes.add(Duration.between(now, next.get()).toMinutes());
            now = next.get();
        }
        assertThat(minutes).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L);
        assertThat(Duration.between(first, now)).isLessThan(Duration.ofDays(4));
        assertThat(Backoff.next(1000, first, first)).isEmpty();
    }

    @Test
    void labels_are_file_names_on_every_system() {
        assertThat(Parcel.label("C 7", "2026-03-16", "R2")).isEqualTo("c-7-2026-03-16-r2");
        assertThat(Parcel.label("../Müller & Söhne\u202E")).isEqualTo("muller-sohne");
        assertThat(Parcel.label("漢字")).isEqualTo("message");
        assertThat(Parcel.label("x".repeat(300))).hasSize(100);
    }

    @Test
    void states_are_read_as_they_are_written() {
        for (State state : State.values()) {
            assertThat(State.of(state.word())).hasValue(state);
        }
        assertThat(State.of("gone")).isEmpty();
    }
}
