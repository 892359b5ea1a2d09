package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookLocationTest {
    @TempDir
    private Path temp;

    private static String refusal(String text) {
        return BookLocation.parse(text).problems().stream().map(Problem::code).findFirst().orElse("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/x;INIT=create table a(b int)", "/tmp/a\tb", "/tmp/a\nb", "/tmp/a\u0000b", "/tmp/a\u0085b",
            "jdbc:postgresql://host/db;x"})
    void a_path_that_the_engine_would_read_as_settings_is_refused(String text) {
        assertThat(refusal(text)).isEqualTo("book.path_characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books/My firm", "/books/Müller & Söhne", "/books/a+b%20c", "relative/folder", "C", "/books/帳簿"})
    void an_ordinary_folder_is_accepted(String text) {
        assertThat(BookLocation.parse(text).orThrow()).isEqualTo(new BookLocation.Folder(Path.of(text)));
    }

    @ParameterizedTest
    @CsvSource({"'', book.location_missing", "'   ', book.location_missing", "jdbc:h2:mem:x, book.url",
            "jdbc:mysql://host/db, book.url", "jdbc:postgresql://host, book.url", "jdbc:postgresql://host/, book.url",
            "jdbc:postgresql://me:secret@host/db, book.url", "jdbc:postgresql://ho st/db, book.url",
            "jdbc:postgresql://host/db?socketFactory=evil.Class, book.url_parameter",
            "jdbc:postgresql://host/db?loggerFile=/etc/x, book.url_parameter"})
    void what_is_no_place_for_a_book_is_refused(String text, String code) {
        assertThat(refusal(text)).isEqualTo(code);
    }

    @Test
    void a_path_that_is_too_long_and_a_file_are_refused() throws IOException {
        assertThat(refusal("/" + "a/".repeat(150))).isEqualTo("book.path_too_long");
        assertThat(refusal(Files.createFile(temp.resolve("file")).toString())).isEqualTo("book.not_a_folder");
    }

    @Test
    void the_address_of_a_shared_book_is_shown_without_its_password() {
        BookLocation shared = BookLocation.parse("jdbc:postgresql://host:5433/books?user=ann&password=secret&sslmode=verify-full").orThrow();
        assertThat(shared.shown()).isEqualTo("jdbc:postgresql://host:5433/books");
        assertThat(shared.toString()).doesNotContain("secret");
        assertThat(BookLocation.parse("jdbc:mysql://host/db?password=secret").problems().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"/home/ann/Dropbox/books, Dropbox", "/home/ann/Dropbox (Firm)/books, Dropbox", "/Users/ann/OneDrive - Firm/b, OneDrive",
            "/Users/ann/Library/Mobile Documents/b, iCloud Drive", "/Users/ann/Library/CloudStorage/GoogleDrive-ann@x.org/My Drive/b, Google Drive",
            "/home/ann/Google Drive/b, Google Drive", "/home/ann/Nextcloud/b, Nextcloud"})
    void a_folder_that_a_service_keeps_in_step_is_known(String path, String service) {
        assertThat(SyncFolders.serviceOf(Path.of(path))).contains(service);
    }

    @Test
    void a_link_into_such_a_folder_is_followed_and_an_ordinary_folder_is_free() throws IOException {
        Files.createDirectories(temp.resolve("Dropbox/books"));
        Path link = Files.createSymbolicLink(temp.resolve("plain"), temp.resolve("Dropbox/books"));
        assertThat(SyncFolders.serviceOf(link.resolve("new"))).contains("Dropbox");
        assertThat(SyncFolders.serviceOf(Path.of("/home/ann/Dropboxes/driven"))).isEmpty();
    }
}
