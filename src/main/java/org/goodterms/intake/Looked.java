package org.goodterms.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.kernel.Problem;

/**
 * A file as it was understood by looking, before anything is read from it.
 *
 * @param program   the program that wrote it, where it is known by its headings: then the columns are ours already
 * @param mapping   which column is which field, as told or as the headings say
 * @param encoding  the character set it is read with
 * @param delimiter what separates cells
 * @param header    whether a line of headings comes before the rows
 * @param columns   the headings, or the numbers of the columns from 1
 * @param rows      the first rows, at most 20
 * @param dateForms of each date field that has a column
 * @param decimal   the mark before decimals
 * @param unclear   what cannot be known and has to be told: a date such as 01/02/2026; empty where all is clear
 */
public record Looked(Optional<Program> program, Mapping mapping, String encoding, String delimiter, boolean header, List<String> columns,
        List<List<String>> rows, Map<String, String> dateForms, String decimal, List<Problem> unclear) {

    public Looked {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        dateForms = Map.copyOf(dateForms);
        unclear = List.copyOf(unclear);
    }

    /** The first values of a column that are not empty, at most {@code most}. */
    public List<String> samples(String column, int most) {
        int place = columns.indexOf(column);
        return rows.stream().filter(row -> place >= 0 && place < row.size()).map(row -> row.get(place).strip())
                .filter(cell -> !cell.isEmpty()).distinct().limit(most).toList();
    }

    /** The form of the dates, where there is one for all. */
    public Optional<String> dateForm() {
        return dateForms.values().stream().distinct().count() == 1 ? dateForms.values().stream().findFirst() : Optional.empty();
    }
}
