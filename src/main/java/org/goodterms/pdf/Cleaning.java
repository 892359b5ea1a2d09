package org.goodterms.pdf;

import java.text.Normalizer;

/**
 * Makes any text printable: line ends become line feeds, tabs spaces; characters that are only instructions (joiners,
 * direction marks, variation selectors) go; other control characters and broken surrogates become a box.
 */
final class Cleaning {

    private Cleaning() {
    }

    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        int previous = 0;
        for (int i = 0; i < composed.length(); ) {
            int character = composed.codePointAt(i);
            i += Character.charCount(character);
            if (character != '\n' || previous != '\r') {
                append(clean, character);
            }
            previous = character;
        }
        return clean.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c < ' ' || c >= 0x7F && c < 0xA0 || c == 0xAD || c >= 0x300) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder clean, int character) {
        switch (character) {
            case '\r', '\n', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> clean.append('\n');
            case '\t' -> clean.append(' ');
            default -> {
                if (character < ' ' || character >= 0x7F && character < 0xA0
                        || character >= 0xD800 && character <= 0xDFFF) {
                    clean.appendCodePoint(Typefaces.BOX);
                } else if (!isInstruction(character)) {
                    clean.appendCodePoint(character);
                }
            }
        }
    }

    private static boolean isInstruction(int character) {
        boolean selector = character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF
                || character == 0x034F;
        boolean arabicSign = character >= 0x600 && character < 0x900;
        return selector || Character.getType(character) == Character.FORMAT && !arabicSign;
    }
}
