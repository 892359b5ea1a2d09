package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Split;
import org.goodterms.kernel.Terms.Due;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.Entry.TaxLine;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What documents mean for the ledger (the domain rules, section 2, rows 1, 1b, 2, 20, 20b and 24): the entry of each and
 * its open items. Amounts of the book are amounts of the document / rate, rounded half up; what rounding leaves is on
 * the net.
 */
final class Journal {
    private static final MathContext EXACT = new MathContext(60, RoundingMode.DOWN);

    private Journal() {
    }

    /** A document in the book's currency: {@code rows} per rate add up to {@code total}. */
    record Booked(Money total, List<TaxRow> rows) {
        Money tax() {
            return sum(rows.stream().map(TaxRow::tax).toList(), total.getCurrencyUnit());
        }

        Money net() {
            return total.minus(tax());
        }
    }

    static Money booked(Money amount, BigDecimal rate, CurrencyUnit book) {
        return amount.getCurrencyUnit().equals(book) ? amount
                : Rounding.HALF_UP.toMoney(amount.getAmount().divide(rate, EXACT), book);
    }

    /** Rows of a document at its rate. */
    static Booked booked(List<TaxRow> rows, BigDecimal rate, CurrencyUnit book) {
        if (rows.isEmpty()) {
            return new Booked(Money.zero(book), List.of());
        }
        CurrencyUnit currency = rows.getFirst().base().getCurrencyUnit();
        Money total = sum(rows.stream().flatMap(row -> List.of(row.base(), row.tax()).stream()).toList(), currency);
        Money bookTotal = booked(total, rate, book);
        List<Money> taxes = rows.stream().map(row -> booked(row.tax(), rate, book)).toList();
        List<Money> nets = shares(bookTotal.minus(sum(taxes, book)), rows.stream().map(TaxRow::base).toList());
        List<TaxRow> booked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            booked.add(new TaxRow(rows.get(i).key(), nets.get(i), taxes.get(i)));
        }
        return new Booked(bookTotal, booked);
    }

    /** The entry of an invoice; {@code deposit} is what it deducts, in the book's currency at the deposit's own rate. */
    static Entry invoice(Document invoice, Booked all, Booked deposit) {
        Money payable = invoice.sums().baseTotal();
        CurrencyUnit book = payable.getCurrencyUnit();
        List<TaxRow> taxes = less(all.rows(), deposit.rows());
        Money tax = sum(taxes.stream().map(TaxRow::tax).toList(), book);
        Money net = payable.plus(deposit.net()).minus(tax);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(Chart.RECEIVABLES, payable));
        postings.add(Posting.debit(Chart.DEPOSITS, deposit.net()));
        if (invoice.content().deposit().asked()) {
            postings.add(Posting.credit(Chart.DEPOSITS, net));
        } else {
            revenue(invoice, net).forEach((account, amount) -> postings.add(Posting.credit(account, amount)));
        }
        postings.add(Posting.credit(Chart.OUTPUT_TAX, tax));
        return entry(invoice, "invoice", postings, taxes, false);
    }

    /**
     * The entry of a credit note.
     *
     * @param account what gives way: 4010, or 2100 for a deposit invoice
     * @param deposit what becomes a deposit again because the final invoice is credited whole; else empty
     */
    static Entry credit(Document credit, String account, Booked all, Booked deposit) {
        Money total = credit.sums().baseTotal();
        List<TaxRow> taxes = less(all.rows(), deposit.rows());
        Money tax = sum(taxes.stream().map(TaxRow::tax).toList(), total.getCurrencyUnit());
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(account, total.plus(deposit.net()).minus(tax)));
        postings.add(Posting.debit(Chart.OUTPUT_TAX, tax));
        postings.add(Posting.credit(Chart.DEPOSITS, deposit.net()));
        postings.add(Posting.credit(Chart.RECEIVABLES, total));
        return entry(credit, "credit-note", postings, taxes, true);
    }

    private static Entry entry(Document document, String kind, List<Posting> postings, List<TaxRow> taxes, boolean lowers) {
        List<TaxLine> lines = taxes.stream().filter(row -> !row.base().isZero() || !row.tax().isZero())
                .map(row -> new TaxLine(kind, row.key().rate(), signed(row.base(), lowers), signed(row.tax(), lowers))).toList();
        String text = (lowers ? "Credit note " : "Invoice ") + document.number();
        return new Entry(document.content().date(), text, Entry.Source.of(kind, document.id()), postings, lines, null)
                .withoutZeroLines();
    }

    /** The net by income account, in proportion to the lines. */
    private static Map<String, Money> revenue(Document invoice, Money net) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (int i = 0; i < invoice.content().lines().size(); i++) {
            String account = invoice.content().lines().get(i).account();
            sums.merge(account.isEmpty() ? Chart.REVENUE : account, invoice.lineNets().get(i), Money::plus);
        }
        List<Money> shares = shares(net, List.copyOf(sums.values()));
        Map<String, Money> revenue = new LinkedHashMap<>();
        sums.keySet().forEach(account -> revenue.put(account, shares.get(revenue.size())));
        return revenue;
    }

    /** Open items of an invoice: one for each due date, carrying amounts adding up to what was posted; none of nothing. */
    static List<NewItem> items(Document invoice, List<TaxRow> taxes) {
        List<Due> dues = invoice.dues();
        if (dues.isEmpty()) {
            return List.of();
        }
        List<Money> amounts = dues.stream().map(Due::amount).toList();
        List<Money> carrying = shares(invoice.sums().baseTotal(), amounts);
        Document.Discount discount = invoice.discount();
        List<Money> discounts = discount == null ? List.of() : shares(discount.amount(), amounts);
        Parties parties = java.util.Objects.requireNonNull(invoice.parties());
        String reference = PayDocument.reference(parties, invoice.content().pricing().currency().getCode(), invoice.number())
                .map(PaymentReference::text).orElse("");
        List<NewItem> items = new ArrayList<>();
        for (int i = 0; i < dues.size(); i++) {
            OpenItem.Discount early = discount == null || discounts.get(i).isZero() ? null
                    : new OpenItem.Discount(discount.until(), discounts.get(i));
            items.add(new NewItem(invoice.content().customer(), ItemKind.INVOICE, invoice.number(), i + 1, invoice.id().value(),
                    invoice.content().date(), dues.get(i).date(), dues.get(i).amount(), carrying.get(i), reference, early,
                    i == 0 ? itemTaxes(taxes, false) : List.of()));
        }
        return items;
    }

    /** The open item of a credit note. */
    static NewItem item(Document credit, List<TaxRow> taxes) {
        return new NewItem(credit.content().customer(), ItemKind.CREDIT_NOTE, credit.number(), 1, credit.id().value(),
                credit.content().date(), null, credit.sums().payable().negated(), credit.sums().baseTotal().negated(), "",
                null, itemTaxes(taxes, true));
    }

    private static List<NewItem.Tax> itemTaxes(List<TaxRow> rows, boolean negative) {
        return rows.stream().map(row -> new NewItem.Tax(row.key().rate(), signed(row.base(), negative), signed(row.tax(), negative)))
                .toList();
    }

    /** Rows less those of a deposit; a rate that only the deposit has becomes a negative row. */
    static List<TaxRow> less(List<TaxRow> rows, List<TaxRow> deposit) {
        Map<TaxKey, TaxRow> left = new LinkedHashMap<>();
        rows.forEach(row -> left.put(row.key(), row));
        deposit.forEach(row -> left.merge(row.key(), new TaxRow(row.key(), row.base().negated(), row.tax().negated()),
                (a, b) -> new TaxRow(a.key(), a.base().plus(b.base()), a.tax().plus(b.tax()))));
        return List.copyOf(left.values());
    }

    private static Money signed(Money amount, boolean negative) {
        return negative ? amount.negated() : amount;
    }

    private static List<Money> shares(Money whole, List<Money> weights) {
        List<BigDecimal> parts = weights.stream().map(Money::getAmount).toList();
        if (parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() != 0) {
            return Split.byWeight(whole, parts);
        }
        List<Money> first = new ArrayList<>(java.util.Collections.nCopies(parts.size(), Money.zero(whole.getCurrencyUnit())));
        first.set(0, whole);
        return first;
    }

    private static Money sum(List<Money> amounts, CurrencyUnit currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
