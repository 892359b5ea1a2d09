package org.goodterms.report;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;

/** Reads what reports need beside the subledger. */
final class ReportStore {

    Map<Id<Customer>, Aging.Named> names(Tx tx) {
        Map<Id<Customer>, Aging.Named> names = new HashMap<>();
        tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME).from(CUSTOMER)
                .forEach(r -> names.put(Id.of(r.value1()), new Aging.Named(r.value2(), r.value3())));
        return names;
    }

    /** Currencies in which a customer has items, the one with the most items first. */
    List<CurrencyUnit> currencies(Tx tx, Id<Customer> customer) {
        return tx.sql().select(OPEN_ITEM.CURRENCY).from(OPEN_ITEM).where(OPEN_ITEM.CUSTOMER_ID.eq(customer.value()))
                .groupBy(OPEN_ITEM.CURRENCY).orderBy(org.jooq.impl.DSL.count().desc(), OPEN_ITEM.CURRENCY)
                .fetch(r -> CurrencyUnit.of(r.value1()));
    }
}
