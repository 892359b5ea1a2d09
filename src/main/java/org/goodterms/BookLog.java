package org.goodterms;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The log in the folder of the open book: what went wrong and where in the program, in a few files of limited size. It
 * holds nothing of the books: of a message only its fixed words, of an error only its kind and place.
 */
final class BookLog extends AppenderBase<ILoggingEvent> {
    private static final String NAME = "book";
    private static final long LARGEST = 1_000_000;
    private static final int OLDER = 4;
    private final Path file;

    private BookLog(Path file) {
        this.file = file;
    }

    /** From now on what is to be logged goes to the folder of this book. */
    static void into(Path folder) {
        Path file = folder.resolve("log").resolve("goodterms.log");
        Logger root = root();
        if (current(root).filter(open -> open.file.equals(file)).isEmpty()) {
            root.detachAppender(NAME);
            BookLog log = new BookLog(file);
            log.setName(NAME);
            log.setContext(root.getLoggerContext());
            log.start();
            root.addAppender(log);
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Optional<BookLog> current(Logger root) {
        return root.getAppender(NAME) instanceof BookLog open ? Optional.of(open) : Optional.empty();
    }

    /**
     * Writes a fault of ours into the log of the open book.
     *
     * @return where it was written; empty where no book in a folder was opened
     */
    static Optional<String> note(Throwable fault) {
        LoggerFactory.getLogger(BookLog.class).error("a fault of the program", fault);
        return current(root()).map(log -> log.file.toString());
    }

    /** A disk that refuses loses the note only. */
    @Override
    protected void append(ILoggingEvent event) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                rotate();
            }
            Files.writeString(file, text(event), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            addWarn("not logged", e);
        }
    }

    private void rotate() throws IOException {
        for (int i = OLDER; i > 0; i--) {
            Path younger = i == 1 ? file : older(i - 1);
            if (Files.exists(younger)) {
                Files.move(younger, older(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path older(int age) {
        return file.resolveSibling("goodterms." + age + ".log");
    }

    /** Time, grade, place, the fixed words of our own messages; of errors their kinds and where they arose. */
    private static String text(ILoggingEvent event) {
        StringBuilder text = new StringBuilder().append(event.getInstant()).append(' ').append(event.getLevel()).append(' ')
                .append(event.getLoggerName());
        if (event.getLoggerName().startsWith("org.goodterms.")) {
            text.append(": ").append(event.getMessage());
        }
        text.append('\n');
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append("  ").append(cause.getClassName()).append('\n');
            for (StackTraceElementProxy place : cause.getStackTraceElementProxyArray()) {
                text.append("    at ").append(place.getStackTraceElement()).append('\n');
            }
        }
        return text.toString();
    }
}
