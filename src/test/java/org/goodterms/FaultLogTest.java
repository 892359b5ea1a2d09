package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.goodterms.fixture.Desks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultLogTest {
    @TempDir
    Path folder;

    @Test
    void faults_follow_each_other_and_tell_no_values() throws Exception {
        FaultLog log = new FaultLog(folder.resolve("own/faults.log"), Desks.CLOCK);
        log.write(new IllegalStateException("customer 4711", new IllegalArgumentException("DE89")));
        log.write(new IllegalStateException("again"));
        assertThat(Files.readString(log.file())).contains("IllegalStateException", "IllegalArgumentException",
                "2026-03-02T11:00:00Z", "FaultLogTest").doesNotContain("4711", "DE89");
    }
}
