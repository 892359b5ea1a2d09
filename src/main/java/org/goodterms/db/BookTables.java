package org.goodterms.db;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.goodterms.db.gen.DefaultSchema;
import org.jooq.BatchBindStep;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a book as plain values, table by table, in an order that depends on nothing but their content; and back.
 * Left out are the identity of the database file and the archived bytes, which have a place of their own.
 */
public final class BookTables {
    private static final Set<String> LEFT_OUT = Set.of("book", "archived", Schema.HISTORY);
    private static final int FETCHED = 1_000;

    /** What a column holds, and as what it is told: numbers as Long, yes and no as Boolean, all else as String. */
    public enum Kind {
        TEXT, WHOLE, DECIMAL, YES_NO, DAY, INSTANT, ID
    }

    public record Column(String name, Kind kind) {
    }

    private BookTables() {
    }

    /** The number of the newest migration that this program knows. */
    public static int schema() {
        return Schema.CURRENT.newest();
    }

    /** Names of the tables: each after those it refers to. */
    public static List<String> names() {
        return ordered().stream().map(Table::getName).toList();
    }

    private static List<Table<?>> ordered() {
        List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> !LEFT_OUT.contains(table.getName())).sorted(Comparator.comparing(Table::getName)).toList());
        List<Table<?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Table<?> next = left.stream().filter(table -> table.getReferences().stream()
                    .map(BookTables::referred).allMatch(to -> to.equals(table.getName())
                            || left.stream().noneMatch(other -> other.getName().equals(to)))).findFirst().orElseThrow();
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static String referred(ForeignKey<?, ?> key) {
        return key.getKey().getTable().getName();
    }

    private static Table<?> table(String name) {
        return ordered().stream().filter(table -> table.getName().equals(name)).findFirst()
                .orElseThrow(() -> new RowRefused(name));
    }

    /** @throws RowRefused where there is no such table */
    public static List<Column> columns(String table) {
        return Arrays.stream(table(table).fields()).map(field -> new Column(field.getName(), kind(field.getType()))).toList();
    }

    private static Kind kind(Class<?> type) {
        return type == UUID.class ? Kind.ID : type == LocalDate.class ? Kind.DAY : type == Instant.class ? Kind.INSTANT
                : type == BigDecimal.class ? Kind.DECIMAL : type == Boolean.class ? Kind.YES_NO
                : type == Long.class || type == Integer.class ? Kind.WHOLE : Kind.TEXT;
    }

    /** Hands on each row of a table, its values in the order of {@link #columns}. */
    public static void each(Tx tx, String name, Consumer<List<@Nullable Object>> use) {
        Table<?> table = table(name);
        List<Field<?>> order = order(table);
        var rows = tx.sql().selectFrom(table).orderBy(order).fetchSize(FETCHED);
        if (order.stream().anyMatch(field -> field.getType() == String.class)) {
            // engines sort texts in ways of their own
            List<Integer> by = order.stream().map(field -> Arrays.asList(table.fields()).indexOf(field)).toList();
            rows.fetch(BookTables::plain).stream().sorted((a, b) -> compare(a, b, by)).forEach(use);
            return;
        }
        try (Cursor<?> cursor = rows.fetchLazy()) {
            cursor.forEach(row -> use.accept(plain(row)));
        }
    }

    private static List<Field<?>> order(Table<?> table) {
        List<Field<?>> order = new ArrayList<>();
        if (table.getReferences().stream().anyMatch(key -> referred(key).equals(table.getName()))) {
            Field<?> sequence = table.field("seq") == null ? table.field("recorded_at") : table.field("seq");
            if (sequence != null) {
                order.add(sequence);
            }
        }
        var key = table.getPrimaryKey();
        order.addAll(key == null ? Arrays.asList(table.fields()) : key.getFields());
        return order;
    }

    private static int compare(List<@Nullable Object> a, List<@Nullable Object> b, List<Integer> by) {
        for (int column : by) {
            int way = a.get(column) instanceof Long one && b.get(column) instanceof Long other ? Long.compare(one, other)
                    : String.valueOf(a.get(column)).compareTo(String.valueOf(b.get(column)));
            if (way != 0) {
                return way;
            }
        }
        return 0;
    }

    private static List<@Nullable Object> plain(Record row) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            values.add(switch (row.get(i)) {
                case null -> null;
                case Boolean yes -> yes;
                case Number whole when !(whole instanceof BigDecimal) -> whole.longValue();
                case BigDecimal decimal -> decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
                case Object other -> other.toString();
            });
        }
        return values;
    }

    /**
     * Adds rows to a table.
     *
     * @param columns the columns that each row has, in its order; others get what the table gives them
     * @throws RowRefused where a value is of the wrong kind or the table does not take a row
     */
    public static void insert(Tx tx, String name, List<String> columns, List<List<@Nullable Object>> rows) {
        Table<?> table = table(name);
        List<Field<?>> fields = new ArrayList<>();
        for (String column : columns) {
            Field<?> field = table.field(column);
            if (field == null) {
                throw new RowRefused(name + "." + column);
            }
            fields.add(field);
        }
        @Nullable Object[] nothing = new Object[fields.size()];
        BatchBindStep batch = tx.sql().batch(tx.sql().insertInto(table, fields).values(nothing));
        for (List<@Nullable Object> row : rows) {
            @Nullable Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(fields.get(i), row.get(i));
            }
            batch = batch.bind(values);
        }
        try {
            batch.execute();
        } catch (DataAccessException e) {
            if (SqlErrors.outside(e) != null || SqlErrors.worthRetrying(e)) {
                throw e;
            }
            org.slf4j.LoggerFactory.getLogger(BookTables.class).info("a row was refused", e);
            throw new RowRefused(name);
        }
    }

    private static @Nullable Object value(Field<?> field, @Nullable Object told) {
        if (told == null) {
            return null;
        }
        try {
            return switch (kind(field.getType())) {
                case TEXT -> (String) told;
                case WHOLE -> field.getType() == Integer.class ? (Object) Math.toIntExact((Long) told) : (Long) told;
                case YES_NO -> (Boolean) told;
                case DECIMAL -> new BigDecimal((String) told);
                case DAY -> LocalDate.parse((String) told);
                case INSTANT -> Instant.parse((String) told);
                case ID -> UUID.fromString((String) told);
            };
        } catch (ClassCastException | DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new RowRefused(field.getName() + " " + told);
        }
    }

    /** How many rows each table has. */
    public static Map<String, Long> counts(Tx tx) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Table<?> table : ordered()) {
            counts.put(table.getName(), tx.sql().select(DSL.count()).from(table).fetchOne(0, Long.class));
        }
        return counts;
    }
}
