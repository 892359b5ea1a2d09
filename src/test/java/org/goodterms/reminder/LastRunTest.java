package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the plan was last carried out, and when it is time to say that it was not. */
class LastRunTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 6, 4);
    @TempDir
    private Path folder;

    @Test
    void C24_the_last_completed_run_is_kept_and_three_business_days_without_one_are_said() {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            RunService runs = office.app.reminders().runs();
            office.owes("C000", "N1", THURSDAY.minusDays(3), Office.eur(10_000));
            office.clock.standAt(THURSDAY);
            assertThat(runs.lastRun()).isEqualTo(new LastRun(null, 0, 0, true));
            office.run(THURSDAY);
            office.run(THURSDAY);
            assertThat(runs.lastRun()).as("one that sends nothing is a run of that day too").isEqualTo(new LastRun(THURSDAY, 1, 0, true));
            office.clock.standAt(THURSDAY.plusDays(5));
            assertThat(runs.lastRun()).as("Friday and Monday").isEqualTo(new LastRun(THURSDAY, 1, 2, true)).matches(last -> !last.isLate());
            office.clock.standAt(THURSDAY.plusDays(7));
            assertThat(runs.run(new RunService.Order(new Way.Account(), true, Set.of()), Progress.NONE).isOk()).as("no way is open").isFalse();
            assertThat(runs.lastRun()).as("what was refused is no run").isEqualTo(new LastRun(THURSDAY, 1, 4, true)).matches(LastRun::isLate);
            office.app.reminders().policies().save(Policies.Scope.COMPANY, "", Policy.DEFAULT.in(Policy.Mode.OFF)).orThrow();
            assertThat(runs.lastRun().isLate()).as("switched off: nothing is missing").isFalse();
            office.app.reminders().policies().save(Policies.Scope.COMPANY, "", Policy.DEFAULT).orThrow();
            office.run(THURSDAY.plusDays(7));
            assertThat(runs.lastRun()).isEqualTo(new LastRun(THURSDAY.plusDays(7), 1, 0, true));
        }
    }
}
