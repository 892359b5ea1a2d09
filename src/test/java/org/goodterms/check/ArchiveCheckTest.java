package org.goodterms.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.goodterms.archive.Archive;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.intake.Attachment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the archive holds is what was kept: a file that was changed or taken away is found. */
@ParameterizedClass
@EnumSource(Engine.class)
class ArchiveCheckTest {
    private final TestBook book;
    private final Attachment order;

    ArchiveCheckTest(Engine engine, @TempDir Path folder) throws IOException {
        book = new TestBook(engine);
        Path file = Files.writeString(folder.resolve("order.txt"), "four chairs, please");
        order = book.app.attachments().add(book.customer("A"), null, file).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private static Finding archive(CheckService checks) {
        return checks.run().stream().filter(finding -> finding.name().equals("archive")).findFirst().orElseThrow();
    }

    private CheckService over(Path documents) {
        return new CheckService(book.app.db(), book.app.ledger(), Archive.inFolder(documents), book.app.contacts(), book.app.outbox());
    }

    @Test
    void what_was_kept_is_there() {
        assertThat(archive(book.app.checks())).isEqualTo(Finding.good("archive", "1 files"));
    }

    @Test
    void a_file_with_another_content_is_named_by_its_hash(@TempDir Path documents) throws IOException {
        Path kept = documents.resolve(order.hash().substring(0, 2)).resolve(order.hash().substring(2));
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "five chairs, please");
        assertThat(archive(over(documents)))
                .isEqualTo(Finding.bad("archive", "1 of 1 files are missing or changed, first " + order.hash()));
        Files.writeString(kept, "four chairs, please");
        assertThat(archive(over(documents)).ok()).isTrue();
    }

    @Test
    void a_file_that_is_gone_is_named_by_its_hash(@TempDir Path documents) {
        assertThat(archive(over(documents)))
                .isEqualTo(Finding.bad("archive", "1 of 1 files are missing or changed, first " + order.hash()));
    }
}
