package org.goodterms.agreement;

import static org.goodterms.db.gen.Tables.DUE_EXTENSION;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.jooq.Condition;

/** SQL of extensions. */
final class ExtensionStore {

    void insert(Tx tx, Extension extension) {
        int before = tx.sql().fetchCount(DUE_EXTENSION, DUE_EXTENSION.ITEM_ID.eq(extension.item().value()));
        tx.sql().insertInto(DUE_EXTENSION).set(DUE_EXTENSION.ID, extension.id().value())
                .set(DUE_EXTENSION.ITEM_ID, extension.item().value()).set(DUE_EXTENSION.LINE, before + 1)
                .set(DUE_EXTENSION.AGREED_ON, extension.agreedOn()).set(DUE_EXTENSION.OLD_DUE, extension.oldDue())
                .set(DUE_EXTENSION.NEW_DUE, extension.newDue()).set(DUE_EXTENSION.AGREED_BY, extension.by())
                .set(DUE_EXTENSION.NOTE, extension.note()).set(DUE_EXTENSION.INTEREST_RUNS, extension.interestRuns())
                .set(DUE_EXTENSION.RECORDED_AT, tx.now()).execute();
    }

    /** Extensions of an item, the first one first. */
    List<Extension> of(Tx tx, Id<OpenItem> item) {
        return find(tx, DUE_EXTENSION.ITEM_ID.eq(item.value()));
    }

    List<Extension> ofCustomer(Tx tx, Id<Customer> customer) {
        return find(tx, OPEN_ITEM.CUSTOMER_ID.eq(customer.value()));
    }

    private static List<Extension> find(Tx tx, Condition condition) {
        return tx.sql().select(DUE_EXTENSION.fields()).select(OPEN_ITEM.NUMBER).from(DUE_EXTENSION)
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(DUE_EXTENSION.ITEM_ID)).where(condition)
                .orderBy(DUE_EXTENSION.ITEM_ID, DUE_EXTENSION.LINE)
                .fetch(r -> new Extension(Id.of(r.get(DUE_EXTENSION.ID)), Id.of(r.get(DUE_EXTENSION.ITEM_ID)),
                        r.get(OPEN_ITEM.NUMBER), r.get(DUE_EXTENSION.AGREED_ON), r.get(DUE_EXTENSION.OLD_DUE),
                        r.get(DUE_EXTENSION.NEW_DUE), r.get(DUE_EXTENSION.AGREED_BY), r.get(DUE_EXTENSION.NOTE),
                        r.get(DUE_EXTENSION.INTEREST_RUNS)));
    }
}
