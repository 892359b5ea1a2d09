package org.goodterms.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodterms.company.TaxRate;
import org.goodterms.csv.CsvFile;
import org.goodterms.csv.CsvOut;
import org.goodterms.csv.CsvRow;
import org.goodterms.csv.CsvRows;
import org.goodterms.csv.ImportMap;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;

/** Knows files of other programs by their headings, and reads customers and documents from them. */
final class RecogniseService {
    private static final Set<String> DATES = Set.of("date", "due", "paidOn");
    private static final Set<String> NUMBERS = Set.of("quantity", "price", "discount", "lineNet", "lineTax", "lineTax2", "gross",
            "paid", "balance", "exchange");
    private static final Set<String> NO_DOCUMENT = Set.of("draft", "void", "voided", "deleted", "cancelled", "canceled");
    private static final int LONGEST_STREET_LINE = 100;
    private final CurrencyUnit book;
    private final List<TaxRate> rates;

    /**
     * @param book  the book's currency: whose dollars "$" are
     * @param rates of the book's country, tried where a file tells the tax only as a sum
     */
    RecogniseService(CurrencyUnit book, List<TaxRate> rates) {
        this.book = book;
        this.rates = List.copyOf(rates);
    }

    /** What the file holds of that kind; empty where it is of none of these programs, or of them but of another kind. */
    Optional<Outcome<Recognised>> read(ImportKind kind, byte[] bytes) {
        if (IifFile.is(bytes)) {
            return kind == ImportKind.PAYMENTS ? Optional.empty() : Optional.of(tabs(kind, bytes));
        }
        if (!(CsvFile.look(bytes) instanceof Outcome.Ok<CsvFile>(CsvFile file))) {
            return Optional.empty();
        }
        return layout(file).filter(layout -> layout.kind() == kind).map(layout -> read(layout, file));
    }

    /** The kind of a file of these programs. */
    static Optional<ImportKind> kind(byte[] bytes) {
        return CsvFile.look(bytes) instanceof Outcome.Ok<CsvFile>(CsvFile file) ? layout(file).map(ProgramLayout::kind)
                : Optional.empty();
    }

    private static Optional<ProgramLayout> layout(CsvFile file) {
        return ProgramLayout.of(file.header(), file.columns(), file.firstRows());
    }

    private Outcome<Recognised> tabs(ImportKind kind, byte[] bytes) {
        IifFile iif = new IifFile(new DocumentBuilding(book, rates));
        ImportMap tabs = new ImportMap(Map.of("what", "1"), Map.of(), null, null, "\t", null, false);
        return CsvFile.look(bytes, tabs).then(file -> file.read(tabs, Set.of(), Set.of()))
                .then(rows -> rows.forEach(row -> iif.take(row.number(), row.cells()))).map(count -> iif.found(kind));
    }

    /** The rows as a file in our columns. */
    static byte[] file(ImportKind kind, List<Recognised.Row> rows) {
        List<String> columns = Recognised.columns(kind, rows);
        CsvOut out = new CsvOut(columns);
        rows.forEach(row -> out.row(columns.stream().map(field -> row.cells().getOrDefault(field, "")).toArray()));
        return out.bytes();
    }

    private Outcome<Recognised> read(ProgramLayout layout, CsvFile file) {
        Outcome<CsvRows> looked = file.read(LookService.map(layout.mapping(file.columns(), false)), DATES, NUMBERS);
        return (looked.isOk() ? looked : file.read(LookService.map(layout.mapping(file.columns(), true)), DATES, NUMBERS)).then(rows ->
                layout.kind() == ImportKind.CUSTOMERS ? customers(layout, rows) : invoices(layout, rows));
    }

    private static Outcome<Recognised> customers(ProgramLayout layout, CsvRows rows) {
        List<Recognised.Row> found = new ArrayList<>();
        return rows.forEach(row -> found.add(new Recognised.Row(row.number(), customer(row), row.broken().map(List::of).orElse(List.of()))))
                .map(count -> new Recognised(layout.program(), ImportKind.CUSTOMERS, found, List.of(), List.of()));
    }

    private static Map<String, String> customer(CsvRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        String contact = row.text("contact").isEmpty() ? (row.text("first") + " " + row.text("last")).strip() : row.text("contact");
        String name = row.text("name").isEmpty() ? contact : row.text("name");
        cells.put("code", row.text("code").isEmpty() ? PlainWords.code(name) : row.text("code"));
        cells.put("name", name);
        cells.put("contact", contact.equals(name) ? "" : contact);
        List<String> place = PlainWords.place(row.text("place"));
        cells.put("postcode", row.text("postcode").isEmpty() ? place.getFirst() : row.text("postcode"));
        cells.put("city", row.text("city").isEmpty() ? place.getLast() : row.text("city"));
        cells.put("country", PlainWords.country(row.text("country")));
        cells.put("street", street(row));
        boolean fromInvoice = row.text("daysAfter").isEmpty() || row.text("daysAfter").toLowerCase(java.util.Locale.ROOT).contains("bill date");
        cells.put("terms", fromInvoice ? PlainWords.terms(row.text("terms"), row.text("days")) : "");
        for (String same : List.of("email", "phone", "region", "currency", "taxId", "note")) {
            cells.put(same, row.text(same));
        }
        return cells;
    }

    private static String street(CsvRow row) {
        return String.join("\n", List.of("street", "street2", "street3", "street4").stream()
                .map(part -> PlainWords.line(row.text(part), LONGEST_STREET_LINE)).filter(line -> !line.isEmpty()).toList());
    }

    private Outcome<Recognised> invoices(ProgramLayout layout, CsvRows rows) {
        DocumentBuilding building = new DocumentBuilding(book, rates);
        Map<String, DocumentBuilding.Document> documents = new LinkedHashMap<>();
        Map<String, Recognised.Row> customers = new LinkedHashMap<>();
        List<ImportReport.RowProblem> leftOut = new ArrayList<>();
        boolean named = !layout.program().equals(Program.GNUCASH);
        return rows.forEach(row -> {
            String number = row.text("number");
            if (NO_DOCUMENT.contains(row.text("status").toLowerCase(java.util.Locale.ROOT))) {
                leftOut.add(new ImportReport.RowProblem(row.number(), "", Problem.of("intake.no_document", number, row.text("status"))));
                return;
            }
            if (named) {
                customers.computeIfAbsent(row.text("name"), name -> new Recognised.Row(row.number(), customer(row), List.of()));
            }
            documents.computeIfAbsent(number.isEmpty() ? "\0" + row.number() : number, n -> head(row, number)).lines().add(line(row));
        }).map(count -> new Recognised(layout.program(), ImportKind.INVOICES, documents.values().stream().map(building::row).toList(),
                List.copyOf(customers.values()), leftOut));
    }

    private DocumentBuilding.Document head(CsvRow row, String number) {
        BigDecimal gross = value(row, "gross");
        BigDecimal balance = value(row, "balance");
        BigDecimal paid = gross != null && balance != null ? gross.subtract(balance) : value(row, "paid");
        BigDecimal exchange = value(row, "exchange");
        String dollar = List.of("CAD", "AUD", "NZD", "SGD", "HKD").contains(book.getCode()) ? book.getCode() : "USD";
        String amount = row.text("gross");
        Map<String, String> told = new LinkedHashMap<>();
        told.put("number", number);
        told.put("customer", row.text("name"));
        told.put("date", date(row, "date"));
        told.put("due", date(row, "due"));
        told.put("paidOn", date(row, "paidOn"));
        told.put("currency", row.text("currency").isEmpty() ? PlainWords.currency(amount, dollar) : row.text("currency"));
        told.put("reference", row.text("reference"));
        return new DocumentBuilding.Document(row.number(), told, new DocumentBuilding.Sums(gross, null, paid, exchange), new ArrayList<>());
    }

    private static DocumentBuilding.Line line(CsvRow row) {
        BigDecimal net = value(row, "lineNet");
        if (net == null) {
            BigDecimal quantity = value(row, "quantity");
            BigDecimal price = value(row, "price");
            BigDecimal percent = value(row, "discount");
            BigDecimal part = BigDecimal.ONE.subtract((percent == null ? BigDecimal.ZERO : percent).movePointLeft(2));
            net = price == null ? BigDecimal.ZERO : price.multiply(quantity == null ? BigDecimal.ONE : quantity).multiply(part);
        }
        BigDecimal tax = value(row, "lineTax");
        BigDecimal more = value(row, "lineTax2");
        String rate = PlainWords.percent(row.text("taxRate"));
        boolean free = row.text("taxable").equalsIgnoreCase("no");
        return new DocumentBuilding.Line(net, free ? "0" : rate, tax == null ? more : more == null ? tax : tax.add(more),
                row.text("included").equalsIgnoreCase("yes"), row.text("text"));
    }

    /** ISO where it can be read, else as it stands: the import then says what is wrong with it. */
    private static String date(CsvRow row, String field) {
        return row.date(field) instanceof Outcome.Ok<Optional<java.time.LocalDate>>(Optional<java.time.LocalDate> date) && date.isPresent()
                ? date.get().toString() : row.text(field);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal value(CsvRow row, String field) {
        return row.number(field) instanceof Outcome.Ok<Optional<BigDecimal>>(Optional<BigDecimal> value) ? value.orElse(null) : null;
    }
}
