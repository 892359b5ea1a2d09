package org.goodterms.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class NumberServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
    private final Database db;
    private final NumberService numbers;
    private final Engine engine;

    NumberServiceTest(Engine engine) {
        this.engine = engine;
        db = engine.open(clock);
        numbers = new NumberService(db);
    }

    @BeforeEach
    void found() {
        CompanyService companies = new CompanyService(db, Ids.counting(), ZoneOffset.UTC, numbers);
        db.write(tx -> companies.found(tx, Founding.of("Firm", "DE", "EUR"))).orThrow();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private String take(LocalDate date) {
        return db.write(tx -> Outcome.ok(numbers.take(tx, Series.INVOICE, date))).orThrow();
    }

    @Test
    void numbers_follow_each_other_and_start_anew_each_year() {
        assertThat(List.of(take(DAY), take(DAY), take(DAY.plusYears(1)), take(DAY)))
                .containsExactly("2026-0001", "2026-0002", "2027-0001", "2026-0003");
    }

    @Test
    void a_refused_transaction_gives_its_number_back() {
        take(DAY);
        db.write(tx -> {
            assertThat(numbers.take(tx, Series.INVOICE, DAY)).isEqualTo("2026-0002");
            return Outcome.refused(Problem.of("company.founded_already"));
        });
        db.preview(tx -> Outcome.ok(numbers.take(tx, Series.INVOICE, DAY)));
        assertThat(db.<String>read(tx -> numbers.preview(tx, Series.INVOICE, DAY))).isEqualTo("2026-0002");
        assertThat(take(DAY)).isEqualTo("2026-0002");
    }

    @Test
    void numbers_taken_at_the_same_time_are_all_different_and_none_is_missing() {
        List<String> taken = IntStream.range(0, 200).parallel().mapToObj(i -> take(DAY)).sorted().toList();
        assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(i -> "2026-%04d".formatted(i)).toList());
    }

    @Test
    void the_series_may_change_but_the_count_never_jumps_or_goes_back() {
        take(DAY);
        assertThat(codes(numbers.change(Series.INVOICE, "RE", 1, DAY))).containsExactly("company.next_number");
        assertThat(codes(numbers.change(Series.INVOICE, "RE", 9, DAY))).containsExactly("company.next_number_gap");
        numbers.change(Series.INVOICE, "RE", 2, DAY).orThrow();
        assertThat(take(DAY)).isEqualTo("RE-2026-0002");
    }

    @Test
    void before_the_first_number_the_start_may_move_freely() {
        numbers.change(Series.INVOICE, "RE", 50, DAY).orThrow();
        numbers.change(Series.INVOICE, "RE", 20, DAY).orThrow();
        assertThat(take(DAY)).isEqualTo("RE-2026-0020");
    }

    @Test
    void a_number_that_a_document_taken_over_bears_is_passed_by() {
        try (TestBook book = new TestBook(engine)) {
            book.invoice(book.customer("A"), "2026-0001", DAY, "10.00", "0.00", "0");
            book.invoice(book.customer("B"), "2026-0003", DAY, "10.00", "0.00", "0");
            NumberService there = book.app.numbers();
            assertThat(book.app.db().<String>read(tx -> there.preview(tx, Series.INVOICE, DAY))).isEqualTo("2026-0002");
            List<String> taken = IntStream.range(0, 2).mapToObj(i -> book.app.db().write(tx ->
                    Outcome.ok(there.take(tx, Series.INVOICE, DAY))).orThrow()).toList();
            assertThat(taken).containsExactly("2026-0002", "2026-0004");
        }
    }

    @Test
    void two_series_never_share_a_pattern() {
        assertThat(codes(numbers.change(Series.FEE, "CN-{YYYY}-{NNNN}", 1, DAY))).containsExactly("company.series_doubled");
        assertThat(numbers.all()).extracting(Series::pattern).doesNotHaveDuplicates().hasSize(4);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }
}
