package org.goodterms.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which field, and how it is written. What is null is found by looking.
 *
 * @param fields     field to column: its heading or, without headings, its number from 1
 * @param constants  field to a value that is the same for every row
 * @param dateFormat such as {@code d.M.yyyy}
 * @param decimal    {@code "."} or {@code ","}
 * @param delimiter  one character
 * @param encoding   name of a character set
 * @param header     whether a line of headings comes before the rows
 */
public record Mapping(Map<String, String> fields, Map<String, String> constants, @Nullable String dateFormat,
        @Nullable String decimal, @Nullable String delimiter, @Nullable String encoding, @Nullable Boolean header) {
    public static final Mapping NOTHING = new Mapping(Map.of(), Map.of(), null, null, null, null, null);

    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** The same file, other columns. */
    public Mapping with(Map<String, String> otherFields, Map<String, String> otherConstants) {
        return new Mapping(otherFields, otherConstants, dateFormat, decimal, delimiter, encoding, header);
    }
}
