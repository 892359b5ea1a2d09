package org.goodterms.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.kernel.Rounding;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Chart;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Income when received, expenses when paid (the domain rules, section 2, "Accrual and cash-basis reports"). What a claim
 * has brought up to a day is net x paid / gross, rounded half up; a period shows the difference of two such days, so that
 * the parts add up exactly. Discounts and credit notes lower net and gross of the claim; what is written off never comes.
 */
final class CashBasis {
    private static final Account UNAPPLIED = new Account(Chart.RECEIVABLES, "Unapplied payments", AccountKind.INCOME);
    private final CashFacts facts;
    private final CurrencyUnit book;
    private final boolean correctsTax;
    private final Map<String, Long> income = new TreeMap<>();
    private long unapplied;
    private long tax;

    /** @param correctsTax whether a cash discount lowers the tax */
    CashBasis(CashFacts facts, CurrencyUnit book, boolean correctsTax) {
        this.facts = facts;
        this.book = book;
        this.correctsTax = correctsTax;
    }

    IncomeStatement statement(LocalDate from, LocalDate to) {
        received(to, 1);
        received(from.minusDays(1), -1);
        PaidExpenses paid = new PaidExpenses(from, to);
        facts.entries().forEach(paid::take);
        paid.amounts().forEach((account, amount) -> income.merge(account, amount, Long::sum));
        tax += paid.tax();
        var lines = new java.util.ArrayList<IncomeStatement.Line>();
        if (unapplied != 0) {
            lines.add(new IncomeStatement.Line(UNAPPLIED, Money.ofMinor(book, unapplied)));
        }
        income.forEach((number, amount) -> {
            if (amount != 0) {
                lines.add(new IncomeStatement.Line(facts.accounts().get(number), Money.ofMinor(book, amount)));
            }
        });
        return new IncomeStatement(IncomeStatement.Basis.CASH, from, to, lines, Money.ofMinor(book, tax));
    }

    /** Adds ({@code sign} 1) or takes away (-1) all that was received up to and on a day. */
    private void received(LocalDate on, int sign) {
        facts.claims().forEach(claim -> claim(claim, on, sign));
        facts.credits().forEach(credit -> credit(credit, on, sign));
    }

    private void claim(CashFacts.Claim claim, LocalDate on, int sign) {
        Share received = received(claim, on, correctsTax);
        tax += sign * received.tax();
        spread(claim.revenue(), received.net(), sign);
    }

    /** Net and tax in what came in. */
    record Share(long net, long tax) {
    }

    /** What a claim has brought in this book up to and on a day. */
    static Share received(CashFacts.Claim claim, LocalDate on, boolean correctsTax) {
        long taxes = taxesOf(claim);
        long gross = claim.gross();
        long paid = 0;
        long before = 0;
        for (CashFacts.Move move : claim.moves()) {
            if (move.on().isAfter(on)) {
                continue;
            }
            if (move.kind() == ItemKind.RECEIPT) {
                paid += move.base();
                before += move.before() ? move.base() : 0;
            } else if (move.kind() != ItemKind.WRITE_OFF) {
                gross -= move.amount();
                taxes -= taxPart(claim, move, correctsTax);
            }
        }
        long first = share(before, claim.gross() - taxesOf(claim), claim.gross());
        long net = share(paid, gross - taxes, gross) - first;
        return new Share(net, paid - before - net);
    }

    /** What of a credit note was paid out up to and on a day. */
    static Share paidOut(CashFacts.Credit credit, LocalDate on) {
        long used = credit.uses().stream().filter(use -> !use.on().isAfter(on)).mapToLong(CashFacts.Move::base).sum();
        long net = share(used, credit.amount() - credit.tax(), credit.amount());
        return new Share(net, used - net);
    }

    private static long taxesOf(CashFacts.Claim claim) {
        return claim.taxes().stream().mapToLong(t -> t.tax().getAmountMinorLong()).sum();
    }

    /** What of a discount or credit note is tax: a small difference has none, a discount as the law of the place says. */
    private static long taxPart(CashFacts.Claim claim, CashFacts.Move move, boolean correctsTax) {
        if (move.taxPart() != null) {
            return move.taxPart();
        }
        if (move.kind() != ItemKind.DISCOUNT || claim.taxes().isEmpty()) {
            return 0;
        }
        CurrencyUnit currency = claim.taxes().getFirst().net().getCurrencyUnit();
        Money amount = Money.ofMinor(currency, Math.abs(move.amount()));
        long part = org.goodterms.payment.CashDiscount.split(amount, claim.taxes(), correctsTax).stream()
                .map(NewItem.Tax::tax).mapToLong(Money::getAmountMinorLong).sum();
        return move.amount() < 0 ? -part : part;
    }

    /** {@code paid x net / gross}, half up. */
    private static long share(long paid, long net, long gross) {
        return paid == 0 || gross == 0 ? 0 : Rounding.HALF_UP.round(new BigDecimal(paid).multiply(new BigDecimal(net))
                .divide(new BigDecimal(gross), MathContext.DECIMAL128), 0).longValueExact();
    }

    private void spread(Map<String, Long> accounts, long net, int sign) {
        long whole = accounts.values().stream().mapToLong(Long::longValue).sum();
        long left = net;
        int behind = accounts.size();
        for (Map.Entry<String, Long> account : accounts.entrySet()) {
            long part = --behind == 0 ? left : share(net, account.getValue(), whole);
            left -= part;
            income.merge(account.getKey(), sign * part, Long::sum);
        }
    }

    /** What of a receipt is not applied is income of its own line; what of a credit note is paid out takes income back. */
    private void credit(CashFacts.Credit credit, LocalDate on, int sign) {
        if (credit.date().isAfter(on)) {
            return;
        }
        long used = credit.uses().stream().filter(use -> !use.on().isAfter(on)).mapToLong(CashFacts.Move::base).sum();
        if (credit.kind() == ItemKind.RECEIPT) {
            long usedBefore = credit.uses().stream().filter(CashFacts.Move::before).mapToLong(CashFacts.Move::base).sum();
            long start = credit.takenOver() ? credit.base() - usedBefore : 0;
            unapplied += sign * (credit.base() - used - start);
        } else {
            Share out = paidOut(credit, on);
            income.merge(Chart.RETURNS, -sign * out.net(), Long::sum);
            tax -= sign * out.tax();
        }
    }
}
