package org.goodterms.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PromiseService;
import org.goodterms.claim.HandOverService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.Hold;
import org.goodterms.reminder.HoldService;

/** Why items are not simply asked for, on any day. */
public final class FlagService {
    private final Rooms rooms;

    /** The rooms that know a reason. */
    public record Rooms(Database db, DisputeService disputes, PromiseService promises, PlanService plans,
            HoldService holds, HandOverService handOvers) {
    }

    public FlagService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The flags of each of these items at the end of a day, in the order of {@link Flag}. */
    public Map<Id<OpenItem>, Set<Flag>> of(List<OpenItem> items, LocalDate on) {
        return rooms.db().read(tx -> of(tx, items, on));
    }

    private Map<Id<OpenItem>, Set<Flag>> of(Tx tx, List<OpenItem> items, LocalDate on) {
        Map<Id<OpenItem>, Set<Flag>> flags = new HashMap<>();
        mark(flags, rooms.plans().onTrackAt(tx, on).keySet(), Flag.PLAN);
        mark(flags, rooms.promises().pendingAt(tx, on), Flag.PROMISE);
        rooms.disputes().openAt(tx, on).forEach(dispute -> mark(flags, Set.of(dispute.item()), Flag.DISPUTED));
        mark(flags, rooms.handOvers().handedOver(tx, on), Flag.HANDED_OVER);
        Set<Id<Customer>> held = new HashSet<>();
        for (Hold hold : rooms.holds().standing(tx, on, null)) {
            Id<OpenItem> item = hold.item();
            if (item == null) {
                held.add(hold.customer());
            } else {
                mark(flags, Set.of(item), Flag.HOLD);
            }
        }
        Set<UUID> forbidden = rooms.holds().forbidden(tx, on, null);
        for (OpenItem item : items.stream().filter(one -> one.kind().debit()).toList()) {
            if (held.contains(item.customer())) {
                mark(flags, Set.of(item.id()), Flag.HOLD);
            }
            if (forbidden.contains(item.customer().value())) {
                mark(flags, Set.of(item.id()), Flag.DO_NOT_CONTACT);
            }
        }
        return flags;
    }

    private static void mark(Map<Id<OpenItem>, Set<Flag>> flags, Set<Id<OpenItem>> items, Flag flag) {
        items.forEach(item -> flags.computeIfAbsent(item, k -> EnumSet.noneOf(Flag.class)).add(flag));
    }
}
