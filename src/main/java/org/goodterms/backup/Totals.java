package org.goodterms.backup;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What two books are compared by.
 *
 * @param rows        of each table
 * @param documents   archived documents
 * @param turnover    sum of all debits of the ledger, in minor units of the book's currency
 * @param receivables balance of account 1200, in the same
 * @param head        hash of the last entry; empty without one
 */
public record Totals(String name, String currency, Map<String, Long> rows, long documents, long turnover, long receivables, String head) {

    public Totals {
        rows = Map.copyOf(rows);
    }

    /** Rows of a table; 0 where there is none of that name. */
    public long count(String table) {
        return rows.getOrDefault(table, 0L);
    }

    /** Which of them differ, this side first: a table's name, {@code documents}, {@code turnover}, {@code receivables}, {@code head}. */
    public Map<String, String> differences(Totals other) {
        Map<String, String> all = new LinkedHashMap<>();
        rows.keySet().stream().sorted().forEach(table -> differing(all, table, count(table), other.count(table)));
        differing(all, "documents", documents, other.documents);
        differing(all, "turnover", turnover, other.turnover);
        differing(all, "receivables", receivables, other.receivables);
        differing(all, "head", head, other.head);
        return all;
    }

    private static void differing(Map<String, String> all, String what, Object one, Object another) {
        if (!one.equals(another)) {
            all.put(what, one + " / " + another);
        }
    }
}
