package org.goodterms.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Rounding;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Chart;

/**
 * Income and expenses of entries beside the customers' ledger, when money moved for them: at once, or when the bill on
 * account 2000 is paid. A payment settles the open bill of its very amount, else the oldest ones. Minor units of the
 * book's currency; amounts are positive where they raise the profit.
 */
final class PaidExpenses {
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, Long> amounts = new HashMap<>();
    private final Deque<Bill> bills = new ArrayDeque<>();
    private long paidAhead;
    private long tax;

    private final boolean inputTax;

    PaidExpenses(LocalDate from, LocalDate to) {
        this(from, to, false);
    }

    /** @param inputTax true where the tax in what was paid is wanted (account 1400), not the income and expenses */
    PaidExpenses(LocalDate from, LocalDate to, boolean inputTax) {
        this.from = from;
        this.to = to;
        this.inputTax = inputTax;
    }

    Map<String, Long> amounts() {
        return amounts;
    }

    /** Output tax in what was received without an invoice of ours. */
    long tax() {
        return tax;
    }

    private static final class Bill {
        private final List<TaxEntry.Line> lines;
        private final long gross;
        private long open;

        Bill(List<TaxEntry.Line> lines, long gross, long open) {
            this.lines = lines;
            this.gross = gross;
            this.open = open;
        }
    }

    /** Takes the next entry in order of date and recording. */
    void take(CashFacts.Booked entry) {
        boolean customers = touches(entry, Chart.RECEIVABLES);
        boolean money = entry.source().equals("payment")
                || entry.lines().stream().anyMatch(line -> MoneyAccounts.isMoneyOrSuspense(line.account()));
        List<TaxEntry.Line> results = entry.lines().stream().filter(line -> inputTax ? line.account().equals(Chart.INPUT_TAX) : counts(line, customers)).toList();
        long owed = -entry.lines().stream().filter(line -> line.account().equals(Chart.PAYABLES))
                .mapToLong(TaxEntry.Line::amount).sum();
        if (owed > 0) {
            long gross = entry.lines().stream().filter(line -> line.amount() > 0).mapToLong(TaxEntry.Line::amount).sum();
            bill(entry.on(), new Bill(results, gross, owed), gross - owed);
            return;
        }
        if (owed < 0) {
            pay(entry.on(), -owed);
        }
        if (money || owed < 0) {
            results.forEach(line -> recognise(entry.on(), line, line.amount()));
            outputTax(entry, customers);
        }
    }

    private static boolean touches(CashFacts.Booked entry, String account) {
        return entry.lines().stream().anyMatch(line -> line.account().equals(account));
    }

    /** In entries of the customers' ledger only costs: income comes with the claims, small differences lower them. */
    private static boolean counts(TaxEntry.Line line, boolean customers) {
        return line.kind() == AccountKind.EXPENSE && !(customers && line.account().equals(Chart.SMALL_DIFFERENCES))
                || line.kind() == AccountKind.INCOME && !customers;
    }

    private void outputTax(CashFacts.Booked entry, boolean customers) {
        boolean income = entry.lines().stream().anyMatch(line -> line.kind() == AccountKind.INCOME);
        if (!customers && income && within(entry.on())) {
            tax -= entry.lines().stream().filter(line -> line.account().equals(Chart.OUTPUT_TAX))
                    .mapToLong(TaxEntry.Line::amount).sum();
        }
    }

    private void bill(LocalDate on, Bill bill, long paidAtOnce) {
        bills.add(bill);
        recognise(on, bill, 0, paidAtOnce);
        if (paidAhead > 0) {
            long ahead = paidAhead;
            paidAhead = 0;
            pay(on, ahead);
        }
    }

    private void pay(LocalDate on, long amount) {
        Bill exact = bills.stream().filter(bill -> bill.open == amount).findFirst().orElse(null);
        long left = amount;
        for (Bill bill : exact == null ? new ArrayList<>(bills) : List.of(exact)) {
            long part = Math.min(left, bill.open);
            recognise(on, bill, bill.gross - bill.open, bill.gross - bill.open + part);
            bill.open -= part;
            left -= part;
        }
        bills.removeIf(bill -> bill.open == 0);
        paidAhead += left;
    }

    private void recognise(LocalDate on, Bill bill, long before, long after) {
        bill.lines.forEach(line -> recognise(on, line, share(line.amount(), after, bill.gross) - share(line.amount(), before, bill.gross)));
    }

    private void recognise(LocalDate on, TaxEntry.Line line, long debit) {
        if (within(on)) {
            amounts.merge(line.account(), -debit, Long::sum);
        }
    }

    private boolean within(LocalDate on) {
        return !on.isBefore(from) && !on.isAfter(to);
    }

    private static long share(long amount, long paid, long gross) {
        return gross == 0 ? 0 : Rounding.HALF_UP.round(new BigDecimal(amount).multiply(new BigDecimal(paid))
                .divide(new BigDecimal(gross), MathContext.DECIMAL128), 0).longValueExact();
    }
}
