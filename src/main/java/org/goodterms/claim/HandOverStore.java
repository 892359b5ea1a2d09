package org.goodterms.claim;

import static org.goodterms.db.gen.Tables.HAND_OVER;
import static org.goodterms.db.gen.Tables.HAND_OVER_ITEM;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** SQL of hand-overs. */
final class HandOverStore {

    void insert(Tx tx, HandOver over, String fileHash, String note) {
        tx.sql().insertInto(HAND_OVER).set(HAND_OVER.ID, over.id().value())
                .set(HAND_OVER.CUSTOMER_ID, over.customer().value()).set(HAND_OVER.RECEIVER, over.receiver().word())
                .set(HAND_OVER.HANDED_ON, over.on()).set(HAND_OVER.FILE_HASH, fileHash.isEmpty() ? null : fileHash)
                .set(HAND_OVER.NOTE, note).set(HAND_OVER.RECORDED_AT, tx.now()).execute();
        over.items().forEach(item -> tx.sql().insertInto(HAND_OVER_ITEM)
                .set(HAND_OVER_ITEM.HAND_OVER_ID, over.id().value()).set(HAND_OVER_ITEM.ITEM_ID, item.id().value())
                .set(HAND_OVER_ITEM.AMOUNT, item.amount().getAmountMinorLong()).execute());
    }

    void end(Tx tx, Id<HandOver> over, LocalDate on) {
        tx.sql().update(HAND_OVER).set(HAND_OVER.ENDED_ON, on).where(HAND_OVER.ID.eq(over.value())).execute();
    }

    Set<Id<OpenItem>> itemsAt(Tx tx, LocalDate on) {
        Set<Id<OpenItem>> items = new HashSet<>();
        tx.sql().select(HAND_OVER_ITEM.ITEM_ID).from(HAND_OVER_ITEM)
                .join(HAND_OVER).on(HAND_OVER.ID.eq(HAND_OVER_ITEM.HAND_OVER_ID))
                .where(HAND_OVER.HANDED_ON.le(on)).and(HAND_OVER.ENDED_ON.isNull().or(HAND_OVER.ENDED_ON.gt(on)))
                .forEach(r -> items.add(Id.of(r.value1())));
        return items;
    }

    List<HandOver> of(Tx tx, Id<Customer> customer) {
        Map<UUID, List<HandOver.Item>> items = new HashMap<>();
        tx.sql().select(HAND_OVER_ITEM.HAND_OVER_ID, OPEN_ITEM.ID, OPEN_ITEM.NUMBER, OPEN_ITEM.CURRENCY, HAND_OVER_ITEM.AMOUNT)
                .from(HAND_OVER_ITEM).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(HAND_OVER_ITEM.ITEM_ID))
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer.value())).orderBy(OPEN_ITEM.NUMBER, OPEN_ITEM.PART)
                .forEach(r -> items.computeIfAbsent(r.value1(), k -> new ArrayList<>()).add(new HandOver.Item(
                        Id.of(r.value2()), r.value3(), Money.ofMinor(CurrencyUnit.of(r.value4()), r.value5()))));
        return tx.sql().selectFrom(HAND_OVER).where(HAND_OVER.CUSTOMER_ID.eq(customer.value()))
                .orderBy(HAND_OVER.HANDED_ON, HAND_OVER.RECORDED_AT, HAND_OVER.ID)
                .fetch(r -> new HandOver(Id.of(r.getId()), customer,
                        HandOver.Receiver.valueOf(r.getReceiver().toUpperCase(Locale.ROOT)), r.getHandedOn(), r.getEndedOn(),
                        items.getOrDefault(r.getId(), List.of())));
    }
}
