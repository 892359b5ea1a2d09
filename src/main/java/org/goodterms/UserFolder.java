package org.goodterms;

import java.nio.file.Path;
import java.util.Locale;

/** Where a user's own things are kept that belong to no book: recent books, the window, passwords. */
final class UserFolder {

    private UserFolder() {
    }

    /** The place that the operating system has for it. */
    static Path in(Path home) {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? home.resolve("AppData/Roaming/Good Terms")
                : name.startsWith("mac") ? home.resolve("Library/Application Support/Good Terms")
                : home.resolve(".config/goodterms");
    }
}
