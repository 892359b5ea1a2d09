package org.goodterms.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How this user likes the window on this machine: sizes, columns, the theme. Nothing of the books is in it, so a file
 * that cannot be read is simply forgotten.
 */
public final class Preferences {
    private final @Nullable Path file;
    private final TreeMap<String, String> values = new TreeMap<>();
    private boolean changed;

    private Preferences(@Nullable Path file) {
        this.file = file;
    }

    /** Kept in a file, which need not exist yet. */
    public static Preferences in(Path file) {
        Preferences preferences = new Preferences(file);
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return preferences;
        }
        read.forEach((key, value) -> preferences.values.put(key.toString(), value.toString()));
        return preferences;
    }

    /** Forgotten at the end: for tests. */
    public static Preferences forgetful() {
        return new Preferences(null);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public void put(String key, Object value) {
        changed |= !value.toString().equals(values.put(key, value.toString()));
    }

    /** Writes what has changed; all of it or, where the disk refuses, nothing. */
    public void save() {
        if (!changed || file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, values.entrySet().stream()
                    .map(e -> escaped(e.getKey()) + "=" + escaped(e.getValue()))
                    .collect(Collectors.joining("\n", "", "\n")), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("=", "\\=")
                .replace(":", "\\:").replace(" ", "\\ ").replace("#", "\\#").replace("!", "\\!");
    }
}
