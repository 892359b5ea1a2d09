package org.goodterms.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Founding;
import org.goodterms.company.NumberService;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Ids;

/** A founded firm of 2 March 2026, keeping its book in EUR in Berlin, with the services of the lower rooms. */
record Firm(Database db, CompanyService companies, ContactService contacts, CustomerService customers)
        implements AutoCloseable {

    static Firm on(Engine engine) {
        Database db = engine.open(Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC));
        Ids ids = Ids.counting();
        CompanyService companies = new CompanyService(db, ids, ZoneOffset.UTC, new NumberService(db));
        db.write(tx -> companies.found(tx, Founding.of("Firm", "DE", "EUR"))).orThrow();
        ContactService contacts = new ContactService(db, ids, companies);
        return new Firm(db, companies, contacts, new CustomerService(db, ids, companies, contacts));
    }

    CustomerForm form(String code, String name) {
        return customers.blank().with(CustomerField.CODE, code).with(CustomerField.NAME, name);
    }

    Customer add(String code, String name) {
        return customers.add(form(code, name)).orThrow();
    }

    @Override
    public void close() {
        db.close();
    }
}
