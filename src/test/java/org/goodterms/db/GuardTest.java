package org.goodterms.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.goodterms.db.Guard.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    private static final UUID BOOK = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    @TempDir
    private Path temp;

    private static Mark mark(long writes) {
        return new Mark(BOOK, 11, "2.5.252", writes, writes, "ab".repeat(32));
    }

    @Test
    void the_last_mark_is_read_back_also_after_going_on() throws IOException {
        Path file = temp.resolve("guard");
        try (Guard guard = Guard.renew(file, mark(1))) {
            guard.write(mark(2));
            guard.write(mark(3));
        }
        assertThat(Guard.read(file).mark()).isEqualTo(mark(3));
        try (Guard guard = Guard.resume(file)) {
            guard.write(mark(4));
        }
        assertThat(Guard.read(file).mark()).isEqualTo(mark(4));
    }

    @Test
    void a_torn_last_write_leaves_the_one_before() throws IOException {
        Path file = temp.resolve("guard");
        try (Guard guard = Guard.renew(file, mark(1))) {
            guard.write(mark(2));
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 512 + 60; i < 1024; i++) {
            bytes[i] = 0;
        }
        Files.write(file, bytes);
        assertThat(Guard.read(file).mark()).isEqualTo(mark(1));
    }

    @Test
    void any_changed_byte_of_its_text_is_noticed() throws IOException {
        Path file = temp.resolve("guard");
        Guard.renew(file, mark(7)).close();
        byte[] sound = Files.readAllBytes(file);
        int length = new String(sound, java.nio.charset.StandardCharsets.US_ASCII).indexOf('\0');
        for (int i = 0; i < length - 1; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(Guard.read(file)).as("byte " + i).isEqualTo(new Guard.Reading(null, true));
        }
    }

    @Test
    void a_guard_made_anew_forgets_a_later_mark() throws IOException {
        Path file = temp.resolve("guard");
        Guard.renew(file, mark(9)).close();
        Guard.renew(file, mark(2)).close();
        assertThat(Guard.read(file).mark()).isEqualTo(mark(2));
    }
}
