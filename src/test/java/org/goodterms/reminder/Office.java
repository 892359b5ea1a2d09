package org.goodterms.reminder;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.BookClock;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Engine;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.outbox.Way;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A book whose clock stands where it is told, with customers {@code C000}, {@code C001} and so on, and their invoices. */
final class Office implements AutoCloseable {
    final BookClock clock;
    final App app;
    final Map<String, Id<Customer>> customers = new LinkedHashMap<>();
    private final Path folder;

    /** @param folder where the mails go */
    Office(Path folder, Engine engine, int size) {
        this(folder, engine, size, new BookClock(Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC));
    }

    /** In a zone, with a clock that runs where it was not told to stand. */
    static Office in(ZoneId zone, InstantSource system, Path folder, int size) {
        return new Office(folder, Engine.H2, size, new BookClock(system, zone));
    }

    private Office(Path folder, Engine engine, int size, BookClock clock) {
        this.folder = folder;
        this.clock = clock;
        Changes changes = new Changes();
        app = new App(engine.open(clock, changes), clock, Ids.counting(), changes);
        app.begin(Founding.of("Firm", "FR", "EUR").inZone(zone(clock)).paidTo("IBAN DE89 3704 0044 0532 0130 00")
                .withFirm(new Company.Firm("Firm", new Address("Rue 1", "75001", "Paris", "", "FR"), "FR12345678901", "",
                        new Company.Reach("me@example.org", "+33 1 2345", "", "Anne")))).orThrow();
        for (int i = 0; i < size; i++) {
            add("C%03d".formatted(i), List.of("en", "de", "fr", "es").get(i % 4));
        }
    }

    private static String zone(Clock clock) {
        return clock.getZone().equals(ZoneOffset.UTC) ? "UTC" : clock.getZone().getId();
    }

    private void add(String code, String language) {
        String mailbox = code.toLowerCase(java.util.Locale.ROOT).replaceFirst("c0*(?=\\d)", "c") + "@example.org";
        customers.put(code, app.customers().add(app.customers().blank().with(CustomerField.CODE, code)
                .with(CustomerField.NAME, "Customer " + code).with(CustomerField.EMAIL, mailbox).with(CustomerField.STREET, "Weg 2")
                .with(CustomerField.POSTCODE, "20095").with(CustomerField.CITY, "Hamburg").with(CustomerField.LANGUAGE, language))
                .orThrow().id());
    }

    void change(String code, CustomerField field, String text) {
        Customer customer = app.customers().customer(customers.get(code));
        app.customers().change(customer, CustomerForm.of(customer).with(field, text)).orThrow();
    }

    /** A bare item without a page. */
    void owes(String code, String number, LocalDate due, Money amount) {
        app.db().write(tx -> {
            app.ledger().post(tx, new Entry(due.minusDays(30), number, new Entry.Source("invoice", null),
                    List.of(Entry.Posting.debit(Chart.RECEIVABLES, amount), Entry.Posting.credit(Chart.REVENUE, amount))));
            return Outcome.ok(app.receivables().open(tx, List.of(new NewItem(customers.get(code), ItemKind.INVOICE,
                    number, 1, null, due.minusDays(30), due, amount, amount, "", null, List.of()))));
        }).orThrow();
    }

    /** An invoice with its page, issued thirty days before it is due, without tax. @return its number */
    String issues(String code, LocalDate due, String amount) {
        clock.standAt(due.minusDays(30));
        Draft draft = app.invoices().blank(customers.get(code)).on(due.minusDays(30)).withLines(List.of(
                Line.of("Work", BigDecimal.ONE, new BigDecimal(amount), TaxKey.of(BigDecimal.ZERO))));
        return app.invoices().issue(draft.withAgreed(new Draft.Agreed(draft.agreed().terms(), due)), IssueOptions.LENIENT).orThrow()
                .document().number();
    }

    void pays(String code, String number, Money amount, LocalDate on) {
        app.payments().record(Receipt.plain(customers.get(code), on, amount,
                new Settlement.ByHand(List.of(new Settlement.Part(number, amount))))).orThrow();
    }

    RunReport run(LocalDate on) {
        return run(on, Progress.NONE);
    }

    RunReport run(LocalDate on, Progress progress) {
        clock.standAt(on);
        return app.reminders().runs().run(everything(), progress).orThrow();
    }

    /** Through a server on this machine. */
    RunReport run(LocalDate on, int port) {
        clock.standAt(on);
        return app.reminders().runs().run(new RunService.Order(new Way.ThisMachine(port), true, Set.of()), Progress.NONE).orThrow();
    }

    /** The owner's word for everything, into the folder. */
    RunService.Order everything() {
        return new RunService.Order(new Way.Folder(folder.toString()), true, Set.of());
    }

    static Money eur(long minor) {
        return Money.ofMinor(CurrencyUnit.EUR, minor);
    }

    @Override
    public void close() {
        app.close();
    }
}
