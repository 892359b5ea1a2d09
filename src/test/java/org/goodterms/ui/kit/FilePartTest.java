package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.intake.Attachment;
import org.goodterms.intake.AttachmentService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files dropped on a page, over the files of a real book. */
class FilePartTest {
    @TempDir
    Path folder;
    private final TestBook book = new TestBook(Engine.H2);
    private final List<Path> opened = new ArrayList<>();
    private final Desk desk = Desks.of(book.app.changes());
    private final AttachmentService files = new AttachmentService(book.app.db(), Ids.counting(), book.app.archive(), opened::add);

    @AfterEach
    void close() {
        book.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void the_good_ones_of_what_was_dropped_are_there_and_programs_are_never_started() throws IOException {
        Id<Customer> customer = book.customer("C1");
        FilePart part = new FilePart(desk, new FilePart.Shelf(file -> files.add(customer, null, file), files::saving, files::open, files::save));
        List<Path> dropped = List.of(file("a.pdf", "a"), file("empty.pdf", ""), file("b.zip", "b"));
        Window.run(() -> part.add(dropped));
        assertThat(files.of(customer)).extracting(Attachment::name).containsExactly("a.pdf", "b.zip");
        Window.run(() -> part.open(files.of(customer).getFirst().id().value()));
        assertThat(opened).hasSize(1);
        Path to = folder.resolve("saved.zip");
        Window.run(() -> {
            desk.overlay().saving((heading, name, ending) -> Optional.of(to));
            part.open(files.of(customer).getLast().id().value());
        });
        assertThat(to).as("what may be a program is saved").hasContent("b");
        assertThat(opened).hasSize(1);
    }
}
