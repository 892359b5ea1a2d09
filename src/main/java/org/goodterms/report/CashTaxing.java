package org.goodterms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goodterms.kernel.Split;
import org.goodterms.ledger.Chart;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Tax owed when money comes in and deducted when it is paid (the domain rules, section 2, "Accrual and cash-basis
 * reports": the same split for the tax return). Where a claim bears several rates, what it brought is spread over them by
 * their net and tax; a period shows the difference of two days, so that the parts add up exactly.
 */
final class CashTaxing {
    /** The kind of lines that stand for what customers paid. */
    static final String RECEIPT = "receipt";
    private static final String CREDIT_NOTE = "credit-note";
    private final CashFacts facts;
    private final CurrencyUnit book;
    private final boolean correctsTax;

    CashTaxing(CashFacts facts, CurrencyUnit book, boolean correctsTax) {
        this.facts = facts;
        this.book = book;
        this.correctsTax = correctsTax;
    }

    TaxReport report(LocalDate from, LocalDate to) {
        Map<BigDecimal, long[]> receipts = new TreeMap<>(Comparator.reverseOrder());
        Map<BigDecimal, long[]> returned = new TreeMap<>(Comparator.reverseOrder());
        for (CashFacts.Claim claim : facts.claims()) {
            add(receipts, claim.taxes(), CashBasis.received(claim, to, correctsTax), 1);
            add(receipts, claim.taxes(), CashBasis.received(claim, from.minusDays(1), correctsTax), -1);
        }
        for (CashFacts.Credit credit : facts.credits()) {
            if (credit.kind() == ItemKind.CREDIT_NOTE) {
                add(returned, credit.taxes(), CashBasis.paidOut(credit, to), -1);
                add(returned, credit.taxes(), CashBasis.paidOut(credit, from.minusDays(1)), 1);
            }
        }
        List<TaxReport.Line> lines = new ArrayList<>(lines(receipts, RECEIPT));
        lines.addAll(lines(returned, CREDIT_NOTE));
        PaidExpenses paid = new PaidExpenses(from, to, true);
        facts.entries().stream().filter(entry -> !new TaxEntry(entry.lines()).settles()).forEach(paid::take);
        long input = -paid.amounts().getOrDefault(Chart.INPUT_TAX, 0L);
        TaxReport made = Taxing.report(from, to, lines, byHand(from, to), book);
        return new TaxReport(from, to, made.lines(), made.output(), Money.ofMinor(book, input));
    }

    /** Money received without a document of ours, its output tax only. */
    private List<TaxEntry> byHand(LocalDate from, LocalDate to) {
        return facts.entries().stream().filter(entry -> !entry.on().isBefore(from) && !entry.on().isAfter(to))
                .filter(entry -> entry.lines().stream().noneMatch(line -> line.account().equals(Chart.RECEIVABLES)))
                .filter(entry -> entry.lines().stream().anyMatch(line -> MoneyAccounts.isMoneyOrSuspense(line.account())))
                .map(entry -> new TaxEntry(entry.lines())).filter(entry -> !entry.settles())
                .map(entry -> new TaxEntry(entry.lines().stream().filter(line -> !line.account().equals(Chart.INPUT_TAX)).toList()))
                .toList();
    }

    private void add(Map<BigDecimal, long[]> sums, List<NewItem.Tax> taxes, CashBasis.Share share, int sign) {
        if (taxes.isEmpty() || share.net() == 0 && share.tax() == 0) {
            return;
        }
        List<Money> nets = split(share.net(), taxes.stream().map(t -> t.net().getAmount().abs()).toList());
        List<Money> parts = split(share.tax(), taxes.stream().map(t -> t.tax().getAmount().abs()).toList());
        for (int i = 0; i < taxes.size(); i++) {
            long[] sum = sums.computeIfAbsent(taxes.get(i).rate(), rate -> new long[2]);
            sum[0] += sign * nets.get(i).getAmountMinorLong();
            sum[1] += sign * parts.get(i).getAmountMinorLong();
        }
    }

    /** A part that no weight explains goes to the first rate. */
    private List<Money> split(long whole, List<BigDecimal> weights) {
        Money money = Money.ofMinor(book, whole);
        if (weights.stream().anyMatch(weight -> weight.signum() > 0)) {
            return Split.byWeight(money, weights);
        }
        List<Money> first = new ArrayList<>(java.util.Collections.nCopies(weights.size(), Money.zero(book)));
        first.set(0, money);
        return first;
    }

    private List<TaxReport.Line> lines(Map<BigDecimal, long[]> sums, String kind) {
        return sums.entrySet().stream().map(one -> new TaxReport.Line(one.getKey(), kind, Money.ofMinor(book, one.getValue()[0]),
                Money.ofMinor(book, one.getValue()[1]))).toList();
    }
}
