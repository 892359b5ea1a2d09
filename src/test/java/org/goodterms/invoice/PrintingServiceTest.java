package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.pdf.Printing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many documents at once. */
class PrintingServiceTest {
    @TempDir
    Path folder;

    @Test
    void many_pages_are_written_into_a_folder_once_and_may_be_stopped_in_between() throws Exception {
        try (Desk desk = Desk.german(Engine.H2)) {
            PrintingService printing = new PrintingService(desk.papers, new Printing(() -> true, (title, pages) -> true));
            Map<String, Id<Document>> documents = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                Document invoice = desk.issue(desk.draft(desk.customer("C" + i), "1|10.00|19"));
                documents.put(invoice.number(), invoice.id());
            }
            int[] told = new int[1];
            Progress stopping = new Progress() {
                @Override
                public void at(long done, long total, String key) {
                    told[0]++;
                }

                @Override
                public boolean cancelled() {
                    return told[0] == 2;
                }
            };
            assertThatThrownBy(() -> printing.save(documents, folder, stopping)).isInstanceOf(java.util.concurrent.CancellationException.class);
            try (var files = Files.list(folder)) {
                assertThat(files).as("what was written stays").hasSize(2);
            }
            assertThat(printing.save(documents, folder, Progress.NONE).orThrow()).isEqualTo(1);
            for (var document : documents.entrySet()) {
                assertThat(folder.resolve(document.getKey() + ".pdf")).hasBinaryContent(desk.papers.pdf(document.getValue()).orThrow());
            }
            assertThat(printing.save(documents, folder.resolve("nowhere"), Progress.NONE).problems()).extracting(Problem::code)
                    .containsExactly("window.not_written");
        }
    }
}
