package org.goodterms.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Asks where a PDF shall go, makes it away from the window's thread, writes it and says that it is there. */
public final class PdfOut {

    private PdfOut() {
    }

    /**
     * An action that does so.
     *
     * @param key  of the action's words, which also head the question where to
     * @param name of the file, without ending
     */
    public static Action action(Desk desk, String key, String icon, String name, Supplier<Outcome<byte[]>> making) {
        return Action.of(key, icon, () -> ask(desk, key, name, making));
    }

    /** Does so at once. */
    public static void ask(Desk desk, String key, String name, Supplier<Outcome<byte[]>> making) {
        desk.overlay().askFile(desk.texts().get(key), name + ".pdf", "pdf").ifPresent(file -> desk.tasks().run(key,
                progress -> making.get().then(pdf -> written(file, pdf)),
                done -> desk.overlay().toast(desk.texts().get("invoice.pdf_saved", done.getFileName())), desk.overlay()::problems));
    }

    private static Outcome<Path> written(Path file, byte[] pdf) {
        try {
            return Outcome.ok(Files.write(file, pdf));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("window.not_written", file));
        }
    }
}
