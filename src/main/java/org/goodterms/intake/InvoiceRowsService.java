package org.goodterms.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodterms.csv.CsvRow;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Invoices and credit notes of another program: open item and entry on their own date, under their own number. */
final class InvoiceRowsService implements RowsService {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int BATCH = 2_000;
    private final ImportService.Rooms rooms;
    private final CurrencyUnit book;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<NewItem> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** One row, read. */
    private record Invoice(String number, Customer customer, LocalDate date, LocalDate due, Money gross,
            BigDecimal rate, BigDecimal tax, boolean credit, String reference, String text) {
    }

    InvoiceRowsService(Tx tx, ImportService.Rooms rooms) {
        this.rooms = rooms;
        this.book = rooms.ledger().currency(tx);
        rooms.customers().all(tx).forEach(customer -> customers.put(customer.code(), customer));
        numbers.addAll(rooms.receivables().numbers(tx));
    }

    @Override
    public Outcome<Taken> take(Tx tx, CsvRow row) {
        String number = row.text("number");
        if (numbers.contains(number)) {
            return Outcome.ok(Taken.repeated());
        }
        return read(tx, row, number).map(invoice -> {
            numbers.add(number);
            gather(tx, invoice);
            List<Problem> warnings = invoice.due().isBefore(invoice.date())
                    ? List.of(Problem.at("due", "intake.due_before_date", invoice.due(), invoice.date())) : List.of();
            Money signed = invoice.credit() ? invoice.gross().negated() : invoice.gross();
            return new Taken(false, Optional.of(signed), warnings);
        });
    }

    private Outcome<Invoice> read(Tx tx, CsvRow row, String number) {
        List<Problem> problems = new ArrayList<>();
        Typed.required("number", number, 60).ifPresent(problems::add);
        Typed.line("reference", row.text("reference"), 200).ifPresent(problems::add);
        Typed.line("text", row.text("text"), 400).ifPresent(problems::add);
        Customer customer = customers.get(row.text("customer"));
        if (customer == null) {
            problems.add(Problem.at("customer", "intake.no_such_customer", row.text("customer")));
        }
        Outcome<Optional<LocalDate>> date = row.date("date");
        Outcome<Optional<LocalDate>> due = row.date("due");
        Outcome<Optional<BigDecimal>> amount = row.number("amount");
        Outcome<Optional<BigDecimal>> tax = row.number("tax");
        Outcome<Optional<BigDecimal>> rate = row.number("rate");
        for (Outcome<?> outcome : List.of(date, due, amount, tax, rate)) {
            problems.addAll(outcome.problems());
        }
        String type = row.text("type").isEmpty() ? "invoice" : row.text("type").replace('-', '_');
        if (!Set.of("invoice", "credit_note").contains(type)) {
            problems.add(Problem.at("type", "intake.type", row.text("type")));
        }
        if (!problems.isEmpty() || customer == null) {
            return Outcome.refused(problems);
        }
        LocalDate on = date.orThrow().orElse(null);
        if (on == null || amount.orThrow().isEmpty()) {
            return Outcome.refused(Problem.at(on == null ? "date" : "amount", "intake.empty", on == null ? "date" : "amount"));
        }
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        String code = row.text("currency").isEmpty() ? book.getCode() : row.text("currency");
        Optional<CurrencyUnit> unit = MoneyText.currency(code);
        if (unit.isEmpty()) {
            return Outcome.refused(Problem.at("currency", "intake.currency", code));
        }
        return amount(unit.get(), amount.orThrow().get()).map(gross -> new Invoice(number, customer, on,
                due.orThrow().orElseGet(() -> dueBy(customer, on)), gross,
                unit.get().equals(book) ? BigDecimal.ONE : rate.orThrow().orElse(BigDecimal.ONE),
                tax.orThrow().orElse(BigDecimal.ZERO), type.equals("credit_note"), row.text("reference"), row.text("text")));
    }

    static Outcome<Money> amount(CurrencyUnit unit, BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > unit.getDecimalPlaces()) {
            return Outcome.refused(Problem.at("amount", "intake.decimals", amount.toPlainString(), unit.getCode(),
                    unit.getDecimalPlaces()));
        }
        if (amount.signum() <= 0 || amount.precision() - amount.scale() > 13) {
            return Outcome.refused(Problem.at("amount", "intake.not_positive", amount.toPlainString()));
        }
        return Outcome.ok(Money.of(unit, amount.setScale(unit.getDecimalPlaces())));
    }

    private static LocalDate dueBy(Customer customer, LocalDate date) {
        return Terms.parse(customer.trade().terms()).map(terms -> terms.lastDue(date, BusinessDays.WEEKDAYS)).orThrow();
    }

    private void gather(Tx tx, Invoice invoice) {
        Money gross = invoice.gross();
        Money tax = Rounding.HALF_UP.toMoney(gross.getAmount().multiply(invoice.tax())
                .divide(HUNDRED.add(invoice.tax()), MathContext.DECIMAL128), gross.getCurrencyUnit());
        Money carrying = inBook(gross, invoice.rate());
        Money bookTax = inBook(tax, invoice.rate());
        int sign = invoice.credit() ? -1 : 1;
        List<NewItem.Tax> taxes = List.of(new NewItem.Tax(invoice.tax(), gross.minus(tax), tax));
        items.add(new NewItem(invoice.customer().id(), invoice.credit() ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE,
                invoice.number(), 1, null, invoice.date(), invoice.credit() ? null : invoice.due(),
                gross.multipliedBy(sign), carrying.multipliedBy(sign), invoice.reference(), null, taxes));
        String text = invoice.text().isEmpty() ? invoice.number() : invoice.number() + " " + invoice.text();
        Money net = carrying.minus(bookTax).multipliedBy(sign);
        List<Entry.TaxLine> lines = List.of(new Entry.TaxLine(invoice.credit() ? "credit-note" : "invoice",
                invoice.tax(), net, bookTax.multipliedBy(sign)));
        entries.add(new Entry(invoice.date(), text, new Entry.Source("import", null), List.of(
                Posting.debit(Chart.RECEIVABLES, carrying.multipliedBy(sign)),
                Posting.credit(invoice.credit() ? Chart.RETURNS : Chart.REVENUE, net),
                Posting.credit(Chart.OUTPUT_TAX, bookTax.multipliedBy(sign))), lines, null).withoutZeroLines());
        if (items.size() >= BATCH) {
            finish(tx);
        }
    }

    private Money inBook(Money amount, BigDecimal rate) {
        return amount.getCurrencyUnit().equals(book) ? amount
                : Rounding.HALF_UP.toMoney(amount.getAmount().divide(rate, MathContext.DECIMAL128), book);
    }

    @Override
    public void finish(Tx tx) {
        if (!items.isEmpty()) {
            rooms.receivables().open(tx, items);
            rooms.ledger().postAll(tx, entries);
            items.clear();
            entries.clear();
        }
    }
}
