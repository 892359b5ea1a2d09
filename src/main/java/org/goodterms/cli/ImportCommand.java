package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportReport;
import org.goodterms.intake.ImportService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in customers, invoices or payments from a CSV file. */
@Command(name = "import", description = "brings in customers, invoices or payments from a CSV file")
final class ImportCommand implements Act {
    @Parameters(index = "0", paramLabel = "customers|invoices|payments")
    String kind = "";
    @Parameters(index = "1", paramLabel = "FILE")
    String file = "";
    @Option(names = "--map", paramLabel = "FILE")
    @Nullable String map;
    @Option(names = "--dry-run", description = "says what would happen and changes nothing")
    boolean dryRun;
    @Option(names = "--keep-good", description = "brings in the good rows although others are refused")
    boolean keepGood;

    @Override
    public Outcome<Answer> run(App app) {
        ImportKind what = Read.found(ImportKind.of(kind), Problem.at("import", "cli.import_kind", kind));
        byte[] bytes = bytes(file);
        String json = map == null ? null : new String(bytes(map), java.nio.charset.StandardCharsets.UTF_8);
        return app.imports().run(new ImportService.Order(what, bytes, json, dryRun, keepGood), Progress.NONE)
                .map(this::answer);
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new Read.Refusal(Problem.at("FILE", "cli.file_unreadable", file));
        }
    }

    private Answer answer(ImportReport report) {
        Texts texts = Texts.of(Locale.ENGLISH);
        ObjectNode json = Json.object().put("rows", report.rows()).put("imported", report.imported())
                .put("skipped", report.skipped());
        StringBuilder text = new StringBuilder().append(report.rows()).append(" rows: ").append(report.imported())
                .append(dryRun ? " would be imported, " : " imported, ").append(report.skipped()).append(" skipped, ")
                .append(report.errors().size()).append(" refused");
        Json.array(json, "errors", report.errors(), e -> {
            text.append("\nrow ").append(e.row()).append(", ").append(e.column()).append(": ").append(texts.of(e.problem()));
            return row(e, texts).put("column", e.column());
        });
        Json.array(json, "warnings", report.warnings(), w -> {
            text.append("\nwarning in row ").append(w.row()).append(": ").append(texts.of(w.problem()));
            return row(w, texts);
        });
        ObjectNode totals = json.putObject("totals");
        List.copyOf(report.totals().keySet()).stream().sorted()
                .forEach(code -> Json.put(totals, code, report.totals().get(code)));
        return new Answer(json, text.toString(), report.errors().isEmpty() || keepGood || dryRun);
    }

    private static ObjectNode row(ImportReport.RowProblem problem, Texts texts) {
        return Json.object().put("row", problem.row()).put("problem", texts.of(problem.problem()));
    }
}
