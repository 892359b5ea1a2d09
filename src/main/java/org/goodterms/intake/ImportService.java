package org.goodterms.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.goodterms.company.CompanyService;
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
    public record Rooms(Database db, CompanyService company, CustomerService customers, LedgerService ledger, ReceivableService receivables,
            PaymentService payments) {
    }

    /**
     * A file to be brought in.
     *
     * @param map      JSON of a map of fields to columns, or null: a file of a known program is read as that program
     *                 writes it, any other by its headings
     * @param dryRun   says what would happen and changes nothing
     * @param keepGood brings in the good rows although others are refused
     */
    public record Order(ImportKind kind, byte[] file, @Nullable String map, boolean dryRun, boolean keepGood) {
    }

    public ImportService(Rooms rooms) {
        this.rooms = rooms;
        this.looks = new LookService(rooms.db(), rooms.company());
    }

    /** Looks at files before they are imported. */
    public LookService looks() {
        return looks;
    }

    /** Refused as a whole where a row is, unless the order keeps the good ones; the refusal names the first row. */
    public Outcome<ImportReport> run(Order order, Progress progress) {
        Optional<Outcome<Recognised>> program = order.map() == null ? looks.recognise(order.kind(), order.file()) : Optional.empty();
        if (program.isPresent()) {
            return program.get().then(found -> rows(found.kind(), found.rows(), found.mapping()).then(rows ->
                    rows(ImportKind.CUSTOMERS, found.customers(), found.customersMapping()).then(customers ->
                            carryOut(order, tx -> recognised(tx, found, customers, rows, progress)))));
        }
        return CsvFile.look(order.file()).then(file -> mapped(order, file).then(map ->
                file.read(map, order.kind().dates(), order.kind().numbers())).then(rows ->
                carryOut(order, tx -> rows(tx, service(tx, order.kind(), Known.NOTHING), new Tally(rows, List.of()), progress))));
    }

    private Outcome<ImportReport> carryOut(Order order, Function<Tx, Outcome<ImportReport>> work) {
        if (order.dryRun()) {
            return rooms.db().preview(work);
        }
        return rooms.db().writeBulk(tx -> work.apply(tx).then(report -> report.errors().isEmpty() || order.keepGood()
                ? Outcome.ok(report) : Outcome.refused(named(report.errors().getFirst()))));
    }

    private static Outcome<CsvRows> rows(ImportKind kind, List<Recognised.Row> found, Mapping mapping) {
        return CsvFile.look(RecogniseService.file(kind, found), LookService.map(mapping)).then(csv -> csv.read(LookService.map(mapping), kind.dates(), kind.numbers()));
    }

    /** The customers that a file of invoices names come first; what is known of them already stays. */
    private Outcome<ImportReport> recognised(Tx tx, Recognised found, CsvRows customers, CsvRows rows, Progress progress) {
        Map<String, String> codes = new HashMap<>();
        Known known = new Known(true, codes);
        if (!found.customers().isEmpty()) {
            Tally made = new Tally(customers, found.customers());
            Outcome<ImportReport> report = rows(tx, service(tx, ImportKind.CUSTOMERS, known), made, progress);
            if (!report.isOk() || !report.orThrow().errors().isEmpty()) {
                return report;
            }
        }
        Tally tally = new Tally(rows, found.rows());
        tally.leftOut(found.leftOut());
        return rows(tx, service(tx, found.kind(), known), tally, progress);
    }

    private RowsService service(Tx tx, ImportKind kind, Known known) {
        return switch (kind) {
            case CUSTOMERS -> new CustomerRowsService(tx, rooms.customers(), known);
            case INVOICES -> new InvoiceRowsService(tx, rooms, known);
            case PAYMENTS -> new PaymentRowsService(tx, rooms);
        };
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

    private static Outcome<ImportReport> rows(Tx tx, RowsService service, Tally tally, Progress progress) {
        return tally.rows.forEach(row -> {
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

        private final List<Recognised.Row> origin;
        private int leftOut;

        /** @param origin of each row, where the rows are not those of the file itself */
        Tally(CsvRows rows, List<Recognised.Row> origin) {
            this.rows = rows;
            this.origin = origin;
        }

        void leftOut(List<ImportReport.RowProblem> documents) {
            leftOut = documents.size();
            skipped += leftOut;
            warnings.addAll(documents);
        }

        private int number(CsvRow row) {
            return origin.isEmpty() ? row.number() : origin.get(row.number() - 1).number();
        }

        void add(CsvRow row, Outcome<RowsService.Taken> outcome) {
            switch (outcome) {
                case Outcome.Ok<RowsService.Taken>(RowsService.Taken taken) -> {
                    imported += taken.skipped() ? 0 : 1;
                    skipped += taken.skipped() ? 1 : 0;
                    if (!origin.isEmpty() && !taken.skipped()) {
                        origin.get(row.number() - 1).warnings().forEach(w -> warnings.add(
                                new ImportReport.RowProblem(number(row), column(w), w)));
                    }
                    taken.warnings().forEach(w -> warnings.add(new ImportReport.RowProblem(number(row), column(w), w)));
                    taken.amount().ifPresent(m -> totals.merge(m.getCurrencyUnit().getCode(), m, Money::plus));
                }
                case Outcome.Refused<RowsService.Taken>(List<Problem> problems) -> errors.add(
                        new ImportReport.RowProblem(number(row), column(problems.getFirst()), problems.getFirst()));
            }
        }

        private String column(Problem problem) {
            return problem.field() == null ? "" : rows.column(problem.field());
        }

        ImportReport report(int count) {
            return new ImportReport(count + leftOut, imported, skipped, errors, warnings, totals);
        }
    }
}
