package org.goodterms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.goodterms.db.ArchivedBytes;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {
    private static final byte[] PAGE = "%PDF-1.7 a page".getBytes(StandardCharsets.US_ASCII);
    private static final String ABSENT = "0".repeat(64);
    @TempDir
    private Path folder;

    @Test
    void what_was_put_comes_back_and_lies_under_its_hash() {
        Archive archive = Archive.inFolder(folder.resolve("documents"));
        String hash = archive.put(PAGE).orThrow();
        assertThat(hash).isEqualTo(Archive.hash(PAGE)).hasSize(64);
        assertThat(folder.resolve("documents/" + hash.substring(0, 2) + "/" + hash.substring(2))).hasBinaryContent(PAGE);
        assertThat(archive.get(hash).orThrow()).isEqualTo(PAGE);
        assertThat(archive.put(PAGE).orThrow()).isEqualTo(hash);
    }

    @Test
    void a_changed_file_is_noticed_and_healed_by_putting_it_again() throws IOException {
        Archive archive = Archive.inFolder(folder);
        String hash = archive.put(PAGE).orThrow();
        Path file = folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
        Files.writeString(file, "another page");
        assertThat(codes(archive.get(hash).problems())).containsExactly("archive.damaged");
        assertThat(codes(archive.verify(List.of(hash, ABSENT), Progress.NONE)))
                .containsExactly("archive.damaged", "archive.missing");
        archive.put(PAGE).orThrow();
        assertThat(archive.verify(List.of(hash), Progress.NONE)).isEmpty();
    }

    @Test
    void what_is_no_hash_leads_nowhere() {
        assertThat(codes(Archive.inFolder(folder).get("../../etc/passwd").problems())).containsExactly("archive.missing");
        assertThat(codes(Archive.inFolder(folder).get("").problems())).containsExactly("archive.missing");
    }

    @Test
    void a_folder_that_can_not_be_made_refuses() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(codes(Archive.inFolder(file).put(PAGE).problems())).containsExactly("archive.not_written");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_book_without_a_folder_keeps_them_in_its_table(Engine engine) {
        try (Database book = engine.open(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            ArchivedBytes table = new ArchivedBytes(book);
            Archive archive = Archive.inTable(table::find, table::keep, table::hashes);
            String hash = archive.put(PAGE).orThrow();
            assertThat(archive.put(PAGE).orThrow()).isEqualTo(hash);
            table.keep(hash, PAGE);
            assertThat(archive.get(hash).orThrow()).isEqualTo(PAGE);
            assertThat(codes(archive.get(ABSENT).problems())).containsExactly("archive.missing");
        }
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
