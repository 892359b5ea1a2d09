package org.goodterms.cli;

import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.report.Printout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report shall be written to beside what the command says. */
final class Files {
    @Option(names = "--pdf", paramLabel = "FILE", description = "writes it as a PDF too")
    @Nullable String pdf;
    @Option(names = "--csv", paramLabel = "FILE", description = "writes it for a spreadsheet too")
    @Nullable String csv;

    Outcome<Answer> with(App app, Printout printout, Answer answer) {
        Outcome<Integer> written = pdf == null ? Outcome.ok(0) : Out.written(pdf, app.reporting().papers().pdf(printout));
        return written.then(size -> csv == null ? Outcome.ok(0) : Out.written(csv, app.reporting().papers().csv(printout)))
                .map(size -> answer);
    }
}
