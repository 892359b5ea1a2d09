package org.goodterms.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;

/**
 * What the bank room learned from a person: shown before it is used, and forgotten on request. What is matched already
 * stays as it is.
 */
public final class LearnedService {
    private final BankService.Rooms rooms;
    private final LearnedStore store = new LearnedStore();
    private final BankStore lines = new BankStore();

    public LearnedService(BankService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** Links from accounts to customers in the order learned, then what is always booked to the same account. */
    public List<Learned> list() {
        return rooms.db().read(tx -> {
            Map<String, Learned> habits = new LinkedHashMap<>();
            store.habits(tx).forEach(h -> habits.put(h.key(),
                    new Learned(Learned.Kind.HABIT, h.match(), h.payer(), h.account(), h.on(), false)));
            List<Learned> all = new ArrayList<>(store.links(tx));
            all.addAll(habits.values());
            return all;
        });
    }

    /** Forgets it, for a habit all lines of that payer so far; forgetting twice changes nothing. */
    public Outcome<Learned> forget(Learned one) {
        return rooms.db().write(tx -> {
            if (one.kind() == Learned.Kind.PAYER) {
                lines.forgetLink(tx, one.id());
            } else {
                forgetHabit(tx, one);
            }
            tx.touched(BankLine.class);
            return Outcome.ok(one);
        });
    }

    private void forgetHabit(Tx tx, Learned one) {
        List<LearnedStore.Habit> habits = store.habits(tx);
        Optional<String> key = habits.stream().filter(h -> h.match().equals(one.id())).map(LearnedStore.Habit::key).findFirst();
        key.ifPresent(payer -> lines.forgetHabit(tx, habits.stream().filter(h -> h.key().equals(payer))
                .map(LearnedStore.Habit::match).toList()));
    }
}
