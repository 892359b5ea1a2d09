package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.goodterms.archive.Archive;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Founding;
import org.goodterms.company.NumberService;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.dispute.DisputeService;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.MoneyText;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;

/** A firm with an open book, at a desk on which the clock stands at noon of 2 March 2026. */
final class Desk implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    final Database db;
    final CompanyService companies;
    final ContactService contacts;
    final CustomerService customers;
    final LedgerService ledger;
    final ReceivableService receivables;
    final NumberService numbers;
    final Map<String, byte[]> shelf = new ConcurrentHashMap<>();
    final Archive archive = Archive.inTable(shelf::get, shelf::put, () -> java.util.List.copyOf(shelf.keySet()));
    final PaperService papers;
    final InvoiceService invoices;
    final CreditNoteService credits;
    final InvoiceService.Rooms rooms;

    Desk(Engine engine, Founding founding) {
        this(engine.open(Clock.fixed(NOON, ZoneOffset.UTC)), Ids.counting());
        found(founding);
    }

    private Desk(Database db, Ids ids) {
        this.db = db;
        numbers = new NumberService(db);
        companies = new CompanyService(db, ids, ZoneId.of("Europe/Berlin"), numbers);
        contacts = new ContactService(db, ids, companies);
        customers = new CustomerService(db, ids, companies, contacts);
        ledger = new LedgerService(db, ids);
        receivables = new ReceivableService(ids, ledger);
        rooms = new InvoiceService.Rooms(db, ids, companies, numbers, customers, ledger, receivables);
        papers = new PaperService(rooms, archive);
        invoices = new InvoiceService(rooms, papers, new DisputeService(db, ids, receivables));
        credits = new CreditNoteService(rooms, papers);
    }

    private void found(Founding founding) {
        db.write(tx -> {
            ledger.start(tx, Chart.accounts());
            return companies.found(tx, founding);
        }).orThrow();
    }

    /** A further desk at a book that others may use too. */
    static Desk opening(Database db, boolean first) {
        Desk desk = new Desk(db, Ids.timeOrdered(Clock.fixed(NOON, ZoneOffset.UTC)));
        if (first) {
            desk.found(firm("Muster & Söhne GmbH", "DE", "EUR", "DE123456789"));
        }
        return desk;
    }

    static Desk german(Engine engine) {
        return new Desk(engine, firm("Muster & Söhne GmbH", "DE", "EUR", "DE123456789").paidTo("IBAN DE89 3704 0044 0532 0130 00"));
    }

    static Desk american(Engine engine) {
        return new Desk(engine, firm("Acme Tools Inc.", "US", "USD", "").paidTo("Check to Acme Tools Inc."));
    }

    static Founding firm(String name, String country, String currency, String taxId) {
        return Founding.of(name, country, currency).withFirm(new Company.Firm(name,
                new Address("Hauptstraße 1", "10115", "Berlin", "", country), taxId, "HRB 1234",
                new Company.Reach("rechnung@muster.example", "+49 30 1234", "muster.example", "Erika Muster")));
    }

    Customer customer(String code) {
        return customer(code, Map.of());
    }

    Customer customer(String code, Map<CustomerField, String> more) {
        Map<CustomerField, String> typed = new EnumMap<>(customers.blank().typed());
        typed.putAll(Map.of(CustomerField.CODE, code, CustomerField.NAME, "Customer " + code, CustomerField.STREET, "Weg 2",
                CustomerField.POSTCODE, "20095", CustomerField.CITY, "Hamburg", CustomerField.EMAIL, code.toLowerCase() + "@example.org"));
        typed.putAll(more);
        return customers.add(new CustomerForm(typed, List.of())).orThrow();
    }

    /** A draft of today with one line for each {@code quantity | price | rate}. */
    Draft draft(Customer customer, String... lines) {
        Draft draft = invoices.blank(customer.id()).on(TODAY);
        return draft.withLines(List.of(lines).stream().map(Desk::line).toList());
    }

    static Line line(String text) {
        String[] parts = text.split("\\|");
        return Line.of("Work", new BigDecimal(parts[0].strip()), new BigDecimal(parts[1].strip()), TaxKey.of(new BigDecimal(parts[2].strip())));
    }

    Document issue(Draft draft) {
        return invoices.issue(draft, IssueOptions.STRICT).orThrow().document();
    }

    /** The postings of the last entry by account, debit positive: {@code 1200 -> 1190.00}. */
    Map<String, String> lastEntry() {
        PostedEntry last = ledger.entries(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1)).stream()
                .max(java.util.Comparator.comparing(PostedEntry::seq)).orElseThrow();
        Map<String, String> lines = new TreeMap<>();
        last.entry().postings().forEach(posting -> lines.put(posting.account(), MoneyText.plain(posting.amount())));
        return lines;
    }

    List<OpenItem> items(String number) {
        return db.read(tx -> receivables.byNumber(tx, number));
    }

    /** Balance of an account, debit positive. */
    String balance(String account) {
        return db.read(tx -> ledger.balances(tx, LocalDate.of(2100, 1, 1), null).stream()
                .filter(balance -> balance.account().number().equals(account))
                .map(balance -> MoneyText.plain(balance.amount())).findFirst().orElse("0.00"));
    }

    @Override
    public void close() {
        db.close();
    }
}
