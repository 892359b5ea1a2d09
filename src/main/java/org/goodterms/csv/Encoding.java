package org.goodterms.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How the bytes of a file become characters: by its mark (BOM), else UTF-8 where all bytes are valid UTF-8, else UTF-16
 * where every second byte is zero, else the script the letters speak of, else windows-1252, or IBM850 where bytes stand
 * that windows-1252 does not know.
 *
 * @param charset what to read with
 * @param skip    bytes of the mark at the beginning
 */
record Encoding(Charset charset, int skip) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset DOS = Charset.forName("IBM850");
    private static final int LOOK = 256 * 1024;
    /** Found by the statistics of their byte pairs or letters; for the rest the detector only guesses. */
    private static final Set<String> TOLD_BY_LETTERS = Set.of("SHIFT_JIS", "EUC-JP", "EUC-KR", "BIG5", "GB18030",
            "WINDOWS-1251", "KOI8-R", "ISO-8859-5", "WINDOWS-1253", "ISO-8859-7", "WINDOWS-1255");

    static Encoding of(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        int skip = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        if (readable(bytes, skip, StandardCharsets.UTF_8)) {
            return new Encoding(zeros(bytes, 0) || zeros(bytes, 1) ? wide(bytes) : StandardCharsets.UTF_8, skip);
        }
        if (zeros(bytes, 0) || zeros(bytes, 1)) {
            return new Encoding(wide(bytes), skip);
        }
        return new Encoding(byLetters(bytes, skip), skip);
    }

    /** As told, minding only the mark at the beginning. */
    static Encoding given(Charset charset, byte[] bytes) {
        Encoding marked = of(Arrays.copyOf(bytes, Math.min(bytes.length, 4)));
        boolean sameFamily = charset.equals(marked.charset()) || charset.equals(StandardCharsets.UTF_16);
        return new Encoding(charset.equals(StandardCharsets.UTF_16) && marked.skip() > 0 ? marked.charset() : charset,
                sameFamily || marked.skip() == 3 ? marked.skip() : 0);
    }

    private static Charset byLetters(byte[] bytes, int skip) {
        byte[] part = Arrays.copyOfRange(bytes, skip, Math.min(bytes.length, skip + LOOK));
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(part, 0, part.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name != null && TOLD_BY_LETTERS.contains(name) && manyHighBytes(part) && Charset.isSupported(name)
                && readable(bytes, skip, Charset.forName(name))) {
            return Charset.forName(name);
        }
        return readable(bytes, skip, WINDOWS) ? WINDOWS : DOS;
    }

    /** In Greek, Cyrillic or Japanese text most letters are beyond ASCII, in German or French text a few. */
    private static boolean manyHighBytes(byte[] part) {
        int high = 0;
        int letters = 0;
        for (byte b : part) {
            high += b < 0 ? 1 : 0;
            letters += b < 0 || Character.isLetter(b) ? 1 : 0;
        }
        return high * 5 > letters;
    }

    static boolean readable(byte[] bytes, int skip, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nearly every second byte, from {@code from} on, is zero: UTF-16 of Latin text without a mark. */
    private static boolean zeros(byte[] bytes, int from) {
        int length = Math.min(bytes.length, 2000);
        int zero = 0;
        for (int i = from; i < length; i += 2) {
            zero += bytes[i] == 0 ? 1 : 0;
        }
        return length >= 8 && zero * 2 > length * 0.8;
    }

    private static Charset wide(byte[] bytes) {
        return zeros(bytes, 1) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
