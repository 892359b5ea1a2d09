package org.goodterms.pdf;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets text in lines: wraps between words, breaks words that are longer than the line, orders right-to-left runs. */
final class Typesetter {
    private static final String ELLIPSIS = "\u2026";

    private Typesetter() {
    }

    /** Wrapped to {@code width} points; at least one line, which may be empty. */
    static List<Line> lines(String text, Style style, float width) {
        String clean = Cleaning.clean(text);
        List<Line> lines = new ArrayList<>(1);
        int from = 0;
        for (int end = clean.indexOf('\n'); end >= 0; end = clean.indexOf('\n', from)) {
            wrap(clean.substring(from, end), style, width, lines);
            from = end + 1;
        }
        wrap(clean.substring(from), style, width, lines);
        return lines;
    }

    /** Not wrapped: line ends become spaces. */
    static Line line(String text, Style style) {
        return set(Cleaning.clean(text).replace('\n', ' '), style);
    }

    /** Not wrapped, and cut with an ellipsis where it is wider than {@code width}. */
    static Line fitted(String text, Style style, float width) {
        String clean = Cleaning.clean(text).replace('\n', ' ');
        if (width(clean, 0, clean.length(), style) <= width) {
            return set(clean, style);
        }
        float room = width - width(ELLIPSIS, 0, 1, style);
        return set(clean.substring(0, fitting(clean, 0, clean.length(), style, room)).strip() + ELLIPSIS, style);
    }

    /** At most {@code most} lines; the last ends in an ellipsis where text had to go. */
    static List<Line> lines(String text, Style style, float width, int most) {
        String clean = Cleaning.clean(text);
        List<Line> lines = lines(clean, style, width);
        if (lines.size() <= most) {
            return lines;
        }
        List<Line> kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(fitted(textOf(lines.get(most - 1)) + ELLIPSIS, style, width));
        return kept;
    }

    /** How wide text would be on one line; the widest line where it holds line feeds. */
    static float width(String text, Style style) {
        String clean = Cleaning.clean(text);
        float widest = 0;
        int from = 0;
        for (int end = clean.indexOf('\n'); end >= 0; end = clean.indexOf('\n', from)) {
            widest = Math.max(widest, width(clean, from, end, style));
            from = end + 1;
        }
        return Math.max(widest, width(clean, from, clean.length(), style));
    }

    /** On one line where letters not smaller than {@code least} of their size allow it, else wrapped at full size. */
    static List<Line> shrunk(String text, Style style, float width, float least) {
        return shrunk(text, style, width, least, Integer.MAX_VALUE);
    }

    /** The same, cut with an ellipsis after {@code most} lines. */
    static List<Line> shrunk(String text, Style style, float width, float least, int most) {
        String clean = Cleaning.clean(text);
        float full = width(clean, 0, clean.length(), style);
        if (full <= width || full * least > width || clean.indexOf('\n') >= 0) {
            return lines(clean, style, width, most);
        }
        return List.of(set(clean, style.sized(style.size() * width / full)));
    }

    private static String textOf(Line line) {
        StringBuilder text = new StringBuilder();
        for (Typefaces.Run run : line.runs()) {
            for (int character : run.characters()) {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }

    private static void wrap(String text, Style style, float width, List<Line> lines) {
        if (width(text, 0, text.length(), style) <= width) {
            lines.add(set(text, style));
            return;
        }
        int direction = direction(text);
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int good = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (widthWithoutEnd(text, start, next, style) > width) {
                if (good > start) {
                    lines.add(set(text.substring(start, good).stripTrailing(), style, direction));
                    start = good;
                }
                while (widthWithoutEnd(text, start, next, style) > width) {
                    int end = fitting(text, start, next, style, width);
                    lines.add(set(text.substring(start, end), style, direction));
                    start = end;
                }
            }
            good = next;
        }
        if (start < text.length()) {
            lines.add(set(text.substring(start).stripTrailing(), style, direction));
        }
    }

    private static float widthWithoutEnd(String text, int from, int to, Style style) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return width(text, from, end, style);
    }

    private static float width(String text, int from, int to, Style style) {
        float width = 0;
        for (int i = from; i < to; ) {
            int character = text.codePointAt(i);
            width += Typefaces.advance(character, style.bold());
            i += Character.charCount(character);
        }
        return width * style.size();
    }

    /** The end of the longest beginning that fits; never without a character, and marks stay with their letter. */
    private static int fitting(String text, int from, int to, Style style, float room) {
        float width = 0;
        int i = from;
        while (i < to) {
            int character = text.codePointAt(i);
            width += Typefaces.advance(character, style.bold()) * style.size();
            if (width > room && i > from && !isMark(character)) {
                return i;
            }
            i += Character.charCount(character);
        }
        return to;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static Line set(String text, Style style) {
        return set(text, style, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    }

    /** The direction of a paragraph, which all its lines keep. */
    private static int direction(String text) {
        return isLeftToRight(text) || new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_RIGHT_TO_LEFT;
    }

    private static Line set(String text, Style style, int direction) {
        if (text.isEmpty()) {
            return Line.empty(style);
        }
        int[] characters = isLeftToRight(text) ? text.codePoints().toArray() : visual(ArabicForms.joined(text), direction);
        List<Typefaces.Run> runs = Typefaces.runs(characters, style.bold());
        float width = 0;
        for (Typefaces.Run run : runs) {
            width += run.face().width(run.glyphs());
        }
        return new Line(runs, width * style.size(), style);
    }

    private static boolean isLeftToRight(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x590) {
                return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
            }
        }
        return true;
    }

    /** The characters in the order in which they stand on the page, from left to right. */
    private static int[] visual(String text, int direction) {
        Bidi bidi = new Bidi(text, direction);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] parts = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            parts[i] = levels[i] % 2 == 0 ? part : mirrored(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        return String.join("", parts).codePoints().toArray();
    }

    private static String mirrored(String part) {
        String there = "()[]{}<>\u00AB\u00BB\u2039\u203A";
        String back = ")(][}{><\u00BB\u00AB\u203A\u2039";
        StringBuilder turned = new StringBuilder(part).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int at = there.indexOf(turned.charAt(i));
            if (at >= 0) {
                turned.setCharAt(i, back.charAt(at));
            }
        }
        return turned.toString();
    }
}
