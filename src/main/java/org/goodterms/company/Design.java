package org.goodterms.company;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the firm's documents are laid out, and what it says on each of them.
 *
 * @param intro   above the lines of an invoice, in the language of the firm; put on new drafts in that language
 * @param closing below the sums, likewise
 * @param hidden  columns of the lines that the firm leaves out
 */
public record Design(Layout layout, String intro, String closing, Set<Column> hidden) {
    public static final Design USUAL = new Design(Layout.CLASSIC, "", "", Set.of());

    /** The three ways to lay a page out. */
    public enum Layout {
        CLASSIC, MODERN, COMPACT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Columns that may be left out; text and amount always stand. */
    public enum Column {
        NUMBER, QUANTITY, PRICE, TAX
    }

    public Design {
        hidden = Set.copyOf(hidden);
    }

    /** The columns left out as they are stored: {@code number,tax}. */
    public String hiddenWords() {
        return new TreeSet<>(hidden).stream().map(column -> column.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    }

    /** The reverse of {@link #hiddenWords}; unknown words count for nothing. */
    public static Set<Column> columns(String words) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        Arrays.stream(Column.values()).filter(column -> Arrays.asList(words.split(",")).contains(column.name().toLowerCase(Locale.ROOT)))
                .forEach(columns::add);
        return columns;
    }
}
