package org.goodterms.csv;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import org.goodterms.kernel.Problem;

/**
 * The characters of a file on their way to the parser, watched for what the parser would swallow: a NUL, and a quote
 * that never closes.
 */
final class WatchedReader extends FilterReader {
    private final char delimiter;
    private long line = 1;
    private long quoteLine;
    private boolean fieldStart = true;
    private boolean quoted;
    private char before;

    WatchedReader(byte[] bytes, Encoding encoding, char delimiter) {
        super(new InputStreamReader(new ByteArrayInputStream(bytes, encoding.skip(), bytes.length - encoding.skip()),
                encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.delimiter = delimiter;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        for (int i = from; i < from + count; i++) {
            watch(buffer[i]);
        }
        if (count < 0) {
            refuseOpenQuote();
        }
        return count;
    }

    /** The line on which a quote is open, or 0. */
    long openQuote() {
        return quoted ? quoteLine : 0;
    }

    private void refuseOpenQuote() {
        if (quoted) {
            throw new Refusal(Problem.of("csv.unclosed_quote", quoteLine));
        }
    }

    private void watch(char c) {
        if (c == 0) {
            throw new Refusal(Problem.of("csv.nul", line));
        }
        if (c == '\n' && before != '\r' || c == '\r') {
            line++;
        }
        if (c == '"') {
            if (fieldStart) {
                quoteLine = line;
                quoted = true;
            } else if (quoted) {
                quoted = false;
            } else if (before == '"' && quoteLine > 0) {
                quoted = true;
            }
            fieldStart = false;
        } else if (!quoted) {
            fieldStart = c == delimiter || c == '\n' || c == '\r';
            quoteLine = fieldStart ? 0 : quoteLine;
        }
        before = c;
    }
}
