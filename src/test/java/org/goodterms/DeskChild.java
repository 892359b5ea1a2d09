package org.goodterms;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A desk that is killed while it works: issues an invoice, says {@code ACK} with the count of invoices, records a
 * payment, says {@code PAID}, and so on.
 */
final class DeskChild {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Money TOTAL = Money.of(CurrencyUnit.EUR, new BigDecimal("119.00"));
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);

    private DeskChild() {
    }

    public static void main(String[] args) {
        if (args.length > 1) {
            rehearse(Path.of(args[0]));
            return;
        }
        App app = open(Path.of(args[0]));
        Id<Customer> customer = app.customers().search("K1", 1).getFirst().id();
        long issued = app.invoices().list(InvoiceFilter.EVERYTHING).size();
        say("OPEN");
        while (true) {
            invoice(app, customer);
            issued++;
            say("ACK " + issued);
            pay(app, customer);
            say("PAID");
        }
    }

    /** The same once, to its end: what later children load is known from it. */
    private static void rehearse(Path folder) {
        found(folder);
        try (App app = open(folder)) {
            Id<Customer> customer = app.customers().search("K1", 1).getFirst().id();
            app.invoices().list(InvoiceFilter.EVERYTHING);
            invoice(app, customer);
            pay(app, customer);
        }
    }

    private static void invoice(App app, Id<Customer> customer) {
        Draft draft = app.invoices().blank(customer).on(TODAY).withLines(List.of(
                Line.of("Work", BigDecimal.ONE, new BigDecimal("100.00"), TaxKey.of(new BigDecimal("19")))));
        app.invoices().issue(draft, IssueOptions.STRICT).orThrow();
    }

    private static void pay(App app, Id<Customer> customer) {
        app.payments().record(Receipt.plain(customer, TODAY, TOTAL, new Settlement.OldestFirst())).orThrow();
    }

    static App open(Path folder) {
        Changes changes = new Changes();
        Database db = Database.open(new BookLocation.Folder(folder), NOON, changes).orThrow();
        return new App(db, NOON, Ids.timeOrdered(Clock.systemUTC()), changes);
    }

    static void found(Path folder) {
        Changes changes = new Changes();
        Database db = Database.create(new BookLocation.Folder(folder), NOON, changes).orThrow();
        try (App app = new App(db, NOON, Ids.timeOrdered(Clock.systemUTC()), changes)) {
            app.begin(Founding.of("Muster GmbH", "DE", "EUR").withFirm(new Company.Firm("Muster GmbH",
                    new Address("Hauptstraße 1", "10115", "Berlin", "", "DE"), "DE123456789", "HRB 1234",
                    new Company.Reach("rechnung@muster.example", "+49 30 1234", "muster.example", "Erika Muster")))
                    .paidTo("IBAN DE89 3704 0044 0532 0130 00")).orThrow();
            Map<CustomerField, String> typed = new EnumMap<>(app.customers().blank().typed());
            typed.putAll(Map.of(CustomerField.CODE, "K1", CustomerField.NAME, "Kunde", CustomerField.STREET, "Weg 2",
                    CustomerField.POSTCODE, "20095", CustomerField.CITY, "Hamburg", CustomerField.EMAIL, "k@example.org"));
            app.customers().add(new CustomerForm(typed, List.of())).orThrow();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
