package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.Sources.Source;
import org.junit.jupiter.api.Test;

/** What byte code cannot show. Each check is seen to fail on a piece of text planted here. */
class TidyTest {
    private static final List<Source> HOUSE = Sources.under(Sources.MAIN);
    private static final List<Source> TESTS = Sources.under(Sources.TESTS);
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 60;
    /** Corrections are new rows: no update, no delete. */
    private static final Set<String> APPEND_ONLY = Set.of("entry", "posting", "tax_movement", "allocation", "contact",
            "payment", "payment_return", "message_event", "period_lock", "attachment");
    /** Boundaries where whatever happens must become a sentence; name what comes from outside there. */
    private static final Set<String> CATCH_ANYTHING = Set.of(
            "Main.java", "ui/kit/Tasks.java",
            "secret/SystemKeychain.java",
            "einvoice/EInvoiceReader.java");
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)\"/root/|issues? #\\d|https?://[a-z0-9.-]*(?:nexus|artifactory)");

    @Test
    void the_scan_found_the_house() {
        assertThat(HOUSE).hasSizeGreaterThan(10).anyMatch(s -> s.name().equals("kernel/Problem.java"));
        assertThat(HOUSE.stream().mapToInt(s -> Sources.methods(s).size()).sum()).isGreaterThan(40);
    }

    @Test
    void files_have_at_most_400_lines() {
        Function<Source, Stream<String>> check = s -> Stream.of(s).filter(f -> lines(f) > FILE_LINES)
                .map(f -> f.name() + " has " + lines(f) + " lines, at most " + FILE_LINES + ": it is two classes");
        keep(check, both(), "x\n".repeat(FILE_LINES + 1));
    }

    private static long lines(Source s) {
        return s.text().lines().count();
    }

    @Test
    void methods_have_at_most_60_lines() {
        Function<Source, Stream<String>> check = s -> Sources.methods(s).stream().filter(m -> m.lines() > METHOD_LINES)
                .map(m -> "%s:%d %s has %d lines, at most %d: name its steps".formatted(s.name(), m.line(), m.name(),
                        m.lines(), METHOD_LINES));
        keep(check, both(), "class A {\n    void a(int b) {\n" + "        b();\n".repeat(METHOD_LINES) + "    }\n}\n");
    }

    @Test
    void rooms_compute_with_no_binary_fractions() {
        Pattern fraction = Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b");
        Function<Source, Stream<String>> check = s -> !HouseRules.ROOMS.contains(s.area()) && !s.area().equals("kernel")
                ? Stream.empty() : found(s, s.code(), fraction, "use BigDecimal or Money: 0.1 is no binary fraction");
        keep(check, HOUSE, "class A { double rate; }");
    }

    @Test
    void only_named_boundaries_catch_everything() {
        Pattern anything = Pattern.compile("catch \\((?:final )?(?:\\w+ \\| )*(?:Exception|Throwable)\\b");
        Function<Source, Stream<String>> check = s -> CATCH_ANYTHING.contains(s.name()) ? Stream.empty()
                : found(s, s.code(), anything, "catch what you can answer; a true boundary is added to TidyTest's list");
        keep(check, HOUSE, "try { a(); } catch (Exception e) { }");
    }

    @Test
    void nothing_speaks_of_the_workshop() {
        Function<Source, Stream<String>> check = s -> s.simpleName().equals("TidyTest") ? Stream.empty()
                : found(s, s.text(), MACHINE, "the program speaks of the product only, and no path is of one machine");
        keep(check, both(), "String s = \"/root" + "/me/book\";");
    }

    @Test
    void nothing_is_left_to_do() {
        Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|(?i)not yet (supported|implemented)");
        Function<Source, Stream<String>> check = s -> s.simpleName().equals("TidyTest") ? Stream.empty()
                : found(s, s.text(), later, "finish it, or leave it out");
        keep(check, both(), "// TO" + "DO later");
    }

    @Test
    void every_package_says_what_it_is() {
        assertThat(unsigned(HOUSE)).as("write package-info.java: purpose, tables owned, invariants, @NullMarked")
                .isEmpty();
        assertThat(unsigned(List.of(Source.of("a/A.java", "class A {}")))).containsExactly("a");
        assertThat(unsigned(List.of(Source.of("a/package-info.java", "/** Purpose. */ package a;"))))
                .containsExactly("a");
    }

    private static Set<String> unsigned(List<Source> sources) {
        Map<String, List<Source>> packages = sources.stream().filter(s -> s.name().contains("/"))
                .collect(Collectors.groupingBy(s -> s.name().substring(0, s.name().lastIndexOf('/')), TreeMap::new,
                        Collectors.toList()));
        return packages.entrySet().stream().filter(p -> p.getValue().stream().noneMatch(s -> s.simpleName()
                .equals("package-info") && s.text().contains("/**") && s.code().contains("@NullMarked")))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    // ---- who writes which table

    private static final Pattern WRITE = Pattern.compile("\\.\\s*(insertInto|update|deleteFrom|delete|truncate|mergeInto"
            + "|newRecord|loadInto)\\s*\\(\\s*(?:Tables\\.)?([A-Z][A-Z_0-9]*)\\b");

    private record Write(String act, String table, String store) {
    }

    private static List<Write> writes(Collection<Source> sources) {
        List<Write> writes = new ArrayList<>();
        for (Source s : sources) {
            Matcher m = WRITE.matcher(s.code());
            while (m.find()) {
                writes.add(new Write(m.group(1), m.group(2).toLowerCase(Locale.ROOT), s.name()));
            }
        }
        return writes;
    }

    @Test
    void a_table_is_written_by_one_store() {
        assertThat(writtenTwice(writes(HOUSE))).as("move the statement into the one store that owns the table: the room"
                + " order and package-info say which").isEmpty();
        assertThat(writtenTwice(writes(List.of(Source.of("a/AStore.java", "sql.insertInto(PAYMENT)"),
                Source.of("b/BStore.java", "sql.update(Tables.PAYMENT)"))))).hasSize(1);
    }

    private static Map<String, Set<String>> writtenTwice(List<Write> writes) {
        Map<String, Set<String>> stores = writes.stream().collect(Collectors.groupingBy(Write::table, TreeMap::new,
                Collectors.mapping(Write::store, Collectors.toCollection(TreeSet::new))));
        stores.values().removeIf(s -> s.size() < 2);
        return stores;
    }

    @Test
    void only_stores_write_tables() {
        assertThat(strangers(writes(HOUSE))).as("tables are written by *Store classes of rooms").isEmpty();
        assertThat(strangers(writes(List.of(Source.of("a/AService.java", "sql.insertInto(PAYMENT)"))))).hasSize(1);
    }

    private static List<Write> strangers(List<Write> writes) {
        return writes.stream().filter(w -> !w.store().endsWith("Store.java") && !w.store().startsWith("db/")).toList();
    }

    @Test
    void what_is_written_once_stays() {
        assertThat(changed(writes(HOUSE))).as("append-only: a correction is a new row").isEmpty();
        assertThat(changed(writes(List.of(Source.of("a/AStore.java", "sql.update(POSTING).set(1)"))))).hasSize(1);
        assertThat(changed(writes(List.of(Source.of("a/AStore.java", "sql.insertInto(POSTING)"))))).isEmpty();
    }

    private static List<Write> changed(List<Write> writes) {
        return writes.stream().filter(w -> APPEND_ONLY.contains(w.table())
                && !Set.of("insertInto", "newRecord", "loadInto").contains(w.act())).toList();
    }

    @Test
    void migrations_change_no_row_of_what_stays() {
        Pattern change = Pattern.compile("(?i)\\b(?:update|delete\\s+from|truncate\\s+table)\\s+("
                + String.join("|", APPEND_ONLY) + ")\\b");
        Path folder = Path.of("src/main/resources/db/migration");
        List<Source> files = Stream.of(folder.toFile().listFiles()).map(f -> new Source(f.getName(),
                Sources.read(f.toPath()), Sources.read(f.toPath()))).toList();
        assertThat(files).isNotEmpty();
        keep(s -> found(s, s.code(), change, "append-only: no migration rewrites it"), files, "update posting set a = 1");
    }

    // ---- how a check is kept

    private static List<Source> both() {
        return Stream.concat(HOUSE.stream(), TESTS.stream()).toList();
    }

    private static Stream<String> found(Source s, String text, Pattern pattern, String advice) {
        return pattern.matcher(text).results()
                .map(m -> s.name() + ":" + Sources.line(text, m.start()) + " '" + m.group() + "': " + advice);
    }

    private static void keep(Function<Source, Stream<String>> check, List<Source> house, String planted) {
        assertThat(house.stream().flatMap(check)).isEmpty();
        assertThat(check.apply(Source.of("customer/Planted.java", planted))).as("seen to fail").isNotEmpty();
    }
}
