package org.goodterms.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As the books stood when that day ended, whatever was written later. */
final class KnownOn {
    @Option(names = "--known-on", paramLabel = "DATE", description = "as the books were when that day ended")
    @Nullable String knownOn;

    /** That day; none where all that is known counts. */
    @Nullable LocalDate day() {
        return knownOn == null ? null : Read.date("--known-on", knownOn);
    }
}
