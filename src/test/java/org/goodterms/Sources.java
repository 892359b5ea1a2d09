package org.goodterms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of the house, for tests that look at what byte code cannot show. Run from the top of the project. */
final class Sources {
    static final Path MAIN = Path.of("src/main/java/org/goodterms");
    static final Path TESTS = Path.of("src/test/java/org/goodterms");

    private Sources() {
    }

    /**
     * One source file.
     *
     * @param name path behind org/goodterms, with slashes
     * @param text as it stands
     * @param code the same without comments and with empty strings, lines kept
     */
    record Source(String name, String text, String code) {
        static Source of(String name, String text) {
            return new Source(name, text, bare(text));
        }

        /** The first folder: a room, machinery, kernel; empty for App and Main. */
        String area() {
            return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        }

        String simpleName() {
            return name.substring(name.lastIndexOf('/') + 1).replace(".java", "");
        }
    }

    /** A method or constructor: where it begins and how many lines it has. */
    record Method(String name, int line, int lines) {
    }

    static List<Source> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted()
                    .map(f -> Source.of(root.relativize(f).toString().replace('\\', '/'), read(f))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Pattern NOT_CODE = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");

    /** Comments gone, strings empty; every line stays on its line. */
    static String bare(String text) {
        Matcher m = NOT_CODE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String lines = "\n".repeat((int) m.group().chars().filter(c -> c == '\n').count());
            m.appendReplacement(out, m.group().startsWith("/") ? lines : lines.isEmpty() ? "\"\"" : "\"" + lines + "\"");
        }
        return m.appendTail(out).toString();
    }

    private static final Pattern METHOD = Pattern.compile("(?m)^(?: {4}| {8}| {12})(?:(?:public|protected|private|static"
            + "|final|synchronized|default|abstract|native)\\s+|@\\w+(?:\\([^)]*\\))?\\s+)*(?:<[^>{;]+>\\s+)?"
            + "(?:[\\w.<>\\[\\],?@ &]+\\s+)?(\\w+)\\s*\\([^;{}=]*\\)\\s*(?:throws [\\w., ]+)?\\{");
    private static final Pattern WORD_BEFORE = Pattern.compile(
            "if|for|while|switch|catch|try|synchronized|return|new|else|do");

    /** The methods of a file, found by their braces. */
    static List<Method> methods(Source source) {
        List<Method> methods = new ArrayList<>();
        Matcher m = METHOD.matcher(source.code());
        int from = 0;
        while (m.find(from)) {
            from = m.end();
            String head = m.group().strip();
            String first = head.split("[\\s(]", 2)[0];
            if (WORD_BEFORE.matcher(first).matches() || WORD_BEFORE.matcher(m.group(1)).matches()) {
                continue;
            }
            int begin = line(source.code(), m.start());
            int end = line(source.code(), closing(source.code(), m.end()));
            methods.add(new Method(m.group(1), begin, end - begin + 1));
        }
        return methods;
    }

    private static int closing(String code, int from) {
        int depth = 1;
        int at = from;
        while (at < code.length() && depth > 0) {
            char c = code.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at;
    }

    static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
