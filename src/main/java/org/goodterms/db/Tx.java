package org.goodterms.db;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.DSLContext;

/** One transaction under way. A method whose first parameter is a {@code Tx} joins it and never ends it. */
public final class Tx {
    private final DSLContext sql;
    private final Instant now;
    private final Set<Class<?>> touched = new LinkedHashSet<>();

    Tx(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    public DSLContext sql() {
        return sql;
    }

    /** The instant this transaction records for everything it writes, in whole microseconds (UTC). */
    public Instant now() {
        return now;
    }

    /** Says that rows behind this record class were written; told to listeners after the commit. */
    public void touched(Class<?> recordClass) {
        touched.add(recordClass);
    }

    Set<Class<?>> touchedClasses() {
        return touched;
    }
}
