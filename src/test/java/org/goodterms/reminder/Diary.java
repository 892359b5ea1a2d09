package org.goodterms.reminder;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.calendar.Holidays;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One customer's items over days, without a database: facts that tests change, and a run that records what it planned. */
final class Diary {
    BusinessDays days = BusinessDays.WEEKDAYS;
    Policy policy = Policy.DEFAULT;
    boolean courtesy;
    boolean byItself;
    boolean forbidden;
    boolean held;
    Facts.Reach reach = Facts.Reach.EMAIL;
    @Nullable LocalDate lastWritten;
    final Map<CurrencyUnit, Money> credits = new LinkedHashMap<>();
    final Map<String, Owed> items = new LinkedHashMap<>();
    final List<Facts.Agreed> agreed = new ArrayList<>();
    final Set<FollowUp.Kind> tasks = new HashSet<>();
    final Map<String, Policy> own = new LinkedHashMap<>();

    /** One item and what is known of it. */
    static final class Owed {
        final Id<OpenItem> id;
        final String number;
        LocalDate due;
        Money open;
        Money disputed;
        boolean charge;
        boolean held;
        boolean handedOver;
        int cycle = 1;
        @Nullable LocalDate quietOf;
        @Nullable LocalDate mailed;
        final Map<Step, LocalDate> done = new EnumMap<>(Step.class);

        Owed(String number, LocalDate due, Money open) {
            this.id = Id.of(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)));
            this.number = number;
            this.due = due;
            this.open = open;
            this.disputed = Money.zero(open.getCurrencyUnit());
        }

        Facts.Due fact() {
            return new Facts.Due(id, number, charge, due, cycle, open, disputed, quietOf, held, handedOver, mailed, done);
        }
    }

    static Diary german() {
        Diary diary = new Diary();
        diary.days = Holidays.of("DE", "");
        return diary;
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    Owed owes(String number, String due, String amount) {
        return owes(number, day(due), eur(amount));
    }

    Owed owes(String number, LocalDate due, Money amount) {
        Owed item = new Owed(number, due, amount);
        items.put(number, item);
        return item;
    }

    Facts.Agreed agree(Facts.Agreed.Kind kind, Facts.Agreed.Phase phase, String... numbers) {
        Facts.Agreed made = new Facts.Agreed(kind, UUID.nameUUIDFromBytes(numbers[0].getBytes(StandardCharsets.UTF_8)),
                List.of(numbers).stream().map(n -> items.get(n).id).collect(Collectors.toSet()), phase);
        agreed.clear();
        agreed.add(made);
        return made;
    }

    Facts facts(LocalDate today) {
        Facts.Debtor debtor = new Facts.Debtor(Id.<Customer>of(new UUID(0, 7)), "C7", policy, courtesy, byItself, reach, forbidden, held,
                lastWritten, credits, agreed, tasks, items.values().stream().map(Owed::fact).toList(), own);
        return new Facts(today, days.isBusinessDay(today), List.of(debtor), List.of());
    }

    DunningPlan plan(String today) {
        return Ladder.plan(facts(day(today)));
    }

    /** Carries the plan of a day out: steps are done, the customer was written to. */
    DunningPlan run(LocalDate today) {
        DunningPlan plan = Ladder.plan(facts(today));
        plan.messages().forEach(message -> {
            message.lines().forEach(line -> items.get(line.number()).done.put(line.step(), today));
            lastWritten = today;
        });
        plan.tasks().forEach(task -> task.lines().forEach(line -> items.get(line.number()).done.put(line.step(), today)));
        return plan;
    }

    DunningPlan run(String today) {
        return run(day(today));
    }

    /** Runs each day of a time; what went out or was made, as {@code "2026-02-20 D 2026-0001"}. */
    List<String> live(String from, String to) {
        List<String> all = new ArrayList<>();
        for (LocalDate today = day(from); !today.isAfter(day(to)); today = today.plusDays(1)) {
            all.addAll(said(run(today)));
        }
        return all;
    }

    static List<String> said(DunningPlan plan) {
        List<String> all = new ArrayList<>();
        plan.messages().forEach(m -> m.lines().forEach(line -> all.add(plan.on() + " " + line.step() + " " + line.number())));
        plan.tasks().forEach(t -> all.add(plan.on() + " " + (t.lines().isEmpty() ? t.kind().word()
                : t.lines().getFirst().step().name()) + " " + String.join(",", t.numbers())));
        return all;
    }

    static List<String> stopped(DunningPlan plan) {
        return plan.stopped().stream().map(s -> s.step() + " " + s.number() + " " + s.reason().word()).toList();
    }
}
