package org.goodterms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.backup.LinesService;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.report.TimelineEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files put to a customer stay there as they were, and are opened only where they are looked at. */
class AttachmentServiceTest {
    @TempDir
    Path folder;
    private TestBook book = new TestBook(Engine.H2);
    private final List<Path> opened = new ArrayList<>();

    @AfterEach
    void close() {
        book.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    private AttachmentService service(AttachmentService.Opener opener) {
        return new AttachmentService(book.app.db(), Ids.counting(), book.app.archive(), opener);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_file_is_kept_once_byte_for_byte_and_stands_on_the_timeline(Engine engine) throws IOException {
        book.close();
        book = new TestBook(engine);
        Id<Customer> customer = book.customer("C1");
        Path letter = file("delivery note.pdf", "signed");
        Attachment first = book.app.attachments().add(customer, null, letter).orThrow();
        assertThat(book.app.attachments().add(customer, null, letter).orThrow()).as("dropped twice").isEqualTo(first);
        Files.delete(letter);
        assertThat(book.app.attachments().bytes(first).orThrow()).isEqualTo("signed".getBytes(StandardCharsets.UTF_8));
        assertThat(book.app.history().timeline(customer, Set.of(TimelineEvent.Kind.ATTACHMENT), 0, 9)).singleElement().satisfies(event -> {
            assertThat(event.text()).isEqualTo("delivery note.pdf");
            assertThat(book.app.attachments().attachment(event.source())).isEqualTo(first);
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_receipt_lies_with_its_entry_once_byte_for_byte_and_in_the_exported_book(Engine engine) throws IOException {
        book.close();
        book = new TestBook(engine);
        Id<PostedEntry> expense = book.app.ledger().postByHand(TestBook.DAY, "Paper", List.of(
                Entry.Posting.debit("6000", TestBook.eur("11.90")), Entry.Posting.credit("1000", TestBook.eur("11.90")))).orThrow().id();
        Path receipt = file("receipt.png", "scanned");
        Attachment first = book.app.attachments().addToEntry(expense, receipt).orThrow();
        assertThat(book.app.attachments().addToEntry(expense, receipt).orThrow()).as("dropped twice").isEqualTo(first);
        assertThat(book.app.attachments().ofEntry(expense)).containsExactly(first);
        assertThat(first.customer()).isNull();
        assertThat(book.app.attachments().bytes(first).orThrow()).isEqualTo("scanned".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new LinesService(book.app.db(), book.app.archive()).write(lines, Progress.NONE).orThrow();
        assertThat(lines.toString(StandardCharsets.UTF_8)).contains("receipt.png", expense.value().toString(), first.hash());
        assertThat(codes(book.app.attachments().addToEntry(expense, file("nothing.pdf", "")))).containsExactly("intake.attachment_empty");
    }

    @Test
    void what_is_looked_at_is_opened_and_anything_else_only_saved() throws IOException {
        Id<Customer> customer = book.customer("C1");
        AttachmentService files = service(opened::add);
        Attachment scan = files.add(customer, null, file("scan.PDF", "a")).orThrow();
        assertThat(files.open(scan).isOk()).isTrue();
        assertThat(opened).singleElement().satisfies(copy -> assertThat(copy).hasContent("a").hasFileName("scan.PDF"));
        Attachment program = files.add(customer, null, file("invoice.pdf.exe", "b")).orThrow();
        assertThat(codes(files.open(program))).containsExactly("intake.attachment_not_shown");
        assertThat(files.save(program, folder.resolve("copy")).orThrow()).hasContent("b");
        assertThat(codes(files.save(program, folder.resolve("no/such/folder")))).containsExactly("intake.attachment_not_written");
        assertThat(opened).hasSize(1);
    }

    @Test
    void where_no_program_opens_it_this_is_said() throws IOException {
        AttachmentService files = service(file -> {
            throw new IOException("none");
        });
        assertThat(codes(files.open(files.add(book.customer("C1"), null, file("a.txt", "a")).orThrow())))
                .containsExactly("intake.attachment_no_program");
    }

    @Test
    void a_folder_nothing_and_too_much_are_refused() throws IOException {
        Id<Customer> customer = book.customer("C1");
        assertThat(codes(book.app.attachments().add(customer, null, folder))).containsExactly("intake.attachment_empty");
        assertThat(codes(book.app.attachments().add(customer, null, file("empty.pdf", "")))).containsExactly("intake.attachment_empty");
        try (RandomAccessFile large = new RandomAccessFile(folder.resolve("large.pdf").toFile(), "rw")) {
            large.setLength(AttachmentService.LARGEST + 1);
        }
        assertThat(codes(book.app.attachments().add(customer, null, folder.resolve("large.pdf")))).containsExactly("intake.attachment_large");
        assertThat(book.app.attachments().of(customer)).isEmpty();
    }

    @Test
    void a_name_says_nothing_that_a_folder_takes_amiss() {
        assertThat(Attachment.tidy("../../etc/passwd")).doesNotContain("/");
        assertThat(Attachment.tidy("a\u202Efdp.exe")).isEqualTo("a_fdp.exe");
        assertThat(Attachment.tidy("..")).isEqualTo("file");
        assertThat(Attachment.tidy("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
    }
}
