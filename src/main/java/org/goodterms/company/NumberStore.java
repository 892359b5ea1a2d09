package org.goodterms.company;

import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.NUMBER_COUNTER;
import static org.goodterms.db.gen.Tables.NUMBER_SERIES;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.db.Tx;

/** Series and their counters. Whoever changes a counter first locks the row of its series. */
final class NumberStore {

    List<Series> all(Tx tx) {
        return tx.sql().selectFrom(NUMBER_SERIES).orderBy(NUMBER_SERIES.NAME)
                .fetch(r -> new Series(r.getName(), r.getPattern()));
    }

    Optional<Series> load(Tx tx, String name) {
        return tx.sql().selectFrom(NUMBER_SERIES).where(NUMBER_SERIES.NAME.eq(name))
                .fetchOptional(r -> new Series(r.getName(), r.getPattern()));
    }

    /** Waits for whoever holds the series, then holds it until this transaction ends. */
    Optional<Series> lock(Tx tx, String name) {
        return tx.sql().selectFrom(NUMBER_SERIES).where(NUMBER_SERIES.NAME.eq(name)).forUpdate()
                .fetchOptional(r -> new Series(r.getName(), r.getPattern()));
    }

    void put(Tx tx, Series series) {
        int changed = tx.sql().update(NUMBER_SERIES).set(NUMBER_SERIES.PATTERN, series.pattern())
                .where(NUMBER_SERIES.NAME.eq(series.name())).execute();
        if (changed == 0) {
            tx.sql().insertInto(NUMBER_SERIES, NUMBER_SERIES.NAME, NUMBER_SERIES.PATTERN)
                    .values(series.name(), series.pattern()).execute();
        }
    }

    Optional<Long> next(Tx tx, String series, String period) {
        return tx.sql().select(NUMBER_COUNTER.NEXT_NUMBER).from(NUMBER_COUNTER)
                .where(NUMBER_COUNTER.SERIES.eq(series)).and(NUMBER_COUNTER.PERIOD.eq(period))
                .fetchOptional(NUMBER_COUNTER.NEXT_NUMBER);
    }

    /** Begins a period. */
    void begin(Tx tx, String series, String period, long first) {
        tx.sql().insertInto(NUMBER_COUNTER).set(NUMBER_COUNTER.SERIES, series).set(NUMBER_COUNTER.PERIOD, period)
                .set(NUMBER_COUNTER.FIRST_NUMBER, first).set(NUMBER_COUNTER.NEXT_NUMBER, first).execute();
    }

    /** Begins a period anew with another first number, before any number of it was taken. */
    void restart(Tx tx, String series, String period, long first) {
        tx.sql().deleteFrom(NUMBER_COUNTER).where(NUMBER_COUNTER.SERIES.eq(series))
                .and(NUMBER_COUNTER.PERIOD.eq(period)).execute();
        begin(tx, series, period, first);
    }

    boolean isUntouched(Tx tx, String series, String period) {
        return tx.sql().fetchExists(tx.sql().selectOne().from(NUMBER_COUNTER).where(NUMBER_COUNTER.SERIES.eq(series))
                .and(NUMBER_COUNTER.PERIOD.eq(period))
                .and(NUMBER_COUNTER.FIRST_NUMBER.eq(NUMBER_COUNTER.NEXT_NUMBER)));
    }

    void advance(Tx tx, String series, String period, long next) {
        tx.sql().update(NUMBER_COUNTER).set(NUMBER_COUNTER.NEXT_NUMBER, next)
                .where(NUMBER_COUNTER.SERIES.eq(series)).and(NUMBER_COUNTER.PERIOD.eq(period)).execute();
    }

    /** Which of these numbers documents of this book, perhaps some taken over from another program, bear. */
    Set<String> borne(Tx tx, List<String> numbers) {
        Set<String> borne = new HashSet<>(tx.sql().select(DOCUMENT.NUMBER).from(DOCUMENT)
                .where(DOCUMENT.NUMBER.in(numbers)).fetch(DOCUMENT.NUMBER));
        borne.addAll(tx.sql().select(OPEN_ITEM.NUMBER).from(OPEN_ITEM).where(OPEN_ITEM.NUMBER.in(numbers))
                .fetch(OPEN_ITEM.NUMBER));
        return borne;
    }
}
