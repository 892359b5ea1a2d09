package org.goodterms;

import java.awt.Desktop.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** Faults of ours as a text that its user can read and send; holds where in the program it was, nothing of the books. */
record FaultLog(Path file, Clock clock) {
    private static final long LONGEST = 1_000_000;

    /** Adds a fault at the end; a file that has grown too long is begun anew. A disk that refuses loses the note only. */
    void write(Throwable fault) {
        StringBuilder text = new StringBuilder().append(clock.instant()).append('\n');
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("    at ").append(place).append('\n');
            }
        }
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                Files.delete(file);
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return;
        }
    }

    /** Opens it in the program that this machine has for texts; nothing where it has none. */
    void show() {
        Thread.ofVirtual().start(() -> {
            try {
                if (java.awt.Desktop.isDesktopSupported() && java.awt.Desktop.getDesktop().isSupported(Action.OPEN)) {
                    java.awt.Desktop.getDesktop().open(file.toFile());
                }
            } catch (IOException | IllegalArgumentException e) {
                return;
            }
        });
    }
}
