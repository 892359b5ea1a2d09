package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.goodterms.reminder.Facts.Reach;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The days on which a policy would carry its steps out for an invoice that nobody pays, by the predicate of the plan itself. */
final class LadderWalk {
    private static final int LONGEST = 900;

    private LadderWalk() {
    }

    /** The day of each step; a step that lapses before a business day comes is left out. */
    static Map<Step, LocalDate> of(Policy policy, LocalDate due, BusinessDays days) {
        Map<Step, LocalDate> done = new EnumMap<>(Step.class);
        Policy on = policy.mode() == Policy.Mode.OFF ? policy.in(Policy.Mode.DRAFT) : policy;
        Money much = Money.of(CurrencyUnit.EUR, policy.minimum().max(java.math.BigDecimal.ONE).setScale(0, java.math.RoundingMode.UP));
        LocalDate written = null;
        int first = policy.rules().stream().mapToInt(Policy.Rule::offset).min().orElse(0);
        for (int i = Math.min(first, 0); i <= LONGEST && done.size() < policy.rules().size(); i++) {
            LocalDate day = due.plusDays(i);
            Due item = new Due(Id.of(new UUID(0, 1)), "1", false, due, 1, much, Money.zero(CurrencyUnit.EUR), null, false, false, null, done);
            Ladder.Verdict verdict = days.isBusinessDay(day) ? Ladder.judge(debtor(on, written, item), item, day) : null;
            if (verdict != null && verdict.reason() == null) {
                done.put(verdict.step(), day);
                Policy.Rule rule = policy.rule(verdict.step());
                written = rule != null && rule.isWritten() ? day : written;
            }
        }
        return done;
    }

    private static Debtor debtor(Policy policy, @Nullable LocalDate written, Due item) {
        return new Debtor(Id.of(new UUID(0, 2)), "", policy, true, false, Reach.EMAIL, false, false, written, Map.of(), List.of(), Set.of(),
                List.of(item), Map.of());
    }
}
