package org.goodterms.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.goodterms.csv.CsvFile;
import org.goodterms.csv.CsvRows;
import org.goodterms.csv.ImportMap;

/** How fast 100 MB are looked at, guessed and read. */
final class CsvBench {

    private CsvBench() {
    }

    public static void main(String[] args) {
        StringBuilder text = new StringBuilder("number,customer,date,due,amount,text\n");
        for (int i = 0; text.length() < 100 * 1024 * 1024; i++) {
            text.append("INV-").append(i).append(",C").append(i % 5000).append(',').append(i % 12 + 1).append('/')
                    .append(i % 28 + 1).append("/2026,12/28/2026,").append(i % 100_000).append(".25,\"Work, done ")
                    .append(i).append("\"\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        CsvFile file = CsvFile.look(bytes).orThrow();
        long looked = System.nanoTime();
        CsvRows rows = file.read(ImportMap.of(Map.of("number", "number", "date", "date", "due", "due", "amount",
                "amount")), Set.of("date", "due"), Set.of("amount")).orThrow();
        long guessed = System.nanoTime();
        BigDecimal[] sum = {BigDecimal.ZERO};
        int count = rows.forEach(row -> {
            row.date("date").orThrow();
            sum[0] = sum[0].add(row.number("amount").orThrow().orElseThrow());
        }).orThrow();
        long read = System.nanoTime();
        System.out.printf("100 MB, %,d rows: looked %d ms, guessed %d ms, read %d ms%n", count,
                (looked - start) / 1_000_000, (guessed - looked) / 1_000_000, (read - guessed) / 1_000_000);
    }
}
