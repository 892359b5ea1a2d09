package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.Banking;
import org.goodterms.SharedData;
import org.goodterms.check.Finding;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Settlement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A book with customers and invoices that bank files pay. */
final class BankBook implements AutoCloseable {
    final TestBook book;
    final Banking bank;

    BankBook(Engine engine) {
        book = new TestBook(engine);
        bank = book.app.bank();
    }

    /** The metal workshop of scenario A. */
    static BankBook scenarioA(Engine engine) {
        BankBook book = new BankBook(engine);
        book.take(ImportKind.CUSTOMERS, SharedData.bytes("scenario-a/customers.csv"), """
                {"fields":{"code":"customer_id","name":"name","email":"email","street":"street","postcode":"postcode",
                "city":"city","country":"country","iban":"iban"}}""");
        book.take(ImportKind.INVOICES, SharedData.bytes("scenario-a/invoices.csv"), """
                {"fields":{"number":"invoice_number","customer":"customer_id","date":"issue_date","due":"due_date",
                "currency":"currency","amount":"gross_total","type":"type","reference":"structured_reference"}}""");
        return book;
    }

    /** Customers as {@code code,name,iban}, one a line. */
    BankBook customers(String... rows) {
        take(ImportKind.CUSTOMERS, ("code,name,iban\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8), null);
        return this;
    }

    /** Invoices as {@code number,customer,date,due,amount[,reference]}, one a line. */
    BankBook invoices(String... rows) {
        take(ImportKind.INVOICES, ("number,customer,date,due,amount,reference\n" + String.join("\n", rows) + "\n")
                .getBytes(StandardCharsets.UTF_8), null);
        return this;
    }

    void take(ImportKind kind, byte[] csv, @Nullable String map) {
        assertThat(book.app.imports().run(new ImportService.Order(kind, csv, map, false, false), Progress.NONE).orThrow()
                .errors()).isEmpty();
    }

    Outcome<BankReport> run(byte[] bytes, boolean dryRun) {
        return bank.imports().run(new BankImportService.Order(bytes, "1000", "auto", null, dryRun), Progress.NONE);
    }

    BankReport bring(String shared) {
        return run(SharedData.bytes(shared), false).orThrow();
    }

    /** Imports rows in the layout of N26: {@code date,payer,iban,text,amount}. */
    BankReport bring(List<String[]> rows) {
        return run(n26(rows), false).orThrow();
    }

    /** One line of that day; gives how it stands. */
    LineStanding line(String date, String payer, String iban, String text, String amount) {
        bring(List.<String[]>of(new String[] {date, payer, iban, text, amount}));
        return bank.lines().list(false).stream().filter(s -> s.line().text().equals(text)
                && s.line().amount().getAmount().compareTo(new BigDecimal(amount)) == 0).reduce((a, b) -> b).orElseThrow();
    }

    static byte[] n26(List<String[]> rows) {
        StringBuilder csv = new StringBuilder("Booking Date,Value Date,Partner Name,Partner Iban,Payment Reference,Amount (EUR)\n");
        rows.forEach(r -> csv.append(r[0]).append(',').append(r[0]).append(",\"").append(r[1]).append("\",").append(r[2])
                .append(",\"").append(r[3]).append("\",").append(r[4]).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    Id<Customer> customer(String code) {
        return book.app.customers().byCode(code).orThrow().id();
    }

    BankLine named(String date, String amount) {
        return bank.lines().named(LocalDate.parse(date), new BigDecimal(amount)).getFirst();
    }

    LineStanding standing(String date, String amount) {
        return bank.lines().standing(named(date, amount).id()).orElseThrow();
    }

    Id<Payment> payment(String date, String amount) {
        return book.app.payments().named(LocalDate.parse(date), new BigDecimal(amount)).getFirst().id();
    }

    static HandMatch to(Id<Customer> customer, String number, String amount) {
        return HandMatch.OfCustomer.plain(customer, new Settlement.ByHand(List.of(new Settlement.Part(number,
                TestBook.eur(amount)))));
    }

    static HandMatch booked(String... pairs) {
        Map<String, Money> accounts = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            accounts.put(pairs[i], TestBook.eur(pairs[i + 1]));
        }
        return new HandMatch.Booked(accounts);
    }

    /** Balance of an account now, plain. */
    String balance(String account) {
        return book.app.db().read(tx -> book.app.ledger().balances(tx, LocalDate.of(2099, 1, 1), null)).stream()
                .filter(b -> b.account().number().equals(account)).map(b -> b.amount().getAmount().toPlainString())
                .findFirst().orElse("0.00");
    }

    String open(String number) {
        return book.open(number, LocalDate.of(2099, 1, 1));
    }

    void isSound() {
        assertThat(book.app.checks().run()).allMatch(Finding::ok);
    }

    @Override
    public void close() {
        book.close();
    }
}
