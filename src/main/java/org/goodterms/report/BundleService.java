package org.goodterms.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goodterms.archive.Archive;
import org.goodterms.csv.CsvOut;
import org.goodterms.db.Database;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.LedgerService;
import org.goodterms.report.IncomeStatement.Basis;
import org.joda.money.Money;

/**
 * What an accountant or an auditor asks for, in one file: journal, reports, issued documents, and every table of the book
 * with a description. The same book and period give the same bytes.
 */
public final class BundleService {
    private final Database db;
    private final Reports reports;
    private final LedgerService ledger;
    private final Archive archive;
    private final TablesStore tables = new TablesStore();
    private final BundleStore documents = new BundleStore();

    /** Where the reports come from. */
    public record Reports(ReportService balances, BooksService books, JournalFileService journal, ReportPaperService papers) {
    }

    public BundleService(Database db, Reports reports, LedgerService ledger, Archive archive) {
        this.db = db;
        this.reports = reports;
        this.ledger = ledger;
        this.archive = archive;
    }

    /** The zip of a period, both days included. A page that the archive does not give back is left out. */
    public byte[] zip(LocalDate from, LocalDate to) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("journal.csv", reports.journal().file(JournalFormat.CSV));
        reports(files, from, to);
        db.read(tx -> documents.pages(tx, from, to)).forEach((number, hash) -> {
            if (archive.get(hash) instanceof Outcome.Ok<byte[]>(byte[] pdf)) {
                files.put("documents/" + number.replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf", pdf);
            }
        });
        List<TablesStore.Content> contents = db.read(tables::all);
        contents.forEach(table -> files.put("tables/" + table.name() + ".csv", csv(table)));
        files.put("tables/description.txt", description(contents).getBytes(StandardCharsets.UTF_8));
        return zipped(files, to);
    }

    private void reports(Map<String, byte[]> files, LocalDate from, LocalDate to) {
        Printouts printouts = reports.papers().printouts();
        Money zero = Money.zero(db.read(ledger::currency));
        List<Printout> all = List.of(printouts.trialBalance(to, reports.balances().trialBalance(to, null), zero),
                printouts.income(reports.books().income(from, to, Basis.ACCRUAL, null)),
                printouts.income(reports.books().income(from, to, Basis.CASH, null)),
                printouts.balanceSheet(reports.books().balanceSheet(to, null)), printouts.tax(reports.books().tax(from, to, null)),
                printouts.aging(reports.balances().aging(to, AgingBasis.DUE_DATE, null, null)),
                printouts.journal(from, to, ledger.entries(from, to)));
        for (Printout printout : all) {
            String name = "reports/" + printout.key().replace('/', '-');
            files.put(name + ".pdf", reports.papers().pdf(printout));
            files.put(name + ".csv", reports.papers().csv(printout));
        }
    }

    private static byte[] csv(TablesStore.Content table) {
        CsvOut out = new CsvOut(table.columns());
        table.rows().forEach(row -> out.row(row.toArray()));
        return out.bytes();
    }

    private static String description(List<TablesStore.Content> contents) {
        StringBuilder text = new StringBuilder("Every table of the book, one CSV file each: UTF-8, commas, quotes where needed, the first row\n"
                + "names the columns. Amounts are whole minor units (cents) of the currency beside them, or of the book's\n"
                + "currency; debits are positive, credits negative. Dates are yyyy-mm-dd, instants are in UTC. A text that a\n"
                + "spreadsheet could run has an apostrophe before it. Nothing stands for a value that is not there.\n");
        contents.forEach(table -> {
            text.append('\n').append(table.name()).append(".csv: ").append(table.rows().size()).append(" rows\n");
            for (int i = 0; i < table.columns().size(); i++) {
                text.append("  ").append(table.columns().get(i)).append(", ").append(table.kinds().get(i)).append('\n');
            }
        });
        return text.toString();
    }

    private static byte[] zipped(Map<String, byte[]> files, LocalDate day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(day.atTime(LocalTime.NOON));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
