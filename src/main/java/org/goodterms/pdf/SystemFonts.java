package org.goodterms.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fonts of this computer, for letters that no shipped font has: Chinese, Japanese, Korean, Indian and others. Only fonts
 * that are known to be good for that are looked at, by the names of their files, in the usual folders of Linux, Windows
 * and macOS; only such with outlines and rights that a PDF may embed. What cannot be read is passed over. They are looked
 * for once, when a text first needs one; a computer that has none draws boxes, and the one who issues is told.
 */
final class SystemFonts {
    private static final int DEEPEST = 5;
    private static final int FILES = 20_000;
    /** Beginnings of file names, the best first. Japanese before Chinese, as kana are only in some. */
    private static final List<String> GOOD = List.of("notosanscjk", "notosansjp", "notosanssc", "notosanstc", "notosanskr",
            "ipaexg", "ipag", "takaogothic", "takaopgothic", "vl-gothic", "yugothr", "yugothm", "msgothic", "msyh", "msjh",
            "simsun", "simhei", "malgun", "nanumgothic", "baekmuk", "wqy-microhei", "wqy-zenhei", "droidsansfallback", "uming", "ukai",
            "arial unicode", "arialuni", "stheiti", "songti", "applegothic", "applesdgothicneo", "notosans", "nirmala", "leelawui",
            "ebrima", "gadugi", "mangal", "lohit", "freesans", "unifont");
    private final List<Path> folders;
    private final Map<Integer, Typeface> chosen = new ConcurrentHashMap<>();
    private @Nullable List<Path> files;
    private final Map<Path, List<Typeface>> parsed = new ConcurrentHashMap<>();

    SystemFonts(List<Path> folders) {
        this.folders = folders;
    }

    /** The usual folders of fonts, of the three systems; those of another system are simply not there. */
    static List<Path> usual() {
        String home = System.getProperty("user.home", "");
        String windows = Objects.requireNonNullElse(System.getenv("WINDIR"), "C:\\Windows");
        List<Path> folders = new ArrayList<>();
        for (String folder : List.of("/usr/share/fonts", "/usr/local/share/fonts", home + "/.local/share/fonts", home + "/.fonts",
                "/Library/Fonts", "/System/Library/Fonts", home + "/Library/Fonts", windows + "\\Fonts",
                home + "\\AppData\\Local\\Microsoft\\Windows\\Fonts")) {
            try {
                folders.add(Path.of(folder));
            } catch (java.nio.file.InvalidPathException e) {
                continue;
            }
        }
        return folders;
    }

    /** A font with a glyph for it; null where this computer has none. */
    synchronized @Nullable Typeface drawing(int character) {
        Typeface known = chosen.get(character);
        if (known != null) {
            return known;
        }
        for (Path file : files()) {
            for (Typeface face : parsed.computeIfAbsent(file, Typeface::ofComputer)) {
                if (face.glyph(character) != 0) {
                    chosen.put(character, face);
                    return face;
                }
            }
        }
        return null;
    }

    private List<Path> files() {
        if (files == null) {
            List<Path> found = new ArrayList<>();
            folders.stream().filter(Files::isDirectory).forEach(folder -> found.addAll(in(folder)));
            files = found.stream().sorted(java.util.Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString)).toList();
        }
        return files;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.limit(FILES).filter(path -> rank(path) < GOOD.size()).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".ttf") && !name.endsWith(".ttc") && !name.endsWith(".otf") || name.contains("bold") || name.contains("italic")) {
            return GOOD.size();
        }
        return GOOD.stream().filter(name::startsWith).findFirst().map(GOOD::indexOf).orElse(GOOD.size());
    }
}
