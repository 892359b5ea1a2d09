package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.CONTACT;
import static org.goodterms.db.gen.Tables.ITEM_STEP;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;

/** What was last written to customers, or about items, and when. */
final class EarlierStore {
    private static final List<String> NOT_OUT = List.of("draft", "failed", "cancelled");
    private static final int LOOK_BACK = 60;

    /** The last message to each of these customers, the mails of invoices apart, on that day or before. */
    Map<UUID, Earlier> toCustomers(Tx tx, Collection<UUID> customers, LocalDate on) {
        Map<UUID, Earlier> last = new HashMap<>();
        tx.sql().select(OPEN_ITEM.CUSTOMER_ID, ITEM_STEP.STEP_DATE, ITEM_STEP.STEP, OPEN_ITEM.NUMBER).from(ITEM_STEP).join(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(ITEM_STEP.ITEM_ID)).where(ITEM_STEP.WRITTEN).and(OPEN_ITEM.CUSTOMER_ID.in(customers))
                .and(ITEM_STEP.STEP_DATE.between(on.minusDays(LOOK_BACK), on)).forEach(r -> last.merge(r.value1(),
                        new Earlier(r.value2(), Step.valueOf(r.value3()), List.of(r.value4())), Earlier::or));
        tx.sql().select(MESSAGE.CUSTOMER_ID, MESSAGE.BUSINESS_DATE, MESSAGE.REFERENCE).from(MESSAGE).where(MESSAGE.CUSTOMER_ID.in(customers))
                .and(MESSAGE.KIND.notIn("invoice", "credit-note", "reminder")).and(MESSAGE.STATE.notIn(NOT_OUT))
                .and(MESSAGE.BUSINESS_DATE.between(on.minusDays(LOOK_BACK), on)).forEach(r -> last.merge(r.value1(),
                        new Earlier(r.value2(), null, numbers(r.value3())), Earlier::or));
        tx.sql().select(CONTACT.CUSTOMER_ID, CONTACT.CONTACT_DATE).from(CONTACT).where(CONTACT.CUSTOMER_ID.in(customers))
                .and(CONTACT.CHANNEL.in("letter", "email")).and(CONTACT.DIRECTION.eq("out")).and(CONTACT.MESSAGE_ID.isNull())
                .and(CONTACT.CONTACT_DATE.between(on.minusDays(LOOK_BACK), on))
                .forEach(r -> last.merge(r.value1(), new Earlier(r.value2(), null, List.of()), Earlier::or));
        return last;
    }

    /** The last step of each of these items, or the mail that brought its invoice, on that day or before. */
    Map<UUID, Earlier> aboutItems(Tx tx, Collection<UUID> items, LocalDate on) {
        Map<UUID, Earlier> last = new HashMap<>();
        tx.sql().select(ITEM_STEP.ITEM_ID, ITEM_STEP.STEP_DATE, ITEM_STEP.STEP, OPEN_ITEM.NUMBER).from(ITEM_STEP).join(OPEN_ITEM)
                .on(OPEN_ITEM.ID.eq(ITEM_STEP.ITEM_ID)).where(ITEM_STEP.ITEM_ID.in(items)).and(ITEM_STEP.STEP_DATE.le(on))
                .forEach(r -> last.merge(r.value1(), new Earlier(r.value2(), Step.valueOf(r.value3()), List.of(r.value4())), Earlier::or));
        tx.sql().select(OPEN_ITEM.ID, MESSAGE.BUSINESS_DATE, OPEN_ITEM.NUMBER).from(MESSAGE).join(OPEN_ITEM)
                .on(OPEN_ITEM.NUMBER.eq(MESSAGE.REFERENCE)).and(OPEN_ITEM.CUSTOMER_ID.eq(MESSAGE.CUSTOMER_ID))
                .where(OPEN_ITEM.ID.in(items)).and(MESSAGE.KIND.eq("invoice")).and(MESSAGE.STATE.notIn(NOT_OUT))
                .and(MESSAGE.BUSINESS_DATE.between(on.minusDays(LOOK_BACK), on))
                .forEach(r -> last.merge(r.value1(), new Earlier(r.value2(), null, List.of(r.value3())), Earlier::or));
        return last;
    }

    private static List<String> numbers(String reference) {
        return reference.isBlank() ? List.of() : Arrays.asList(reference.split(", "));
    }
}
