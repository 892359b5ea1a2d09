package org.goodterms.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodterms.csv.CsvFile;
import org.goodterms.csv.CsvRow;
import org.goodterms.csv.CsvRows;
import org.goodterms.csv.ImportMap;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.LedgerService;
import org.goodterms.payment.PaymentService;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Imports CSV files: shown before anything happens, all or nothing. */
public final class ImportService {
    private final Rooms rooms;
    private final LookService looks;

    /** The rooms an import writes to. */
    public record Rooms(Database db, CustomerService customers, LedgerService ledger, ReceivableService receivables,
            PaymentService payments) {
    }

    /**
     * A file to be brought in.
     *
     * @param map      JSON of a map of fields to columns, or null: found by the headings
     * @param dryRun   says what would happen and changes nothing
     * @param keepGood brings in the good rows although others are refused
     */
    public record Order(ImportKind kind, byte[] file, @Nullable String map, boolean dryRun, boolean keepGood) {
    }

    public ImportService(Rooms rooms) {
        this.rooms = rooms;
        this.looks = new LookService(rooms.db());
    }

    /** Looks at files before they are imported. */
    public LookService looks() {
        return looks;
    }

    /** Refused as a whole where a row is, unless the order keeps the good ones; the refusal names the first row. */
    public Outcome<ImportReport> run(Order order, Progress progress) {
        return CsvFile.look(order.file()).then(file -> mapped(order, file).then(map ->
                file.read(map, order.kind().dates(), order.kind().numbers())).then(rows -> {
                    if (order.dryRun()) {
                        return rooms.db().preview(tx -> rows(tx, order, rows, progress));
                    }
                    return rooms.db().writeBulk(tx -> rows(tx, order, rows, progress).then(report ->
                            report.errors().isEmpty() || order.keepGood() ? Outcome.ok(report)
                                    : Outcome.refused(named(report.errors().getFirst()))));
                }));
    }

    private static List<Problem> named(ImportReport.RowProblem error) {
        return List.of(Problem.at(error.column(), "intake.row_refused", error.row(), error.column()), error.problem());
    }

    private Outcome<ImportMap> mapped(Order order, CsvFile file) {
        if (order.map() != null) {
            return ImportMap.parse(order.map()).then(map -> missing(order.kind(), map));
        }
        return missing(order.kind(), ImportMap.of(order.kind().propose(file.columns())));
    }

    private static Outcome<ImportMap> missing(ImportKind kind, ImportMap map) {
        List<String> known = kind.fields();
        Optional<String> unknown = map.fields().keySet().stream().filter(f -> !known.contains(f)).sorted().findFirst();
        if (unknown.isPresent()) {
            return Outcome.refused(Problem.at(unknown.get(), "intake.unknown_field", unknown.get(), String.join(", ", known)));
        }
        Optional<String> lacking = kind.needed().stream().sorted()
                .filter(f -> !map.fields().containsKey(f) && !map.constants().containsKey(f)).findFirst();
        return lacking.<Outcome<ImportMap>>map(field -> Outcome.refused(
                Problem.at(field, "intake.field_needed", field, kind.word()))).orElseGet(() -> Outcome.ok(map));
    }

    private Outcome<ImportReport> rows(Tx tx, Order order, CsvRows rows, Progress progress) {
        RowsService service = switch (order.kind()) {
            case CUSTOMERS -> new CustomerRowsService(tx, rooms.customers());
            case INVOICES -> new InvoiceRowsService(tx, rooms);
            case PAYMENTS -> new PaymentRowsService(tx, rooms);
        };
        Tally tally = new Tally(rows);
        return rows.forEach(row -> {
            progress.stopIfCancelled();
            progress.at(row.number(), 0, "intake.progress");
            tally.add(row, row.broken().<Outcome<RowsService.Taken>>map(Outcome::refused)
                    .orElseGet(() -> service.take(tx, row)));
        }).map(count -> {
            service.finish(tx);
            return tally.report(count);
        });
    }

    private static final class Tally {
        private final CsvRows rows;
        private final List<ImportReport.RowProblem> errors = new ArrayList<>();
        private final List<ImportReport.RowProblem> warnings = new ArrayList<>();
        private final Map<String, Money> totals = new TreeMap<>();
        private int imported;
        private int skipped;

        Tally(CsvRows rows) {
            this.rows = rows;
        }

        void add(CsvRow row, Outcome<RowsService.Taken> outcome) {
            switch (outcome) {
                case Outcome.Ok<RowsService.Taken>(RowsService.Taken taken) -> {
                    imported += taken.skipped() ? 0 : 1;
                    skipped += taken.skipped() ? 1 : 0;
                    taken.warnings().forEach(w -> warnings.add(new ImportReport.RowProblem(row.number(), column(w), w)));
                    taken.amount().ifPresent(m -> totals.merge(m.getCurrencyUnit().getCode(), m, Money::plus));
                }
                case Outcome.Refused<RowsService.Taken>(List<Problem> problems) -> errors.add(
                        new ImportReport.RowProblem(row.number(), column(problems.getFirst()), problems.getFirst()));
            }
        }

        private String column(Problem problem) {
            return problem.field() == null ? "" : rows.column(problem.field());
        }

        ImportReport report(int count) {
            return new ImportReport(count, imported, skipped, errors, warnings, totals);
        }
    }
}
