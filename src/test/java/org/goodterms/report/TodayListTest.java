package org.goodterms.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUp.Kind;
import org.goodterms.followup.FollowUp.Whom;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.State;
import org.goodterms.report.TodayEntry.Sort;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What stands on the day's list, and in which order. */
class TodayListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T11:00:00Z");
    private static final Whom WHOM = new Whom(new Id<>(new UUID(1, 1)), "C1", "Brightwater");

    private static FollowUp task(String title, Kind kind, int due) {
        return new FollowUp(new Id<>(UUID.randomUUID()), WHOM, kind, title, "", List.of("1"), TODAY.plusDays(due), TODAY, NOW, null, "");
    }

    private static Message message(State state, Channel channel, int day) {
        return new Message(new Id<>(UUID.randomUUID()), new Message.About(WHOM.id().value(), "reminder", "R1", "", null,
                TODAY.plusDays(day)), new Message.Parcel(channel, "", "", state.word(), "m", "0".repeat(64), ""), state,
                new Message.Course(null, 0, null, null, null, null, ""), NOW, 1);
    }

    private static List<TodayEntry> list(List<FollowUp> tasks, Message... messages) {
        return TodayList.of(new TodayList.Facts(TODAY, tasks, Arrays.asList(messages), Map.of(WHOM.id(), WHOM), 0, TodayList.Routine.NONE, List.of()));
    }

    @Test
    void trouble_with_messages_comes_first_and_sending_last() {
        assertThat(list(List.of(task("ask", Kind.FOLLOW_UP, 0)), message(State.QUEUED, Channel.EMAIL, 0),
                message(State.DRAFT, Channel.EMAIL, 0), message(State.APPROVED, Channel.LETTER, 0),
                message(State.FAILED, Channel.EMAIL, 0), message(State.UNKNOWN, Channel.EMAIL, 0)))
                .extracting(TodayEntry::sort)
                .containsExactly(Sort.UNKNOWN, Sort.FAILED, Sort.TASK, Sort.APPROVE, Sort.PRINT, Sort.SEND);
    }

    @Test
    void tasks_stand_by_due_day_those_of_tomorrow_not_at_all() {
        List<TodayEntry> entries = list(List.of(task("today", Kind.FOLLOW_UP, 0), task("late", Kind.CALL, -4), task("later", Kind.CALL, 1)));
        assertThat(entries).extracting(TodayEntry::what).containsExactly("late", "today");
        assertThat(entries).extracting(TodayEntry::late).containsExactly(true, false);
    }

    @Test
    void messages_that_wait_are_one_entry_with_their_number_since_the_oldest() {
        TodayEntry send = list(List.of(), message(State.QUEUED, Channel.EMAIL, 0), message(State.QUEUED, Channel.EMAIL, -2)).getFirst();
        assertThat(send.count()).isEqualTo(2);
        assertThat(send.day()).isEqualTo(TODAY.minusDays(2));
        assertThat(send.late()).isTrue();
        assertThat(send.key()).isEqualTo("send");
    }

    @Test
    void the_reminders_of_the_day_and_what_recurs_stand_there_once_between_tasks_and_messages() {
        List<TodayEntry> entries = TodayList.of(new TodayList.Facts(TODAY, List.of(task("ask", Kind.FOLLOW_UP, 0)),
                List.of(message(State.DRAFT, Channel.EMAIL, 0)), Map.of(), 7, new TodayList.Routine(0, 3), List.of()));
        assertThat(entries).extracting(TodayEntry::sort).containsExactly(Sort.TASK, Sort.REMIND, Sort.RECURRING, Sort.APPROVE);
        assertThat(entries.get(1).count()).isEqualTo(7);
        assertThat(entries.get(2).count()).isEqualTo(3);
    }

    @Test
    void what_a_dispatcher_has_in_hand_asks_nothing_of_anybody() {
        assertThat(list(List.of(), message(State.SENDING, Channel.EMAIL, 0), message(State.DEFERRED, Channel.EMAIL, 0))).isEmpty();
    }

    @Test
    void the_task_of_a_lost_message_stands_there_once_as_the_message() {
        assertThat(list(List.of(task("", Kind.UNKNOWN_SEND, 0)), message(State.UNKNOWN, Channel.EMAIL, 0)))
                .extracting(TodayEntry::sort).containsExactly(Sort.UNKNOWN);
        assertThat(list(List.of(task("", Kind.FAILED_SEND, 0)), message(State.UNKNOWN, Channel.EMAIL, 0)))
                .as("another trouble").extracting(TodayEntry::sort).containsExactly(Sort.UNKNOWN, Sort.TASK);
    }

    @Test
    void money_is_expected_on_its_due_date_moved_by_the_usual_delay() {
        CurrencyUnit eur = CurrencyUnit.EUR;
        Id<Customer> slow = new Id<>(new UUID(2, 2));
        List<CashExpected.Open> items = List.of(open(WHOM.id(), 0, "10"), open(WHOM.id(), 14, "20"), open(WHOM.id(), 15, "40"),
                open(WHOM.id(), -1, "80"), open(slow, -3, "160"), open(slow, 12, "320"));
        assertThat(CashExpected.until(TODAY, TODAY.plusDays(14), eur, items, Map.of(slow, new BigDecimal("4.50"), WHOM.id(),
                new BigDecimal("-6.00")))).as("10 today, 20 in two weeks, 160 in two days").isEqualTo(Money.of(eur, 190));
    }

    private static CashExpected.Open open(Id<Customer> customer, int due, String amount) {
        return new CashExpected.Open(customer, TODAY.plusDays(due), Money.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    @Test
    void a_claim_is_named_from_ninety_days_before_its_last_day_once_a_customer() {
        List<TodayList.Limit> limits = List.of(new TodayList.Limit(WHOM, "2", TODAY.plusDays(91)), new TodayList.Limit(WHOM, "1", TODAY.plusDays(90)),
                new TodayList.Limit(WHOM, "3", TODAY), new TodayList.Limit(WHOM, "4", TODAY.minusDays(1)));
        List<TodayEntry> entries = TodayList.of(new TodayList.Facts(TODAY, List.of(), List.of(), Map.of(), 0, TodayList.Routine.NONE, limits));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.sort()).isEqualTo(TodayEntry.Sort.LIMIT);
            assertThat(entry.day()).isEqualTo(TODAY);
            assertThat(entry.items()).as("the nearest first; what is over cannot be saved").containsExactly("3", "1");
        });
    }
}
