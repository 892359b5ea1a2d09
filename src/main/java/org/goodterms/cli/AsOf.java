package org.goodterms.cli;

import java.time.LocalDate;
import org.goodterms.App;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The day at whose end a report looks, and what it may know by then. */
final class AsOf {
    @Option(names = "--as-of", paramLabel = "DATE", description = "at the end of this day; today if left out")
    @Nullable String asOf;
    @Mixin
    KnownOn known = new KnownOn();

    LocalDate day(App app) {
        return Read.date("--as-of", asOf, app.today());
    }

    @Nullable LocalDate known() {
        return known.day();
    }
}
