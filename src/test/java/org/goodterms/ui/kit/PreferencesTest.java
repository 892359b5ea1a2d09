package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_put_is_there_after_a_restart() {
        Path file = folder.resolve("deep/window.properties");
        Preferences first = Preferences.in(file);
        first.put("list.a=b: c.order", "x,y\\z\nü ");
        first.put("window.width", 1280.5);
        first.save();
        Preferences second = Preferences.in(file);
        assertThat(second.get("list.a=b: c.order")).contains("x,y\\z\nü ");
        assertThat(second.number("window.width", 0)).isEqualTo(1280.5);
    }

    @Test
    void a_spoilt_file_is_forgotten() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.write(file, new byte[] {(byte) 0xFF, 0, 1, 2, '\\', 'u', 'z'});
        assertThat(Preferences.in(file).get("anything")).isEmpty();
        Files.writeString(file, "a=\\uZZZZ");
        assertThat(Preferences.in(file).get("a")).isEmpty();
        Files.writeString(file, "window.width=NaN");
        assertThat(Preferences.in(file).number("window.width", 7)).isEqualTo(7);
    }
}
