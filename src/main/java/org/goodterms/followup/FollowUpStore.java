package org.goodterms.followup;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.TASK;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp.Filter;
import org.goodterms.followup.FollowUp.Kind;
import org.goodterms.followup.FollowUp.Whom;
import org.goodterms.kernel.Id;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Tasks, to and from the table. The numbers a task is about lie in one column, one a line. */
final class FollowUpStore {

    void insert(Tx tx, FollowUp task) {
        Whom whom = task.whom();
        tx.sql().insertInto(TASK).set(TASK.ID, task.id().value())
                .set(TASK.CUSTOMER_ID, whom == null ? null : whom.id().value()).set(TASK.KIND, task.kind().word())
                .set(TASK.TITLE, task.title()).set(TASK.NOTE, task.note())
                .set(TASK.ITEMS, String.join("\n", task.items())).set(TASK.DUE_DATE, task.due())
                .set(TASK.CREATED_ON, task.createdOn()).set(TASK.CREATED_AT, task.createdAt())
                .set(TASK.RESULT, task.result()).set(TASK.VERSION, 1).execute();
    }

    void done(Tx tx, Id<FollowUp> id, LocalDate on, String result) {
        tx.sql().update(TASK).set(TASK.DONE_ON, on).set(TASK.DONE_AT, tx.now()).set(TASK.RESULT, result)
                .set(TASK.VERSION, TASK.VERSION.plus(1)).where(TASK.ID.eq(id.value())).execute();
    }

    void reopen(Tx tx, Id<FollowUp> id) {
        tx.sql().update(TASK).setNull(TASK.DONE_ON).setNull(TASK.DONE_AT).set(TASK.RESULT, "")
                .set(TASK.VERSION, TASK.VERSION.plus(1)).where(TASK.ID.eq(id.value())).execute();
    }

    void postpone(Tx tx, Id<FollowUp> id, LocalDate to) {
        tx.sql().update(TASK).set(TASK.DUE_DATE, to).set(TASK.VERSION, TASK.VERSION.plus(1))
                .where(TASK.ID.eq(id.value())).execute();
    }

    Optional<FollowUp> load(Tx tx, UUID id) {
        return list(tx, TASK.ID.eq(id)).stream().findFirst();
    }

    /** By due day, then in the order made. */
    List<FollowUp> list(Tx tx, Filter filter, LocalDate today) {
        return list(tx, switch (filter) {
            case OPEN -> TASK.DONE_ON.isNull();
            case DUE -> TASK.DONE_ON.isNull().and(TASK.DUE_DATE.le(today));
            case OVERDUE -> TASK.DONE_ON.isNull().and(TASK.DUE_DATE.lt(today));
            case ALL -> DSL.noCondition();
        });
    }

    List<FollowUp> openOf(Tx tx, Id<Customer> customer) {
        return list(tx, TASK.CUSTOMER_ID.eq(customer.value()).and(TASK.DONE_ON.isNull()));
    }

    /** Open ones of the customer with that code. */
    List<FollowUp> open(Tx tx, String customerCode, Kind kind) {
        return list(tx, CUSTOMER.CODE.eq(customerCode).and(TASK.KIND.eq(kind.word())).and(TASK.DONE_ON.isNull()));
    }

    int count(Tx tx, LocalDate dueOnOrBefore) {
        return tx.sql().fetchCount(TASK, TASK.DONE_ON.isNull().and(TASK.DUE_DATE.le(dueOnOrBefore)));
    }

    private static List<FollowUp> list(Tx tx, Condition which) {
        return tx.sql().select(TASK.fields()).select(CUSTOMER.CODE, CUSTOMER.NAME).from(TASK)
                .leftJoin(CUSTOMER).on(CUSTOMER.ID.eq(TASK.CUSTOMER_ID)).where(which)
                .orderBy(TASK.DUE_DATE, TASK.CREATED_AT, TASK.ID).fetch(FollowUpStore::task);
    }

    private static FollowUp task(Record r) {
        UUID customer = r.get(TASK.CUSTOMER_ID);
        Whom whom = customer == null ? null : new Whom(Id.of(customer), r.get(CUSTOMER.CODE), r.get(CUSTOMER.NAME));
        String items = r.get(TASK.ITEMS);
        return new FollowUp(Id.of(r.get(TASK.ID)), whom, Kind.of(r.get(TASK.KIND)).orElseThrow(), r.get(TASK.TITLE),
                r.get(TASK.NOTE), items.isEmpty() ? List.of() : List.of(items.split("\n")), r.get(TASK.DUE_DATE),
                r.get(TASK.CREATED_ON), r.get(TASK.CREATED_AT), r.get(TASK.DONE_ON), r.get(TASK.RESULT));
    }
}
