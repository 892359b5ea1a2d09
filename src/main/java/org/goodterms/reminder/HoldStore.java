package org.goodterms.reminder;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DO_NOT_CONTACT;
import static org.goodterms.db.gen.Tables.HOLD;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Holds and customers who must not be contacted, to and from the tables. */
final class HoldStore {

    void insert(Tx tx, UUID id, Id<Customer> customer, @Nullable Id<OpenItem> item, String reason, LocalDate on,
            @Nullable LocalDate until) {
        tx.sql().insertInto(HOLD).set(HOLD.ID, id).set(HOLD.CUSTOMER_ID, customer.value())
                .set(HOLD.ITEM_ID, item == null ? null : item.value()).set(HOLD.REASON, reason).set(HOLD.SET_ON, on)
                .set(HOLD.UNTIL_DATE, until).set(HOLD.RECORDED_AT, tx.now()).execute();
    }

    /** Lifts what stands on the customer as a whole ({@code item} null) or on that item. @return how many */
    int lift(Tx tx, Id<Customer> customer, @Nullable Id<OpenItem> item, LocalDate on) {
        return tx.sql().update(HOLD).set(HOLD.LIFTED_ON, on).where(HOLD.CUSTOMER_ID.eq(customer.value()))
                .and(item == null ? HOLD.ITEM_ID.isNull() : HOLD.ITEM_ID.eq(item.value())).and(stands(on)).execute();
    }

    List<Hold> standing(Tx tx, LocalDate on, @Nullable Id<Customer> customer) {
        return tx.sql().select(HOLD.fields()).select(CUSTOMER.CODE, OPEN_ITEM.NUMBER).from(HOLD)
                .join(CUSTOMER).on(CUSTOMER.ID.eq(HOLD.CUSTOMER_ID)).leftJoin(OPEN_ITEM).on(OPEN_ITEM.ID.eq(HOLD.ITEM_ID))
                .where(stands(on)).and(customer == null ? HOLD.ID.isNotNull() : HOLD.CUSTOMER_ID.eq(customer.value()))
                .orderBy(CUSTOMER.CODE, HOLD.SET_ON, HOLD.ID)
                .fetch(r -> new Hold(Id.of(r.get(HOLD.ID)), Id.of(r.get(HOLD.CUSTOMER_ID)), r.get(CUSTOMER.CODE),
                        r.get(HOLD.ITEM_ID) == null ? null : Id.of(r.get(HOLD.ITEM_ID)),
                        r.get(OPEN_ITEM.NUMBER) == null ? "" : r.get(OPEN_ITEM.NUMBER), r.get(HOLD.REASON),
                        r.get(HOLD.SET_ON), r.get(HOLD.UNTIL_DATE), r.get(HOLD.LIFTED_ON)));
    }

    private static Condition stands(LocalDate on) {
        return HOLD.SET_ON.le(on).and(HOLD.UNTIL_DATE.isNull().or(HOLD.UNTIL_DATE.ge(on)))
                .and(HOLD.LIFTED_ON.isNull().or(HOLD.LIFTED_ON.gt(on)));
    }

    void forbid(Tx tx, UUID id, Id<Customer> customer, LocalDate on) {
        tx.sql().insertInto(DO_NOT_CONTACT).set(DO_NOT_CONTACT.ID, id).set(DO_NOT_CONTACT.CUSTOMER_ID, customer.value())
                .set(DO_NOT_CONTACT.SET_ON, on).set(DO_NOT_CONTACT.RECORDED_AT, tx.now()).execute();
    }

    /** @return how many it cleared: 0 where none stood */
    int allow(Tx tx, Id<Customer> customer, LocalDate on) {
        return tx.sql().update(DO_NOT_CONTACT).set(DO_NOT_CONTACT.CLEARED_ON, on)
                .where(DO_NOT_CONTACT.CUSTOMER_ID.eq(customer.value())).and(forbidden(on)).execute();
    }

    Set<UUID> forbidden(Tx tx, LocalDate on, @Nullable Id<Customer> customer) {
        return tx.sql().select(DO_NOT_CONTACT.CUSTOMER_ID).from(DO_NOT_CONTACT).where(forbidden(on))
                .and(customer == null ? DO_NOT_CONTACT.ID.isNotNull() : DO_NOT_CONTACT.CUSTOMER_ID.eq(customer.value()))
                .fetchSet(DO_NOT_CONTACT.CUSTOMER_ID);
    }

    private static Condition forbidden(LocalDate on) {
        return DO_NOT_CONTACT.SET_ON.le(on).and(DO_NOT_CONTACT.CLEARED_ON.isNull().or(DO_NOT_CONTACT.CLEARED_ON.gt(on)));
    }
}
