package org.goodterms.customer;

import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.time.LocalDate;
import java.util.UUID;
import org.goodterms.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Rows of later rooms that this room reads. */
final class Rows {

    private Rows() {
    }

    /** An item in EUR, in minor units; settled today where nothing of it is open. */
    static UUID item(Firm firm, Customer customer, String number, @Nullable LocalDate due, long original, long open) {
        UUID id = UUID.randomUUID();
        firm.db().write(tx -> Outcome.ok(tx.sql().insertInto(OPEN_ITEM).set(OPEN_ITEM.ID, id)
                .set(OPEN_ITEM.CUSTOMER_ID, customer.id().value()).set(OPEN_ITEM.KIND, original < 0 ? "receipt" : "invoice")
                .set(OPEN_ITEM.NUMBER, number).set(OPEN_ITEM.PART, 1)
                .set(OPEN_ITEM.ITEM_DATE, LocalDate.of(2026, 2, 1)).set(OPEN_ITEM.DUE_DATE, due)
                .set(OPEN_ITEM.CURRENCY, "EUR").set(OPEN_ITEM.ORIGINAL, original).set(OPEN_ITEM.CARRYING, original)
                .set(OPEN_ITEM.OPEN_AMOUNT, open).set(OPEN_ITEM.OPEN_CARRYING, open)
                .set(OPEN_ITEM.SETTLED_ON, open == 0 ? LocalDate.of(2026, 3, 2) : null)
                .set(OPEN_ITEM.RECORDED_AT, tx.now()).execute())).orThrow();
        return id;
    }
}
