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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.goodterms.payment.Method;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Invoices and credit notes of another program: open item and entry on their own date, under their own number. */
final class InvoiceRowsService implements RowsService {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern TAX = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,4})?)\\s*=\\s*(-?[\\d.]+)\\s*\\+\\s*(-?[\\d.]+)");
    private static final int BATCH = 2_000;
    private final ImportService.Rooms rooms;
    private final CurrencyUnit book;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<NewItem> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** One row, read. */
    private record Invoice(String number, Customer customer, LocalDate date, LocalDate due, Money gross,
            BigDecimal rate, List<NewItem.Tax> taxes, boolean credit, Optional<Receipt> paid, String reference, String text) {
    }

    private final Known known;
    private final List<Receipt> receipts = new ArrayList<>();

    InvoiceRowsService(Tx tx, ImportService.Rooms rooms, Known known) {
        this.known = known;
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
        Customer customer = customers.get(known.codes().getOrDefault(row.text("customer"), row.text("customer")));
        if (customer == null) {
            problems.add(Problem.at("customer", "intake.no_such_customer", row.text("customer")));
        }
        Outcome<Optional<LocalDate>> date = row.date("date");
        Outcome<Optional<LocalDate>> due = row.date("due");
        Outcome<Optional<BigDecimal>> amount = row.number("amount");
        Outcome<Optional<BigDecimal>> tax = row.number("tax");
        Outcome<Optional<BigDecimal>> rate = row.number("rate");
        Outcome<Optional<BigDecimal>> paid = row.number("paid");
        Outcome<Optional<LocalDate>> paidOn = row.date("paidOn");
        for (Outcome<?> outcome : List.of(date, due, amount, tax, rate, paid, paidOn)) {
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
        String own = known.merging() ? customer.trade().currency().getCode() : book.getCode();
        String code = row.text("currency").isEmpty() ? own : row.text("currency");
        Optional<CurrencyUnit> unit = MoneyText.currency(code);
        if (unit.isEmpty()) {
            return Outcome.refused(Problem.at("currency", "intake.currency", code));
        }
        BigDecimal exchange = unit.get().equals(book) ? BigDecimal.ONE : rate.orThrow().orElse(BigDecimal.ONE);
        BigDecimal percent = tax.orThrow().orElse(BigDecimal.ZERO);
        return amount(unit.get(), amount.orThrow().get()).then(gross -> taxes(row.text("taxes"), gross, percent).then(taxes ->
                paid(tx, row, new Receipt(customer.id(), paidOn(tx, on, paidOn.orThrow()), gross, exchange, Method.BANK,
                        new Settlement.Unapplied(), List.of(), Map.of(), number, ""), paid.orThrow()).map(receipt ->
                        new Invoice(number, customer, on, due.orThrow().orElseGet(() -> dueBy(customer, on)), gross, exchange,
                                taxes, type.equals("credit_note"), receipt, row.text("reference"), row.text("text")))));
    }

    /** Where nobody says when it was paid: today. */
    private LocalDate paidOn(Tx tx, LocalDate date, Optional<LocalDate> told) {
        LocalDate day = told.orElseGet(() -> rooms.company().today(tx));
        return day.isBefore(date) ? date : day;
    }

    /** What was paid of it in the other program, at most the whole: its money is in the opening balance of the bank. */
    private Outcome<Optional<Receipt>> paid(Tx tx, CsvRow row, Receipt whole, Optional<BigDecimal> paid) {
        if (paid.isEmpty() || paid.get().signum() == 0 || row.text("type").startsWith("credit")) {
            return Outcome.ok(Optional.empty());
        }
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, whole.date());
        return locked.isPresent() ? Outcome.refused(locked.get())
                : amount(whole.amount().getCurrencyUnit(), paid.get()).map(money -> {
                    Money most = money.isGreaterThan(whole.amount()) ? whole.amount() : money;
                    return Optional.of(new Receipt(whole.customer(), whole.date(), money, whole.rate(), whole.method(),
                            new Settlement.ByHand(List.of(new Settlement.Part(whole.reference(), most))), List.of(), Map.of(),
                            whole.reference(), ""));
                });
    }

    /** Net and tax per rate: as told ({@code 19=67.50+12.83,7=12.55+0.88}), else the percent contained in the gross. */
    private static Outcome<List<NewItem.Tax>> taxes(String told, Money gross, BigDecimal percent) {
        if (told.isEmpty()) {
            Money tax = Rounding.HALF_UP.toMoney(gross.getAmount().multiply(percent)
                    .divide(HUNDRED.add(percent), MathContext.DECIMAL128), gross.getCurrencyUnit());
            return Outcome.ok(List.of(new NewItem.Tax(percent, gross.minus(tax), tax)));
        }
        List<NewItem.Tax> taxes = new ArrayList<>();
        Money rest = gross;
        for (String part : told.split(",")) {
            Matcher matcher = TAX.matcher(part.strip());
            Optional<Money> net = matcher.matches() ? MoneyText.parse(matcher.group(2), gross.getCurrencyUnit()) : Optional.empty();
            Optional<Money> tax = matcher.matches() ? MoneyText.parse(matcher.group(3), gross.getCurrencyUnit()) : Optional.empty();
            if (net.isEmpty() || tax.isEmpty()) {
                return Outcome.refused(Problem.at("taxes", "intake.taxes", told, gross));
            }
            taxes.add(new NewItem.Tax(new BigDecimal(matcher.group(1)), net.get(), tax.get()));
            rest = rest.minus(net.get()).minus(tax.get());
        }
        return rest.isZero() ? Outcome.ok(taxes) : Outcome.refused(Problem.at("taxes", "intake.taxes", told, gross));
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
        Money carrying = inBook(gross, invoice.rate());
        int sign = invoice.credit() ? -1 : 1;
        List<Entry.TaxLine> lines = new ArrayList<>();
        Money net = carrying;
        Money bookTax = Money.zero(book);
        for (NewItem.Tax part : invoice.taxes()) {
            Money tax = inBook(part.tax(), invoice.rate());
            bookTax = bookTax.plus(tax);
            lines.add(new Entry.TaxLine(invoice.credit() ? "credit-note" : "invoice", part.rate(),
                    inBook(part.net(), invoice.rate()).multipliedBy(sign), tax.multipliedBy(sign)));
        }
        net = net.minus(bookTax).multipliedBy(sign);
        Money shown = lines.stream().map(Entry.TaxLine::net).reduce(Money.zero(book), Money::plus);
        Entry.TaxLine last = lines.removeLast();
        lines.add(new Entry.TaxLine(last.kind(), last.rate(), last.net().plus(net).minus(shown), last.tax()));
        items.add(new NewItem(invoice.customer().id(), invoice.credit() ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE,
                invoice.number(), 1, null, invoice.date(), invoice.credit() ? null : invoice.due(),
                gross.multipliedBy(sign), carrying.multipliedBy(sign), invoice.reference(), null, invoice.taxes()));
        invoice.paid().ifPresent(receipts::add);
        String text = invoice.text().isEmpty() ? invoice.number() : invoice.number() + " " + invoice.text();
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
            receipts.forEach(receipt -> rooms.payments().receive(tx, receipt, Chart.OPENING_BALANCE).orThrow());
            receipts.clear();
        }
    }
}
