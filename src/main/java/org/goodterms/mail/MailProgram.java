package org.goodterms.mail;

import java.io.IOException;
import java.nio.file.Path;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Opens a message in the mail program of this machine, where a person reads it again and sends it. */
public final class MailProgram {

    /** How this machine opens a file with the program meant for it. */
    @FunctionalInterface
    public interface Opener {
        void open(Path file) throws IOException;
    }

    private final EmlFolder folder;
    private final Opener opener;

    public MailProgram(Path folder, Opener opener) {
        this.folder = new EmlFolder(folder);
        this.opener = opener;
    }

    /**
     * Writes the message as a draft and opens it.
     *
     * @return the file; or a refusal that names the file, where no program opened it, or the folder that was not writable
     */
    public Outcome<Path> open(String label, byte[] bytes) {
        Path file;
        try {
            file = folder.write(label, MailBytes.asDraft(bytes));
        } catch (IOException e) {
            return Outcome.refused(Problem.of(Trouble.FOLDER.code(), "", 0, e.getClass().getSimpleName(), ""));
        }
        try {
            opener.open(file);
            return Outcome.ok(file);
        } catch (IOException | UnsupportedOperationException e) {
            return Outcome.refused(Problem.of("mail.no_program", file.toString()));
        }
    }
}
