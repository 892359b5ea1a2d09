package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.SETTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBookTest {
    private static final InstantSource CLOCK = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
    @TempDir
    private Path temp;
    private BookLocation.Folder location;
    private BookFiles files;

    @BeforeEach
    void place() {
        location = new BookLocation.Folder(temp.resolve("my book é"));
        files = new BookFiles(location.path());
    }

    private Database create() {
        return Database.create(location, CLOCK, new Changes()).orThrow();
    }

    private Opening open() {
        return Database.open(location, CLOCK, new Changes());
    }

    private void createWith(int entries) {
        try (Database book = create()) {
            for (int i = 0; i < entries; i++) {
                book.write(tx -> RawLedger.post(tx, 100));
            }
        }
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private List<String> findings() {
        return switch (open()) {
            case Opening.Suspect(BookSuspect found) -> codes(found.findings());
            case Opening.Opened opened -> {
                opened.database().close();
                yield List.of("opened");
            }
            case Opening.Refused(List<Problem> problems) -> codes(problems);
        };
    }

    @Test
    void what_was_written_is_there_after_the_book_was_closed() {
        createWith(3);
        switch (open()) {
            case Opening.Opened(Database book, List<Problem> notices) -> {
                assertThat(notices).isEmpty();
                assertThat(RawLedger.entries(book)).isEqualTo(3);
                assertThat(book.<String>read(RawLedger::fault)).isEmpty();
                book.close();
            }
            case Opening other -> throw new AssertionError(other);
        }
        assertThat(files.holder()).doesNotExist();
    }

    @Test
    void a_book_is_never_overwritten() throws IOException {
        createWith(1);
        byte[] before = Files.readAllBytes(files.databaseFile());
        assertThat(codes(Database.create(location, CLOCK, new Changes()).problems())).containsExactly("book.exists");
        assertThat(Files.readAllBytes(files.databaseFile())).isEqualTo(before);
        Files.delete(files.databaseFile());
        assertThat(codes(Database.create(location, CLOCK, new Changes()).problems())).containsExactly("book.exists");
    }

    @Test
    void a_folder_without_a_book_is_not_opened() {
        assertThat(findings()).containsExactly("book.not_found");
        assertThat(location.path()).doesNotExist();
    }

    @Test
    void a_book_that_is_open_is_not_opened_again_and_its_holder_is_named() {
        try (Database book = create()) {
            Opening second = open();
            assertThat(second).isInstanceOfSatisfying(Opening.Refused.class, refused -> {
                assertThat(codes(refused.problems())).containsExactly("book.locked");
                assertThat(refused.problems().getFirst().args().get(1).toString())
                        .contains("process " + ProcessHandle.current().pid()).contains("2026-03-02 11:00");
            });
            assertThat(book.write(tx -> RawLedger.post(tx, 1)).isOk()).isTrue();
        }
        assertThat(findings()).containsExactly("opened");
    }

    @Test
    void the_daily_user_can_not_change_what_is_append_only() {
        try (Database book = create()) {
            book.write(tx -> RawLedger.post(tx, 100));
            assertThatThrownBy(() -> book.write(tx -> Outcome.ok(tx.sql().update(ENTRY).set(ENTRY.TEXT, "x").execute())))
                    .hasMessageContaining("rights");
            assertThatThrownBy(() -> book.write(tx -> Outcome.ok(tx.sql().deleteFrom(ENTRY).execute())))
                    .hasMessageContaining("rights");
            assertThatThrownBy(() -> book.write(tx -> Outcome.ok(tx.sql().execute("set write_delay 5"))))
                    .hasMessageContaining("rights");
        }
    }

    @Test
    void bulk_work_is_whole_after_reopening() {
        try (Database book = create()) {
            book.bulk(() -> {
                for (int i = 0; i < 50; i++) {
                    book.write(tx -> RawLedger.post(tx, 5));
                }
                return 1;
            });
            book.writeBulk(tx -> RawLedger.post(tx, 5));
        }
        try (Database book = open().orThrow()) {
            assertThat(RawLedger.entries(book)).isEqualTo(51);
        }
    }

    @Test
    void an_older_copy_put_back_is_noticed_and_can_be_accepted_by_a_person() throws IOException {
        createWith(3);
        byte[] older = Files.readAllBytes(files.databaseFile());
        try (Database book = open().orThrow()) {
            book.write(tx -> Outcome.ok(tx.sql().insertInto(SETTING).values("only", "a setting").execute()));
        }
        Files.write(files.databaseFile(), older);
        BookSuspect suspect = ((Opening.Suspect) open()).found();
        assertThat(codes(suspect.findings())).containsExactly("book.older_than_seen");
        assertThat(suspect.copy()).exists().hasBinaryContent(older);
        try (Database copy = suspect.look(CLOCK, new Changes()).orThrow()) {
            assertThat(RawLedger.entries(copy)).isEqualTo(3);
            assertThat(codes(copy.write(tx -> RawLedger.post(tx, 1)).problems())).containsExactly("book.only_to_look");
        }
        suspect.accept(CLOCK, new Changes()).orThrow().close();
        assertThat(findings()).containsExactly("opened");
    }

    @Test
    void an_empty_a_missing_and_a_foreign_file_are_noticed() throws IOException {
        createWith(2);
        byte[] sound = Files.readAllBytes(files.databaseFile());
        Files.write(files.databaseFile(), new byte[0]);
        assertThat(findings()).containsExactly("book.file_empty");
        Files.delete(files.databaseFile());
        assertThat(findings()).containsExactly("book.file_missing");
        Files.write(files.databaseFile(), "not a database at all".repeat(1000).getBytes());
        assertThat(findings()).containsExactly("book.file_unreadable");
        BookLocation.Folder other = new BookLocation.Folder(temp.resolve("other"));
        Database.create(other, CLOCK, new Changes()).orThrow().close();
        Files.copy(new BookFiles(other.path()).databaseFile(), files.databaseFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(findings()).containsExactly("book.other_book");
        Files.write(files.databaseFile(), sound);
        assertThat(findings()).containsExactly("opened");
    }

    @Test
    void a_changed_entry_and_an_unbalanced_ledger_are_noticed() throws SQLException {
        createWith(2);
        owner("update entry set hash = '" + "0".repeat(64) + "' where seq = 2");
        assertThat(findings()).containsExactly("book.chain_differs");
        owner("update posting set amount = amount + 1 where line = 1");
        assertThat(findings()).containsExactly("book.chain_differs", "book.unbalanced");
        owner("set referential_integrity false; delete from entry where seq = 1; set referential_integrity true");
        assertThat(findings()).contains("book.entries_missing");
    }

    @Test
    void every_table_of_a_new_book_keeps_its_indexes_on_disk() throws SQLException {
        createWith(1);
        try (Connection owner = Connections.connect(BookUrl.existing(files.database()), BookUrl.OWNER)) {
            assertThat(BookInspection.number(owner, "select count(*) from information_schema.tables where "
                    + "table_schema = 'public' and storage_type <> 'CACHED'")).isZero();
        }
    }

    @Test
    void a_file_with_code_in_it_is_refused() throws SQLException {
        createWith(1);
        assertThatThrownBy(() -> owner("create alias harmless for 'java.lang.Math.abs(int)'")).hasMessageContaining("denied");
        owner("create force alias harmless for 'java.lang.Math.abs(int)'");
        assertThat(findings()).containsExactly("book.foreign_code");
    }

    @Test
    void a_newer_book_is_refused_and_left_as_it_is() throws SQLException, IOException {
        createWith(1);
        owner("insert into flyway_schema_history select 99, '99', 'later', 'SQL', 'V99', 0, 'x', current_timestamp, 1, true");
        byte[] before = Files.readAllBytes(files.databaseFile());
        assertThat(findings()).containsExactly("book.newer");
        assertThat(Files.readAllBytes(files.databaseFile())).isEqualTo(before);
    }

    @Test
    void a_missing_or_damaged_guard_is_made_anew_with_a_notice() throws IOException {
        createWith(1);
        Files.delete(files.guard());
        assertThat(notices()).containsExactly("book.guard_missing");
        Files.write(files.guard(), new byte[700]);
        assertThat(notices()).containsExactly("book.guard_damaged");
        assertThat(notices()).isEmpty();
    }

    private List<String> notices() {
        Opening.Opened opened = (Opening.Opened) open();
        opened.database().close();
        return codes(opened.notices());
    }

    @Test
    void a_book_that_was_not_closed_is_copied_before_it_is_opened() throws IOException {
        createWith(2);
        byte[] before = Files.readAllBytes(files.databaseFile());
        Files.writeString(files.holder(), "process 1 on elsewhere");
        Opening.Opened opened = (Opening.Opened) open();
        opened.database().close();
        assertThat(codes(opened.notices())).containsExactly("book.was_not_closed");
        assertThat(Path.of(opened.notices().getFirst().args().getFirst().toString())).hasBinaryContent(before);
    }

    @Test
    void a_book_in_a_sync_folder_is_refused() {
        location = new BookLocation.Folder(temp.resolve("OneDrive - Firm/books"));
        assertThat(codes(Database.create(location, CLOCK, new Changes()).problems())).containsExactly("book.sync_folder");
        assertThat(location.path()).doesNotExist();
    }

    @Test
    void a_file_that_grew_far_beyond_its_content_is_made_smaller_at_closing_and_holds_the_same() throws IOException {
        createWith(700);
        long large = Files.size(files.databaseFile());
        open().orThrow().closeTidily();
        long small = Files.size(files.databaseFile());
        assertThat(small).isLessThan(large / 4);
        try (Database book = open().orThrow()) {
            assertThat(RawLedger.entries(book)).isEqualTo(700);
            assertThat(book.<String>read(RawLedger::fault)).isEmpty();
            assertThat(book.write(tx -> RawLedger.post(tx, 1)).isOk()).isTrue();
        }
        open().orThrow().closeTidily();
        assertThat(Files.size(files.databaseFile())).as("a dense file is left as it is").isLessThan(large / 4);
        assertThat(((Opening.Opened) open()).notices()).isEmpty();
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = Connections.connect(BookUrl.existing(files.database()), BookUrl.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
