package org.goodterms.recurring;

import static org.goodterms.db.gen.Tables.BILLABLE;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.Document;
import org.goodterms.kernel.Id;
import org.jooq.Condition;

/** What waits to be billed, to and from its table. */
final class BillableStore {

    void insert(Tx tx, Billable one) {
        tx.sql().insertInto(BILLABLE).set(BILLABLE.ID, one.id().value()).set(BILLABLE.CUSTOMER_ID, one.customer().value())
                .set(BILLABLE.WORK_DATE, one.date()).set(BILLABLE.DESCRIPTION, one.text())
                .set(BILLABLE.QUANTITY, one.amount().quantity()).set(BILLABLE.UNIT, one.amount().unit())
                .set(BILLABLE.PRICE, one.amount().price()).set(BILLABLE.TAX_RATE, one.amount().taxRate())
                .set(BILLABLE.RECORDED_AT, tx.now()).execute();
    }

    List<Billable> open(Tx tx) {
        return load(tx, org.jooq.impl.DSL.noCondition());
    }

    /** Those of a customer, by day; locked until the transaction ends. */
    List<Billable> lockOpen(Tx tx, Id<Customer> customer) {
        tx.sql().select(BILLABLE.ID).from(BILLABLE).where(BILLABLE.CUSTOMER_ID.eq(customer.value()), BILLABLE.DOCUMENT_ID.isNull())
                .orderBy(BILLABLE.ID).forUpdate().fetch();
        return load(tx, BILLABLE.CUSTOMER_ID.eq(customer.value()));
    }

    private static List<Billable> load(Tx tx, Condition which) {
        return tx.sql().selectFrom(BILLABLE).where(which, BILLABLE.DOCUMENT_ID.isNull(), BILLABLE.REMOVED_AT.isNull())
                .orderBy(BILLABLE.WORK_DATE, BILLABLE.RECORDED_AT, BILLABLE.ID)
                .fetch(row -> new Billable(Id.of(row.getId()), Id.of(row.getCustomerId()), row.getWorkDate(), row.getDescription(),
                        new Billable.Amount(row.getQuantity(), row.getUnit(), row.getPrice(), row.getTaxRate())));
    }

    void billed(Tx tx, List<Billable> lines, Id<Document> document) {
        tx.sql().update(BILLABLE).set(BILLABLE.DOCUMENT_ID, document.value())
                .where(BILLABLE.ID.in(lines.stream().map(line -> line.id().value()).toList())).execute();
    }

    /** Takes one out that was not billed; false where there is none. */
    boolean remove(Tx tx, Id<Billable> id) {
        return tx.sql().update(BILLABLE).set(BILLABLE.REMOVED_AT, tx.now()).where(BILLABLE.ID.eq(id.value()),
                BILLABLE.DOCUMENT_ID.isNull(), BILLABLE.REMOVED_AT.isNull()).execute() == 1;
    }
}
