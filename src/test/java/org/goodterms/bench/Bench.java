package org.goodterms.bench;

import java.io.IOException;
import java.util.List;

/** The one entry of all measurements: {@code -Dbench=start,import,aging,issue,pdf,memory,csv,sample,backup,ledger,mail} or {@code all}. */
public final class Bench {
    private static final List<String> USUAL = List.of("sample", "import", "start", "aging", "issue", "pdf", "memory");

    private Bench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        String wanted = args.length == 0 || args[0].isBlank() ? "all" : args[0];
        try (BookBench books = new BookBench()) {
            for (String name : wanted.equals("all") ? USUAL : List.of(wanted.split(","))) {
                switch (name) {
                    case "sample" -> books.sample();
                    case "import" -> books.imported();
                    case "start" -> books.start();
                    case "aging" -> books.aging();
                    case "issue" -> books.issue();
                    case "memory" -> books.memory();
                    case "backup" -> books.backup();
                    case "pdf" -> PdfBench.main(new String[0]);
                    case "ledger" -> LedgerBench.run();
                    case "facturx" -> FacturXBench.main(new String[0]);
                    case "mail" -> MailBench.run();
                    case "csv" -> CsvBench.main(new String[0]);
                    default -> System.out.println(name + ": no such measurement; there are " + USUAL + ", backup, ledger, mail and csv");
                }
            }
        }
    }
}
