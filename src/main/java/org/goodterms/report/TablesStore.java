package org.goodterms.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.Tables;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Reads every table of the book as it stands. */
final class TablesStore {

    /** A table with its columns, their kinds and its rows as text; nothing is an empty text. */
    record Content(String name, List<String> columns, List<String> kinds, List<List<String>> rows) {
    }

    /** All tables but the archived bytes, in order of name; rows in order of the first column. */
    List<Content> all(Tx tx) {
        return Tables.ENTRY.getSchema().getTables().stream().filter(table -> !table.equals(Tables.ARCHIVED))
                .sorted(Comparator.comparing(Table::getName)).map(table -> content(tx, table)).toList();
    }

    private static Content content(Tx tx, Table<?> table) {
        List<Field<?>> fields = List.of(table.fields());
        List<List<String>> rows = new ArrayList<>();
        for (Record row : tx.sql().select(fields).from(table).orderBy(fields.getFirst()).fetch()) {
            rows.add(fields.stream().map(field -> row.get(field) == null ? "" : String.valueOf(row.get(field))).toList());
        }
        return new Content(table.getName(), fields.stream().map(Field::getName).toList(),
                fields.stream().map(field -> field.getDataType().getTypeName()).toList(), rows);
    }
}
