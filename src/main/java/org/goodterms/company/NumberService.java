package org.goodterms.company;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Gives out the numbers of documents, each once and none left out. */
public final class NumberService {
    private static final int CHUNK = 500;
    private final Database db;
    private final NumberStore store = new NumberStore();

    public NumberService(Database db) {
        this.db = db;
    }

    /**
     * The next number of a series for a document of that date. The series stays locked until the transaction ends, so
     * two desks never get the same; a transaction taken back gives its number back. A number that a document taken over
     * from elsewhere already bears is passed by.
     *
     * @param series a constant of {@link Series}
     * @throws IllegalStateException if the book has no such series
     */
    public String take(Tx tx, String series, LocalDate date) {
        return takeAll(tx, series, List.of(date)).getFirst();
    }

    /** As {@link #take}, for documents of these dates in this order, in one step. */
    public List<String> takeAll(Tx tx, String series, List<LocalDate> dates) {
        Series found = store.lock(tx, series).orElseThrow(() -> unknown(series));
        Map<String, Deque<Integer>> waiting = new LinkedHashMap<>();
        for (int i = 0; i < dates.size(); i++) {
            waiting.computeIfAbsent(found.period(dates.get(i)), k -> new ArrayDeque<>()).add(i);
        }
        String[] numbers = new String[dates.size()];
        waiting.forEach((period, places) -> {
            long count = store.next(tx, series, period).orElseGet(() -> {
                store.begin(tx, series, period, 1);
                return 1L;
            });
            while (!places.isEmpty()) {
                count = give(tx, found, dates, places, count, numbers);
            }
            store.advance(tx, series, period, count);
        });
        return List.of(numbers);
    }

    /** Gives the next numbers of one period up to the first that is borne already, and passes that one by. */
    private long give(Tx tx, Series series, List<LocalDate> dates, Deque<Integer> places, long from, String[] numbers) {
        List<String> asked = new ArrayList<>();
        for (int place : places.stream().limit(CHUNK).toList()) {
            asked.add(series.number(dates.get(place), from + asked.size()));
        }
        Set<String> borne = store.borne(tx, asked);
        long count = from;
        for (String number : asked) {
            count++;
            if (borne.contains(number)) {
                break;
            }
            numbers[places.remove()] = number;
        }
        return count;
    }

    /** The number {@link #take} would give now; nothing is taken. */
    public String preview(Tx tx, String series, LocalDate date) {
        Series found = store.load(tx, series).orElseThrow(() -> unknown(series));
        long count = store.next(tx, series, found.period(date)).orElse(1L);
        return found.number(date, free(tx, found, date, count));
    }

    /** As {@link #preview(Tx, String, LocalDate)}, by itself. */
    public String preview(String series, LocalDate date) {
        return db.read(tx -> preview(tx, series, date));
    }

    /** The count that the next document of that date gets. */
    public long next(String series, LocalDate date) {
        return db.read(tx -> {
            Series found = store.load(tx, series).orElseThrow(() -> unknown(series));
            return free(tx, found, date, store.next(tx, series, found.period(date)).orElse(1L));
        });
    }

    /** All series of the book. */
    public List<Series> all() {
        return db.read(store::all);
    }

    /**
     * Changes the pattern of a series from now on, and where {@code next} is given, where its count goes on in the
     * period of {@code date}. Numbers already taken stay; the count never goes back.
     */
    public Outcome<Series> change(String series, String typedPattern, long next, LocalDate date) {
        return db.write(tx -> set(tx, series, typedPattern, next, date));
    }

    /** As {@link #change}, within a transaction; also begins a series that is not there yet. */
    public Outcome<Series> set(Tx tx, String series, String typedPattern, long next, LocalDate date) {
        return Series.of(series, typedPattern).then(changed -> {
            store.lock(tx, series);
            boolean doubled = store.all(tx).stream()
                    .anyMatch(other -> !other.name().equals(series) && other.pattern().equals(changed.pattern()));
            if (doubled) {
                return Outcome.refused(Problem.at("series", "company.series_doubled", typedPattern));
            }
            store.put(tx, changed);
            return goOn(tx, changed, changed.period(date), next);
        });
    }

    private Outcome<Series> goOn(Tx tx, Series series, String period, long next) {
        long least = store.isUntouched(tx, series.name(), period) ? 1
                : store.next(tx, series.name(), period).orElse(1L);
        if (next < least) {
            return Outcome.refused(Problem.at("next", "company.next_number", next, least));
        }
        boolean taken = store.next(tx, series.name(), period).isPresent()
                && !store.isUntouched(tx, series.name(), period);
        if (taken && next > least) {
            return Outcome.refused(Problem.at("next", "company.next_number_gap", next, least));
        }
        if (!taken) {
            store.restart(tx, series.name(), period, next);
        }
        tx.touched(Series.class);
        return Outcome.ok(series);
    }

    private long free(Tx tx, Series series, LocalDate date, long from) {
        long count = from;
        while (!store.borne(tx, List.of(series.number(date, count))).isEmpty()) {
            count++;
        }
        return count;
    }

    private static IllegalStateException unknown(String series) {
        return new IllegalStateException("no number series " + series);
    }
}
