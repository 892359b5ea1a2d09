package org.goodterms.backup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which automatic backups stay: the last of each of 7 days, 5 weeks and 24 months, and never fewer than the newest three. */
final class Keeping {
    private static final int NEWEST = 3;
    private static final int DAYS = 7;
    private static final int WEEKS = 5;
    private static final int MONTHS = 24;

    private Keeping() {
    }

    /** @return those of {@code made} that may go; times in the zone of the book */
    static Set<LocalDateTime> superfluous(List<LocalDateTime> made) {
        List<LocalDateTime> newest = made.stream().sorted(Comparator.reverseOrder()).toList();
        Set<LocalDateTime> keep = new HashSet<>(newest.stream().limit(NEWEST).toList());
        keep.addAll(lastOfEach(newest, LocalDateTime::toLocalDate, DAYS));
        keep.addAll(lastOfEach(newest, time -> week(time.toLocalDate()), WEEKS));
        keep.addAll(lastOfEach(newest, YearMonth::from, MONTHS));
        Set<LocalDateTime> go = new HashSet<>(made);
        go.removeAll(keep);
        return go;
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "/" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** The newest of each of the last {@code count} periods that have one. */
    private static List<LocalDateTime> lastOfEach(List<LocalDateTime> newest, Function<LocalDateTime, Object> period, int count) {
        Map<Object, LocalDateTime> last = new HashMap<>();
        for (LocalDateTime time : newest) {
            if (last.size() == count && !last.containsKey(period.apply(time))) {
                break;
            }
            last.putIfAbsent(period.apply(time), time);
        }
        return List.copyOf(last.values());
    }
}
