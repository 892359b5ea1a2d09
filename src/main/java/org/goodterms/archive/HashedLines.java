package org.goodterms.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.goodterms.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text that know the hash of all bytes before them, so that a file can say at its end that it is whole. */
public final class HashedLines {
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long count;

    public HashedLines(OutputStream out) {
        this.out = out;
    }

    /** Adds a line. */
    public void add(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(bytes);
        count++;
    }

    /** SHA-256 of all lines so far, 64 hex digits; nothing may be added behind it but one last line. */
    public String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    public long count() {
        return count;
    }

    /** Reads lines again. */
    public static final class Reading {
        /** A line longer than this is no line of ours: 256 MB. */
        private static final int LONGEST = 256 << 20;
        private final InputStream in;
        private final MessageDigest digest = Sha256.digest();
        private byte[] last = new byte[0];
        private String before = "";
        private long count;

        /** @param in buffered */
        public Reading(InputStream in) {
            this.in = in;
        }

        /** The next line; null at the end. */
        public @Nullable String next() {
            try {
                ByteArrayOutputStream line = new ByteArrayOutputStream(512);
                for (int b = in.read(); b >= 0; b = in.read()) {
                    line.write(b);
                    if (b == '\n') {
                        return taken(line.toByteArray());
                    }
                    if (line.size() > LONGEST) {
                        return null;
                    }
                }
                return line.size() == 0 ? null : taken(line.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String taken(byte[] line) {
            digest.update(last);
            last = line;
            count++;
            return new String(line, StandardCharsets.UTF_8).strip();
        }

        /** SHA-256 of the lines before the last one read. Ends the reading. */
        public String hashBefore() {
            if (before.isEmpty()) {
                before = HexFormat.of().formatHex(digest.digest());
            }
            return before;
        }

        /** Lines read so far. */
        public long count() {
            return count;
        }
    }
}
