package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.joda.money.Money;

/**
 * The tax of credit notes (the domain rules, section 3): all credit notes of an invoice together bear exactly the tax
 * that their share of the invoice bears, so three credits of a third each end on the invoice's tax to the cent.
 */
public final class CreditTotals {
    private static final MathContext EXACT = new MathContext(60, RoundingMode.DOWN);

    private CreditTotals() {
    }

    /** What is left to credit per rate: the invoice's rows less what was credited; rows fully credited are left out. */
    public static List<TaxRow> rest(List<TaxRow> invoice, List<TaxRow> credited) {
        List<TaxRow> rest = new ArrayList<>();
        for (TaxRow row : invoice) {
            TaxRow before = sumOf(credited, row);
            TaxRow left = new TaxRow(row.key(), row.base().minus(before.base()), row.tax().minus(before.tax()));
            if (!left.base().isZero() || !left.tax().isZero()) {
                rest.add(left);
            }
        }
        return rest;
    }

    /**
     * Part credits by the cumulative rule: tax of all credits so far = the invoice's tax x credited share, rounded half
     * up; this credit takes the difference to what earlier ones took.
     *
     * @param wanted rows with the amounts to credit in {@code base}; in gross mode those with tax; their tax is ignored
     * @param gross  the amounts contain the tax
     * @return rows with net and tax; refused with {@code credit.rate_not_on_invoice}, {@code credit.above_invoice}
     */
    public static Outcome<List<TaxRow>> part(List<TaxRow> invoice, List<TaxRow> credited, List<TaxRow> wanted, boolean gross) {
        List<TaxRow> rows = new ArrayList<>();
        for (TaxRow want : wanted) {
            Optional<TaxRow> original = rowOf(invoice, want.key());
            if (original.isEmpty()) {
                return Outcome.refused(Problem.at("lines", "credit.rate_not_on_invoice", want.key().rate().toPlainString()));
            }
            TaxRow whole = original.get();
            TaxRow before = sumOf(credited, whole);
            Money share = share(whole, gross);
            Money sum = share(before, gross).plus(want.base());
            if (sum.isGreaterThan(share)) {
                return Outcome.refused(Problem.at("lines", "credit.above_invoice", want.base(), share.minus(share(before, gross))));
            }
            BigDecimal exact = share.isZero() ? BigDecimal.ZERO
                    : whole.tax().getAmount().multiply(sum.getAmount()).divide(share.getAmount(), EXACT);
            Money tax = Rounding.HALF_UP.toMoney(exact, share.getCurrencyUnit()).minus(before.tax());
            rows.add(new TaxRow(whole.key(), gross ? want.base().minus(tax) : want.base(), tax));
        }
        return Outcome.ok(rows);
    }

    private static Money share(TaxRow row, boolean gross) {
        return gross ? row.base().plus(row.tax()) : row.base();
    }

    private static TaxRow sumOf(List<TaxRow> credited, TaxRow row) {
        Money none = Money.zero(row.base().getCurrencyUnit());
        return credited.stream().filter(c -> c.key().equals(row.key())).reduce(new TaxRow(row.key(), none, none),
                (a, b) -> new TaxRow(row.key(), a.base().plus(b.base()), a.tax().plus(b.tax())));
    }

    /** The row of that category and rate; of the rate alone where only one row has it. */
    private static Optional<TaxRow> rowOf(List<TaxRow> rows, TaxKey key) {
        List<TaxRow> alike = rows.stream().filter(row -> row.key().rate().equals(key.rate())).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst())
                : alike.stream().filter(row -> row.key().equals(key)).findFirst();
    }
}
