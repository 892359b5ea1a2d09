package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Desks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BookLogTest {
    @TempDir
    Path folder;

    @Test
    void a_fault_goes_to_the_log_of_the_open_book_without_anything_of_the_books_and_not_to_the_terminal() throws IOException {
        Bookcase books = new Bookcase(folder.resolve("home"), Desks.CLOCK, null);
        Path book = folder.resolve("my 100% book");
        PrintStream before = System.err;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (App app = ((Bookcase.Opened) books.make(book.toString(), Founding.of("Secret Ltd", "DE", "EUR"))).app()) {
            String where = books.note(new IllegalStateException("customer Secret owes 119.00", new IOException("Secret.pdf")));
            LoggerFactory.getLogger("org.goodterms.test").warn("about {}", "Secret");
            LoggerFactory.getLogger("org.h2").warn("insert into customer values (Secret)");
            assertThat(Path.of(where)).isEqualTo(book.resolve("log/goodterms.log"));
            assertThat(Files.readString(Path.of(where))).contains("java.lang.IllegalStateException", "java.io.IOException", "BookLogTest", "about {}")
                    .doesNotContain("Secret", "119.00");
            assertThat(app.company().company().name()).isEqualTo("Secret Ltd");
        } finally {
            System.setErr(before);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void the_log_is_rotated_and_never_more_than_a_few_megabytes() throws IOException {
        Path book = Files.createDirectories(folder.resolve("book"));
        BookLog.into(book);
        IllegalStateException fault = new IllegalStateException();
        fault.setStackTrace(Stream.generate(() -> new StackTraceElement("org.goodterms.Example", "work", "Example.java", 1)).limit(20_000)
                .toArray(StackTraceElement[]::new));
        for (int i = 0; i < 9; i++) {
            BookLog.note(fault);
        }
        try (var files = Files.list(book.resolve("log"))) {
            List<Path> all = files.toList();
            assertThat(all.size()).isBetween(2, 5);
            assertThat(all).allMatch(file -> file.toFile().length() < 4_000_000);
        }
    }
}
