package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.SETTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookMigrationTest {
    @TempDir
    private Path temp;
    private BookLocation.Folder location;
    private BookFiles files;
    private byte[] before;

    @BeforeEach
    void book() throws IOException {
        location = new BookLocation.Folder(temp.resolve("book"));
        files = new BookFiles(location.path());
        try (Database book = Database.create(location, InstantSource.system(), new Changes()).orThrow()) {
            book.write(tx -> Outcome.ok(tx.sql().insertInto(SETTING).set(SETTING.NAME, "a").set(SETTING.CONTENT, "1").execute()));
            book.write(tx -> RawLedger.post(tx, 100));
        }
        before = Files.readAllBytes(files.databaseFile());
    }

    private Opening openWith(String folder) {
        Schema later = new Schema(99, List.of("classpath:db/migration", "classpath:db/" + folder));
        return new FolderBook(location, InstantSource.system(), new Changes(), later).open();
    }

    @Test
    void an_older_book_is_updated_and_its_original_is_kept() {
        Opening.Opened opened = (Opening.Opened) openWith("later");
        try (Database book = opened.database()) {
            assertThat(opened.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo("book.updated");
                assertThat(Path.of(notice.args().getFirst().toString())).hasBinaryContent(before);
            });
            assertThat(RawLedger.entries(book)).isEqualTo(1);
            assertThat(book.write(tx -> Outcome.ok(tx.sql().execute("insert into later_thing values (1)"))).isOk()).isTrue();
        }
        assertThat(((Opening.Opened) openWith("later")).notices()).isEmpty();
    }

    @Test
    void an_update_that_fails_half_way_leaves_the_book_as_it_was() throws IOException {
        refused(openWith("broken"), "book.migration_failed");
    }

    @Test
    void an_update_that_loses_rows_is_thrown_away() throws IOException {
        refused(openWith("losing"), "book.migration_differs");
    }

    private void refused(Opening opening, String code) throws IOException {
        assertThat(opening).isInstanceOfSatisfying(Opening.Refused.class,
                r -> assertThat(r.problems()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo(code)));
        assertThat(files.databaseFile()).hasBinaryContent(before);
        assertThat(BookFiles.fileOf(files.draft())).doesNotExist();
        try (Database book = Database.open(location, InstantSource.system(), new Changes()).orThrow()) {
            assertThat(RawLedger.entries(book)).isEqualTo(1);
        }
    }
}
