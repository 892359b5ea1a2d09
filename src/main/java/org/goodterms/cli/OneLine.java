package org.goodterms.cli;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what some readers take for the end of a line, so that a document stays on one line whoever splits it: U+0085,
 * U+2028 and U+2029, which JSON itself would let stand.
 */
final class OneLine extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return switch (character) {
            case 0x85, 0x2028, 0x2029 -> new SerializedString("\\u%04x".formatted(character));
            default -> null;
        };
    }
}
