package org.goodterms.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.csv.CsvRow;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Method;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.ReceiptsService;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Payments from rows, each allocated to the invoice it names. */
final class PaymentRowsService implements RowsService {
    private final CurrencyUnit book;
    private final ReceiptsService receipts;
    private final Map<String, Id<Customer>> customers = new HashMap<>();

    PaymentRowsService(Tx tx, ImportService.Rooms rooms) {
        this.receipts = rooms.payments().receipts(tx);
        this.book = rooms.ledger().currency(tx);
        rooms.customers().all(tx).forEach(customer -> customers.put(customer.code(), customer.id()));
    }

    @Override
    public Outcome<Taken> take(Tx tx, CsvRow row) {
        List<Problem> problems = new ArrayList<>();
        Id<Customer> customer = customers.get(row.text("customer"));
        if (customer == null) {
            problems.add(Problem.at("customer", "intake.no_such_customer", row.text("customer")));
        }
        Outcome<Optional<LocalDate>> date = row.date("date");
        Outcome<Optional<BigDecimal>> amount = row.number("amount");
        Outcome<Optional<BigDecimal>> rate = row.number("rate");
        for (Outcome<?> outcome : List.of(date, amount, rate)) {
            problems.addAll(outcome.problems());
        }
        String typed = row.text("method").isEmpty() ? Method.BANK.word() : row.text("method");
        Optional<Method> method = Method.of(typed);
        if (method.isEmpty()) {
            problems.add(Problem.at("method", "intake.method", typed));
        }
        String code = row.text("currency").isEmpty() ? book.getCode() : row.text("currency");
        Optional<CurrencyUnit> unit = MoneyText.currency(code);
        if (unit.isEmpty()) {
            problems.add(Problem.at("currency", "intake.currency", code));
        }
        if (!problems.isEmpty() || customer == null || unit.isEmpty() || method.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (date.orThrow().isEmpty() || amount.orThrow().isEmpty()) {
            String field = date.orThrow().isEmpty() ? "date" : "amount";
            return Outcome.refused(Problem.at(field, "intake.empty", field));
        }
        String invoice = row.text("invoice");
        return InvoiceRowsService.amount(unit.get(), amount.orThrow().get()).then(money -> receipts.add(new Receipt(customer, date.orThrow().get(), money, rate.orThrow().orElse(BigDecimal.ONE), method.get(),
                        settlement(invoice, money), List.of(), Map.of(), invoice, ""), method.get().account(),
                        date.orThrow().get())
                .map(payment -> new Taken(false, Optional.of(money), List.of())));
    }

    private static Settlement settlement(String invoice, Money money) {
        return invoice.isEmpty() ? new Settlement.Unapplied()
                : new Settlement.ByHand(List.of(new Settlement.Part(invoice, money)));
    }

    @Override
    public void finish(Tx tx) {
        receipts.write().orThrow();
    }
}
