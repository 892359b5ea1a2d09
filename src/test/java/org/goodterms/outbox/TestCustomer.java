package org.goodterms.outbox;

import static org.goodterms.db.gen.Tables.CUSTOMER;

import java.util.UUID;
import org.goodterms.db.Tx;

/** A customer as other rooms see it: a row. */
final class TestCustomer {

    private TestCustomer() {
    }

    static UUID insert(Tx tx, UUID id, String code) {
        tx.sql().insertInto(CUSTOMER).set(CUSTOMER.ID, id).set(CUSTOMER.CODE, code).set(CUSTOMER.NAME, code)
                .set(CUSTOMER.COUNTRY, "DE").set(CUSTOMER.LANGUAGE, "de").set(CUSTOMER.CURRENCY, "EUR")
                .set(CUSTOMER.TERMS, "net 30").set(CUSTOMER.CHANNEL, "email").set(CUSTOMER.SEARCH_TEXT, code)
                .set(CUSTOMER.CREATED_AT, tx.now()).set(CUSTOMER.VERSION, 0).execute();
        return id;
    }
}
