package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;

/** Invariants 18 to 21 of the domain rules, over random lives of one customer. */
class LadderPropertyTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Property(tries = 150)
    void whatever_happens_messages_keep_cap_order_gaps_and_ask_only_for_what_may_be_asked(@ForAll long seed) {
        Random random = new Random(seed);
        Diary diary = random.nextBoolean() ? Diary.german() : new Diary();
        diary.courtesy = random.nextBoolean();
        Map<String, Map<Step, LocalDate>> history = new HashMap<>();
        List<LocalDate> written = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            LocalDate today = START.plusDays(i);
            happens(diary, random, today, i);
            if (random.nextInt(10) == 0) {
                continue;
            }
            Facts before = diary.facts(today);
            assertThat(Ladder.plan(before)).as("the same facts, the same plan").isEqualTo(Ladder.plan(before));
            DunningPlan plan = diary.run(today);
            judge(diary, plan, before.debtors().getFirst(), history, written, today);
            DunningPlan again = diary.run(today);
            assertThat(again.messages()).isEmpty();
            assertThat(again.tasks().stream().filter(task -> !task.lines().isEmpty())).isEmpty();
        }
    }

    private static void happens(Diary diary, Random random, LocalDate today, int i) {
        if (random.nextInt(8) == 0) {
            diary.owes("N" + i, today.plusDays(random.nextInt(20)), Money.ofMinor(org.joda.money.CurrencyUnit.EUR, 100 + random.nextInt(90_000)));
        }
        for (Diary.Owed item : diary.items.values()) {
            switch (random.nextInt(60)) {
                case 0 -> item.open = Money.zero(item.open.getCurrencyUnit());
                case 1 -> item.held = !item.held;
                case 2 -> item.handedOver = !item.handedOver;
                case 3 -> {
                    item.quietOf = item.disputed.isPositive() ? today : item.quietOf;
                    item.disputed = item.disputed.isPositive() ? Money.zero(item.open.getCurrencyUnit())
                            : item.open.multipliedBy(random.nextInt(3)).dividedBy(2, java.math.RoundingMode.DOWN);
                }
                default -> { }
            }
            item.disputed = item.disputed.isGreaterThan(item.open) ? item.open : item.disputed;
        }
        diary.forbidden = random.nextInt(40) == 0;
    }

    private static void judge(Diary diary, DunningPlan plan, Facts.Debtor before, Map<String, Map<Step, LocalDate>> history,
            List<LocalDate> written, LocalDate today) {
        assertThat(plan.messages().size()).isLessThanOrEqualTo(1);
        for (DunningPlan.Notice message : plan.messages()) {
            assertThat(before.doNotContact()).isFalse();
            assertThat(written).as("the cap").allMatch(day -> !today.isBefore(day.plusDays(3)));
            written.add(today);
            Money sum = Money.zero(message.currency());
            for (DunningPlan.Line line : message.lines()) {
                Facts.Due due = before.items().stream().filter(d -> d.item().equals(line.item())).findFirst().orElseThrow();
                assertThat(due.open().isPositive() && !due.held() && !due.handedOver()).isTrue();
                assertThat(line.asked()).isEqualTo(due.open().minus(due.disputed())).matches(Money::isPositive);
                sum = sum.plus(line.asked());
            }
            assertThat(message.asked()).isEqualTo(sum);
        }
        plan.messages().forEach(m -> m.lines().forEach(line -> stepped(history, line, today)));
        plan.tasks().forEach(t -> t.lines().forEach(line -> stepped(history, line, today)));
        assertThat(diary.days.isBusinessDay(today) || plan.equals(DunningPlan.nothing(today))).isTrue();
    }

    private static void stepped(Map<String, Map<Step, LocalDate>> history, DunningPlan.Line line, LocalDate today) {
        Map<Step, LocalDate> done = history.computeIfAbsent(line.number(), n -> new EnumMap<>(Step.class));
        assertThat(done).as("a step once").doesNotContainKey(line.step());
        assertThat(done.keySet()).as("in the order of the ladder").allMatch(step -> step.compareTo(line.step()) < 0);
        int gap = line.step() == Step.R1 ? 3 : line.step().isReminder() ? 7 : 0;
        assertThat(done.entrySet()).filteredOn(e -> e.getKey() != Step.C).allMatch(e -> !today.isBefore(e.getValue().plusDays(gap)));
        if (line.step().compareTo(Step.R2) >= 0 && !done.isEmpty()) {
            assertThat(done).as("never jumps").containsKey(Step.values()[line.step().ordinal() - 1]);
        }
        done.put(line.step(), today);
    }
}
