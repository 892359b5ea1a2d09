package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.ledger.Entry.Posting;

/**
 * Invariant 22: any number of overlapping files, in any order and repeated, give the same set of lines; 23: the ledger is the
 * statement less the lines that are not there yet, with the entries that are on no statement.
 */
class ImportOrderTest {

    @Property(tries = 20)
    void overlapping_files_in_any_order_give_the_same_lines(@ForAll @IntRange(min = 1, max = 12) int days,
            @ForAll @IntRange(min = 1, max = 5) int files, @ForAll Random random) {
        same(Engine.H2, days, files, random);
    }

    @Property(tries = 2)
    void overlapping_files_give_the_same_lines_on_a_server_too(@ForAll @IntRange(min = 3, max = 8) int days, @ForAll Random random) {
        same(Engine.POSTGRES, days, 2, random);
    }

    private static void same(Engine engine, int days, int files, Random random) {
        List<List<String[]>> month = IntStream.rangeClosed(1, days).mapToObj(day -> day(day, random)).toList();
        List<int[]> windows = new ArrayList<>(List.of(new int[] {0, days}));
        for (int i = 0; i < files; i++) {
            int from = random.nextInt(days);
            windows.add(new int[] {from, from + 1 + random.nextInt(days - from)});
        }
        windows.addAll(windows.subList(0, random.nextInt(windows.size())));
        Collections.shuffle(windows, random);
        try (BankBook book = new BankBook(engine)) {
            Set<Integer> there = new HashSet<>();
            book.book.app.ledger().postByHand(LocalDate.of(2026, 3, 1), "under way", List.of(
                    Posting.debit("6000", TestBook.eur("7.77")), Posting.credit("1000", TestBook.eur("7.77")))).orThrow();
            for (int[] window : windows) {
                book.bring(month.subList(window[0], window[1]).stream().flatMap(List::stream).toList());
                IntStream.range(window[0], window[1]).forEach(there::add);
                assertThat(new BigDecimal(book.balance("1000"))).as("invariant 23").isEqualByComparingTo(sum(month)
                        .subtract(sum(IntStream.range(0, days).filter(d -> !there.contains(d)).mapToObj(month::get).toList()))
                        .subtract(new BigDecimal("7.77")));
            }
            assertThat(book.bank.lines().list(false).stream().map(s -> s.line().booked() + s.line().payer()
                    + s.line().amount().getAmount()).collect(Collectors.groupingBy(k -> k, Collectors.counting())))
                    .isEqualTo(month.stream().flatMap(List::stream).map(r -> r[0] + r[1] + r[4])
                            .collect(Collectors.groupingBy(k -> k, Collectors.counting())));
            book.isSound();
        }
    }

    private static BigDecimal sum(List<List<String[]>> lines) {
        return lines.stream().flatMap(List::stream).map(row -> new BigDecimal(row[4])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Some lines of a day, among them genuine twins. */
    private static List<String[]> day(int day, Random random) {
        List<String[]> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            lines.add(new String[] {"2026-03-%02d".formatted(day), "P" + random.nextInt(2), "", "t",
                random.nextBoolean() ? "10.00" : "-3.50"});
        }
        return lines;
    }

    @Property(tries = 200)
    void a_file_adds_only_what_exceeds_the_count_known(@ForAll @IntRange(min = 0, max = 6) int known,
            @ForAll @IntRange(min = 0, max = 6) int inFile, @ForAll boolean ids, @ForAll boolean sameFamily) {
        List<Fingerprint.Known> there = twins(known, ids ? "a" : null, "one");
        List<Fingerprint.Known> file = twins(inFile, ids ? "a" : null, sameFamily ? "one" : "two");
        Map<Boolean, Long> found = new HashMap<>(Fingerprint.duplicates(there, file).stream()
                .collect(Collectors.groupingBy(d -> d, Collectors.counting())));
        assertThat(found.getOrDefault(false, 0L)).isEqualTo(Math.max(0, inFile - known));
    }

    private static List<Fingerprint.Known> twins(int count, String id, String family) {
        return IntStream.range(0, count).mapToObj(i -> new Fingerprint.Known(java.time.LocalDate.of(2026, 3, 1), 1000, "p",
                family, id == null ? null : id + i)).toList();
    }
}
