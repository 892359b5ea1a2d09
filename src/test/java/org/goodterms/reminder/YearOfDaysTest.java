package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * A year of a firm with 200 customers: invoices, payments, returns, disputes, promises, plans, extensions, holds, closed weeks,
 * and runs that end in the middle. After each day what arrived by mail and what stands in the books is judged; the checks that
 * read the whole book, the aging of earlier days and the statements are judged on days drawn from the seed and on the last.
 */
class YearOfDaysTest {
    private static final int DAYS = 365;
    /** {@code -Dyear.seed}: another year. */
    private static final long SEED = Long.getLong("year.seed", 20260105);

    @Test
    void after_each_day_of_a_year_every_invariant_holds_whatever_happened() {
        LocalDate first = LocalDate.of(2026, 1, 5);
        int crashes = 0;
        try (Year year = new Year(SEED, first)) {
            YearJudge judge = new YearJudge(year);
            for (int i = 0; i < DAYS; i++) {
                year.lives(first.plusDays(i));
                boolean closed = i % 90 > 75 || year.random.nextInt(40) == 0;
                if (!closed) {
                    boolean crashed = year.random.nextInt(9) == 0 && year.runInto(year.random.nextInt(400));
                    if (crashed) {
                        crashes++;
                        year.reopen();
                    }
                    if (!crashed || year.random.nextBoolean()) {
                        RunReport report = year.run();
                        assertThat(report.failed()).isEmpty();
                        assertThat(report.waiting()).isEmpty();
                        if (year.random.nextInt(6) == 0) {
                            assertThat(year.run().sent()).as("a second time on the same day").isEmpty();
                        }
                    }
                }
                judge.ofMails();
                judge.ofBooks();
                if (i == DAYS - 1 || year.random.nextInt(30) == 0) {
                    judge.ofEverything();
                }
            }
            judge.ofTheEnd();
            assertThat(crashes).as("runs broken off").isGreaterThan(3);
            assertThat(judge.mails()).as("mails").isGreaterThan(300);
        }
    }
}
