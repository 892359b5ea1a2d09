package org.goodterms.backup;

import static org.goodterms.db.gen.Tables.COMPANY;
import static org.goodterms.db.gen.Tables.LEDGER_HEAD;
import static org.goodterms.db.gen.Tables.POSTING;

import org.goodterms.db.BookTables;
import org.goodterms.db.Tx;
import org.goodterms.ledger.Chart;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reads totals. */
final class TotalsStore {

    Totals totals(Tx tx, long documents) {
        var company = tx.sql().select(COMPANY.NAME, COMPANY.CURRENCY).from(COMPANY).fetchOne();
        String head = tx.sql().select(LEDGER_HEAD.HASH).from(LEDGER_HEAD).fetchOne(LEDGER_HEAD.HASH);
        return new Totals(company == null ? "" : company.value1(), company == null ? "" : company.value2(), BookTables.counts(tx), documents,
                sum(tx, POSTING.AMOUNT.gt(0L)), sum(tx, POSTING.ACCOUNT.eq(Chart.RECEIVABLES)), head == null ? "" : head);
    }

    private static long sum(Tx tx, Condition which) {
        var sum = tx.sql().select(DSL.sum(POSTING.AMOUNT)).from(POSTING).where(which).fetchOne();
        return sum == null || sum.value1() == null ? 0 : sum.value1().longValueExact();
    }
}
