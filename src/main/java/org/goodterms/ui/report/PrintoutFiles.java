package org.goodterms.ui.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.report.Printout;
import org.goodterms.report.ReportPaperService;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** The buttons by which what is shown becomes a PDF or a file for a spreadsheet. */
final class PrintoutFiles {
    private final Desk desk;
    private final ReportPaperService papers;
    private final Supplier<@Nullable Printout> shown;

    PrintoutFiles(Desk desk, ReportPaperService papers, Supplier<@Nullable Printout> shown) {
        this.desk = desk;
        this.papers = papers;
        this.shown = shown;
    }

    Node[] buttons() {
        return new Node[] {Buttons.of(desk.texts(), csv()), Buttons.of(desk.texts(), pdf())};
    }

    Action csv() {
        return Action.of("reports.csv", "fth-grid", () -> save("csv", papers::csv));
    }

    Action pdf() {
        return Action.of("reports.pdf", "fth-file-text", () -> save("pdf", papers::pdf));
    }

    private void save(String ending, java.util.function.Function<Printout, byte[]> bytes) {
        Printout printout = shown.get();
        if (printout == null) {
            return;
        }
        Optional<Path> file = desk.overlay().askFile(printout.title(), printout.key().replace('/', '-') + "." + ending, ending);
        file.ifPresent(path -> desk.tasks().run("reports.saving", progress -> written(path, bytes.apply(printout)),
                done -> desk.overlay().toast(desk.texts().get("reports.saved", done.getFileName())), desk.overlay()::problems));
    }

    private static Outcome<Path> written(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
            return Outcome.ok(file);
        } catch (IOException e) {
            return Outcome.refused(Problem.of("report.not_written", file.toString()));
        }
    }
}
