package org.goodterms.bank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Recognises a line as money that was recorded before its file came, so that nothing is counted twice. By itself only
 * where there can be no doubt: money that came in, to the cent, by the bank (never cash), within {@link #SURE} days,
 * from a plausible payer, and
 * one such record only. Anything else within {@link #NEAR} days is a proposal to a person.
 */
final class RecordedMoney {
    /** Days between the date recorded by hand and the bank's within which a line is recognised by itself. */
    static final int SURE = 3;
    /** Days within which it is proposed. */
    static final int NEAR = 14;
    private final Map<Money, List<Recorded>> byAmount = new HashMap<>();

    RecordedMoney(List<Recorded> recorded) {
        recorded.forEach(one -> byAmount.computeIfAbsent(one.amount(), k -> new ArrayList<>()).add(one));
    }

    /** The one that this line certainly is; it is taken, no other line is it then. */
    Optional<Recorded> take(BankLine line, Payers payers) {
        if (!line.incoming()) {
            return Optional.empty();
        }
        List<Recorded> same = near(line, SURE).stream().filter(one -> one.transferred() && one.customer() != null
                && payers.plausible(one.customer(), line)).toList();
        if (same.size() != 1) {
            return Optional.empty();
        }
        Objects.requireNonNull(byAmount.get(line.amount())).remove(same.getFirst());
        return Optional.of(same.getFirst());
    }

    /** Those of this amount, the nearest in time first. */
    List<Recorded> near(BankLine line) {
        return near(line, NEAR);
    }

    private List<Recorded> near(BankLine line, int days) {
        return byAmount.getOrDefault(line.amount(), List.of()).stream().filter(one -> apart(one.on(), line.booked()) <= days)
                .sorted(Comparator.comparingLong(one -> apart(one.on(), line.booked()))).toList();
    }

    static long apart(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }
}
