package org.goodterms.report;

import static org.goodterms.db.gen.Tables.BANK_STATEMENT;
import static org.goodterms.db.gen.Tables.CUSTOMER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.db.Tx;

/** Reads whom the books are compared with: customers and statements. */
final class ReconciliationStore {

    /** The latest statement of an account that says its closing balance, in minor units. */
    record Closing(String account, String statement, LocalDate on, long balance) {
    }

    /** Code and name. */
    record Named(String code, String name) {
    }

    Map<UUID, Named> customers(Tx tx) {
        Map<UUID, Named> names = new HashMap<>();
        tx.sql().select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME).from(CUSTOMER)
                .forEach(r -> names.put(r.value1(), new Named(r.value2(), r.value3())));
        return names;
    }

    List<Closing> closings(Tx tx, LocalDate asOf) {
        Map<String, Closing> latest = new LinkedHashMap<>();
        tx.sql().selectFrom(BANK_STATEMENT).where(BANK_STATEMENT.LAST_ON.le(asOf)).and(BANK_STATEMENT.CLOSING.isNotNull())
                .orderBy(BANK_STATEMENT.ACCOUNT, BANK_STATEMENT.LAST_ON, BANK_STATEMENT.RECORDED_AT)
                .forEach(r -> latest.put(r.getAccount(), new Closing(r.getAccount(), r.getNumber(), r.getLastOn(), r.getClosing())));
        return List.copyOf(latest.values());
    }
}
