package org.goodterms.report;

import static org.goodterms.db.gen.Tables.DO_NOT_CONTACT;
import static org.goodterms.db.gen.Tables.MESSAGE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goodterms.db.Tx;

/** To whom no statement is due: who got one since a day, and who is not to be written to. */
final class MonthlyStore {
    private static final List<String> NOT_OUT = List.of("failed", "cancelled");

    Set<UUID> told(Tx tx, LocalDate since, LocalDate today) {
        Set<UUID> told = new HashSet<>(tx.sql().selectDistinct(MESSAGE.CUSTOMER_ID).from(MESSAGE).where(MESSAGE.KIND.eq("statement"))
                .and(MESSAGE.CUSTOMER_ID.isNotNull()).and(MESSAGE.STATE.notIn(NOT_OUT)).and(MESSAGE.BUSINESS_DATE.between(since, today))
                .fetchSet(MESSAGE.CUSTOMER_ID));
        told.addAll(tx.sql().selectDistinct(DO_NOT_CONTACT.CUSTOMER_ID).from(DO_NOT_CONTACT).where(DO_NOT_CONTACT.SET_ON.le(today))
                .and(DO_NOT_CONTACT.CLEARED_ON.isNull().or(DO_NOT_CONTACT.CLEARED_ON.gt(today))).fetchSet(DO_NOT_CONTACT.CUSTOMER_ID));
        return told;
    }
}
