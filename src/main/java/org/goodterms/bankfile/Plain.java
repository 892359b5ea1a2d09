package org.goodterms.bankfile;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Bytes, amounts, dates and texts of bank files, read strictly. */
final class Plain {
    private static final int LARGEST_DIGITS = 15;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MARK = 3;

    private Plain() {
    }

    /** By its mark, else UTF-8 where the bytes are that, else windows-1252, which western banks use. */
    static String text(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        boolean marked = bytes.length >= MARK && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        int skip = marked ? MARK : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, skip, bytes.length - skip, Charset.forName("windows-1252"));
        }
    }

    /** Digits with at most one mark before the decimals; anything else is refused, nothing is ever rounded. */
    static BigDecimal amount(String typed, char mark) {
        String text = typed.strip().replace(mark, '.');
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)") || text.length() > LARGEST_DIGITS + 20) {
            throw new Refusal("bankfile.amount", typed);
        }
        BigDecimal amount = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        BigDecimal bare = amount.stripTrailingZeros();
        if (bare.precision() - bare.scale() > LARGEST_DIGITS) {
            throw new Refusal("bankfile.amount", typed);
        }
        return amount;
    }

    /** A calendar day of {@code year-month-day}; a day that no calendar has is refused. */
    static LocalDate day(int year, int month, int day, String typed) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Refusal("bankfile.date", typed);
        }
    }

    /** One line: white space and control characters become single blanks. */
    static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean blank = Character.isISOControl(point) || Character.isWhitespace(point)
                    || Character.isSpaceChar(point) || Character.getType(point) == Character.SURROGATE;
            if (!blank) {
                line.appendCodePoint(point);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        String stripped = line.toString().strip();
        return stripped.length() > LONGEST_TEXT ? stripped.substring(0, LONGEST_TEXT) : stripped;
    }

    /** An account number without blanks, upper case. */
    static String account(@Nullable String text) {
        return line(text).replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }
}
