package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/** What a credit note says and takes back: an exact mirror, the rest, or some lines of an invoice. */
final class Crediting {
    private static final int RATE_DECIMALS = 8;

    private Crediting() {
    }

    /**
     * @param rows    net and tax per rate
     * @param mirrors it copies the whole invoice
     */
    record Credited(Draft content, List<Money> lineNets, List<Money> adjusted, List<TaxRow> rows, boolean mirrors) {
    }

    static Outcome<Credited> credit(CreditRequest request, Draft invoice, Optional<Document> document, List<TaxRow> whole,
            List<TaxRow> before) {
        List<TaxRow> rest = CreditTotals.rest(whole, before);
        if (rest.isEmpty()) {
            return Outcome.refused(Problem.at("invoice", "credit.nothing_left", request.invoice()));
        }
        Draft content = worded(request, invoice);
        if (!request.lines().isEmpty()) {
            return some(content.withLines(request.lines()).withAllowances(List.of()), whole, before);
        }
        if (before.isEmpty() && document.isPresent()) {
            return Outcome.ok(new Credited(content, document.get().lineNets(), document.get().adjusted(), whole, true));
        }
        String text = DocumentWords.of(content.wording().language(), "").say("credit.rest", request.invoice());
        List<Line> lines = rest.stream().map(row -> Line.of(text, BigDecimal.ONE, row.base().getAmount(), row.key())).toList();
        Draft net = content.withPricing(new Draft.Pricing(content.pricing().currency(), content.pricing().rate(), PriceMode.NET));
        return Outcome.ok(new Credited(net.withLines(lines).withAllowances(List.of()), rest.stream().map(TaxRow::base).toList(),
                List.of(), rest, false));
    }

    private static Draft worded(CreditRequest request, Draft invoice) {
        Draft.Wording wording = invoice.wording();
        return new Draft(invoice.customer(), invoice.date(), invoice.supply(), invoice.pricing(),
                new Draft.Agreed(invoice.agreed().terms(), null), new Draft.Wording(wording.language(), wording.orderNumber(),
                        wording.contact(), request.reason(), "", wording.exemptionReason()), Draft.Deposit.NONE,
                invoice.lines(), invoice.allowances());
    }

    private static Outcome<Credited> some(Draft content, List<TaxRow> whole, List<TaxRow> before) {
        boolean gross = content.pricing().mode() != PriceMode.NET;
        Totals totals = content.totals(Rounding.HALF_UP);
        if (!totals.total().isPositive() || totals.taxes().stream().anyMatch(row -> row.base().isNegative())) {
            return Outcome.refused(Problem.at("lines", "invoice.total_not_positive", totals.total()));
        }
        Map<TaxKey, Money> wanted = new LinkedHashMap<>();
        totals.taxes().forEach(row -> wanted.put(row.key(), gross ? row.base().plus(row.tax()) : row.base()));
        List<TaxRow> asked = new ArrayList<>();
        wanted.forEach((key, amount) -> asked.add(new TaxRow(key, amount, Money.zero(amount.getCurrencyUnit()))));
        return CreditTotals.part(whole, before, asked, gross).map(rows -> {
            List<Line> lines = new ArrayList<>();
            Money[] nets = new Money[content.lines().size()];
            for (int i = 0; i < rows.size(); i++) {
                net(content.lines(), asked.get(i).key(), rows.get(i).base(), totals.lineNets(), nets);
            }
            List<TaxKey> asWanted = asked.stream().map(TaxRow::key).toList();
            content.lines().forEach(line -> lines.add(line.taxed(rows.get(asWanted.indexOf(line.tax())).key())));
            return new Credited(content.withLines(lines), List.of(nets), List.of(), rows, false);
        });
    }

    /** Lays the net of a rate on its lines, in proportion to what they come to alone. */
    private static void net(List<Line> lines, TaxKey key, Money base, List<Money> alone, Money[] nets) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).tax().equals(key)) {
                members.add(i);
            }
        }
        BigDecimal sum = members.stream().map(i -> alone.get(i).getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> shares = sum.signum() == 0 ? members.stream().map(alone::get).toList()
                : Split.byWeight(base, members.stream().map(i -> alone.get(i).getAmount()).toList());
        for (int i = 0; i < members.size(); i++) {
            nets[members.get(i)] = shares.get(i);
        }
    }

    /** The rows of an item taken over: the tax that is known, and the rest without. */
    static List<TaxRow> rows(List<NewItem.Tax> known, Money original) {
        List<TaxRow> rows = new ArrayList<>();
        Money rest = original;
        for (NewItem.Tax tax : known) {
            rows.add(new TaxRow(TaxKey.of(tax.rate()), tax.net(), tax.tax()));
            rest = rest.minus(tax.net()).minus(tax.tax());
        }
        if (!rest.isZero()) {
            rows.add(new TaxRow(TaxKey.of(BigDecimal.ZERO), rest, Money.zero(rest.getCurrencyUnit())));
        }
        return rows;
    }

    /** The exchange rate an item was carried in at; 1 in the book's own currency. */
    static BigDecimal rate(OpenItem item) {
        return item.original().getCurrencyUnit().equals(item.carrying().getCurrencyUnit()) ? BigDecimal.ONE
                : Rounding.HALF_UP.round(item.original().getAmount().divide(item.carrying().getAmount(), MathContext.DECIMAL128),
                        RATE_DECIMALS);
    }
}
