package org.goodterms.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Split;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an invoice by the calculation chain of EN 16931 (BR-CO-10 to BR-CO-17): line nets rounded, added up; tax
 * once per category and rate on the summed net. All amounts are in the currency of the document.
 *
 * @param lineNets   net of each line (BT-131), in the order given
 * @param adjusted   net of each document allowance or charge, positive, in the order given
 * @param lineSum    BT-106
 * @param allowances BT-107
 * @param charges    BT-108
 * @param net        BT-109 = lineSum - allowances + charges
 * @param taxes      the breakdown, in order of first appearance
 */
public record Totals(List<Money> lineNets, List<Money> adjusted, Money lineSum, Money allowances, Money charges,
        Money net, List<TaxRow> taxes) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** Cutting here never turns a value into a tie: prices and quantities have at most 18 digits. */
    private static final MathContext EXACT = new MathContext(60, RoundingMode.DOWN);

    /** One row of the tax breakdown: {@code base} is BT-116, {@code tax} BT-117. */
    public record TaxRow(TaxKey key, Money base, Money tax) {
    }

    /** What a line costs: quantity x price / base quantity, less its own allowances, plus its own charges. */
    public record Priced(BigDecimal quantity, BigDecimal price, BigDecimal baseQuantity, List<Adjustment> parts, TaxKey tax) {
    }

    /**
     * An allowance or charge, on a line or on the document: a percent of what it stands under, or an amount.
     *
     * @param tax for one on the document: the rate it belongs to; null spreads it over all rates
     */
    public record Adjustment(boolean charge, @Nullable BigDecimal percent, @Nullable Money amount, @Nullable TaxKey tax) {
        public static Adjustment discount(BigDecimal percent) {
            return new Adjustment(false, percent, null, null);
        }

        public static Adjustment discount(Money amount) {
            return new Adjustment(false, null, amount, null);
        }

        Money of(Money whole) {
            if (amount != null) {
                return amount;
            }
            BigDecimal share = percent == null ? BigDecimal.ZERO : percent;
            return Rounding.HALF_UP.toMoney(whole.getAmount().multiply(share).movePointLeft(2), whole.getCurrencyUnit());
        }
    }

    /** Whether prices are without or with tax; with tax, how the tax comes out of them, always once per rate. */
    public enum PriceMode { NET, GROSS, GROSS_NET_FIRST }

    /**
     * The settings of the tax regime.
     *
     * @param taxRounding of the tax only (UK: may be down; Japan: free); nets are rounded half up
     * @param itemBasis   US option: tax is rounded for each item sold instead of once per rate of the invoice
     */
    public record Rules(CurrencyUnit currency, PriceMode mode, Rounding taxRounding, boolean itemBasis) {
        public static Rules net(CurrencyUnit currency) {
            return new Rules(currency, PriceMode.NET, Rounding.HALF_UP, false);
        }
    }

    /** Tax in all (BT-110). */
    public Money tax() {
        return taxes.stream().map(TaxRow::tax).reduce(Money.zero(net.getCurrencyUnit()), Money::plus);
    }

    /** With tax (BT-112). */
    public Money total() {
        return net.plus(tax());
    }

    /** What rounding {@code total} to coins of {@code step} adds (BT-114); negative where it takes off. */
    public static Money cashRounding(Money total, BigDecimal step) {
        BigDecimal coins = Rounding.HALF_UP.round(total.getAmount().divide(step, EXACT), 0);
        return Money.of(total.getCurrencyUnit(), coins.multiply(step)).minus(total);
    }

    public static Totals of(List<Priced> lines, List<Adjustment> adjustments, Rules rules) {
        List<Money> amounts = lines.stream().map(line -> amountOf(line, rules.currency())).toList();
        Map<TaxKey, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            groups.computeIfAbsent(lines.get(i).tax(), key -> new Group(key, rules)).add(i, lines.get(i), amounts.get(i));
        }
        Money sum = sum(amounts, rules.currency());
        groups.values().forEach(Group::linesDone);
        List<Money> adjusted = adjustments.stream().map(a -> adjust(a, a.of(sum), groups, rules)).toList();
        Money[] nets = new Money[lines.size()];
        groups.values().forEach(group -> group.lineNets(amounts, nets));
        List<Money> lineNets = List.of(nets);
        Money allowances = Money.zero(rules.currency());
        Money charges = Money.zero(rules.currency());
        for (int i = 0; i < adjusted.size(); i++) {
            boolean charge = adjustments.get(i).charge();
            charges = charge ? charges.plus(adjusted.get(i)) : charges;
            allowances = charge ? allowances : allowances.plus(adjusted.get(i));
        }
        Money lineSum = sum(lineNets, rules.currency());
        return new Totals(lineNets, adjusted, lineSum, allowances, charges, lineSum.minus(allowances).plus(charges),
                groups.values().stream().map(Group::row).toList());
    }

    /** What each line comes to in the price mode of the document: with tax where prices are. */
    public static List<Money> amounts(List<Priced> lines, CurrencyUnit currency) {
        return lines.stream().map(line -> amountOf(line, currency)).toList();
    }

    private static Money sum(List<Money> amounts, CurrencyUnit currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    private static Money amountOf(Priced line, CurrencyUnit currency) {
        BigDecimal exact = line.quantity().multiply(line.price()).divide(line.baseQuantity(), EXACT);
        Money whole = Rounding.HALF_UP.toMoney(exact, currency);
        Money amount = whole;
        for (Adjustment part : line.parts()) {
            amount = part.charge() ? amount.plus(part.of(whole)) : amount.minus(part.of(whole));
        }
        return amount;
    }

    /** Lays an adjustment of the document on its rate, or on all by largest remainder; gives its net amount. */
    private static Money adjust(Adjustment adjustment, Money amount, Map<TaxKey, Group> groups, Rules rules) {
        TaxKey tax = adjustment.tax();
        if (tax != null) {
            return groups.computeIfAbsent(tax, key -> new Group(key, rules)).change(amount, adjustment.charge());
        }
        List<Group> all = List.copyOf(groups.values());
        if (all.isEmpty()) {
            return Money.zero(rules.currency());
        }
        List<BigDecimal> weights = all.stream().map(group -> group.lines.getAmount()).toList();
        if (weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() == 0) {
            return all.getFirst().change(amount, adjustment.charge());
        }
        List<Money> shares = Split.byWeight(amount, weights);
        Money net = Money.zero(rules.currency());
        for (int i = 0; i < shares.size(); i++) {
            net = net.plus(all.get(i).change(shares.get(i), adjustment.charge()));
        }
        return net;
    }

    /** All that is taxed alike. In gross mode {@code running} is with tax, {@code net} what is left without. */
    private static final class Group {
        private final TaxKey key;
        private final Rules rules;
        private final List<Integer> members = new ArrayList<>();
        private Money lines;
        private Money running;
        private Money net;
        private Money lineNet;
        private Money itemTax;

        Group(TaxKey key, Rules rules) {
            this.key = key;
            this.rules = rules;
            this.lines = Money.zero(rules.currency());
            this.running = lines;
            this.net = lines;
            this.lineNet = lines;
            this.itemTax = lines;
        }

        void add(int index, Priced line, Money amount) {
            members.add(index);
            lines = lines.plus(amount);
            boolean whole = line.parts().isEmpty() && line.quantity().stripTrailingZeros().scale() <= 0;
            BigDecimal one = line.price().divide(line.baseQuantity(), EXACT);
            itemTax = itemTax.plus(whole ? taxOn(one).multipliedBy(line.quantity().longValueExact()) : taxOn(amount.getAmount()));
        }

        void linesDone() {
            running = lines;
            net = netOf(running);
            lineNet = net;
        }

        Money change(Money amount, boolean charge) {
            Money before = net;
            Money signed = charge ? amount : amount.negated();
            running = running.plus(signed);
            net = netOf(running);
            itemTax = itemTax.plus(taxOn(signed.getAmount()));
            return charge ? net.minus(before) : before.minus(net);
        }

        private Money taxOn(BigDecimal base) {
            return rules.taxRounding().toMoney(base.multiply(key.rate()).movePointLeft(2), rules.currency());
        }

        private Money netOf(Money amount) {
            BigDecimal whole = HUNDRED.add(key.rate());
            return switch (rules.mode()) {
                case NET -> amount;
                case GROSS -> amount.minus(rules.taxRounding().toMoney(
                        amount.getAmount().multiply(key.rate()).divide(whole, EXACT), rules.currency()));
                case GROSS_NET_FIRST -> Rounding.HALF_UP.toMoney(
                        amount.getAmount().multiply(HUNDRED).divide(whole, EXACT), rules.currency());
            };
        }

        void lineNets(List<Money> amounts, Money[] nets) {
            if (rules.mode() == PriceMode.NET || lines.isZero()) {
                members.forEach(i -> nets[i] = rules.mode() == PriceMode.NET ? amounts.get(i) : netOf(amounts.get(i)));
                return;
            }
            List<Money> shares = Split.byWeight(lineNet, members.stream().map(i -> amounts.get(i).getAmount()).toList());
            for (int i = 0; i < shares.size(); i++) {
                nets[members.get(i)] = shares.get(i);
            }
        }

        TaxRow row() {
            if (rules.mode() != PriceMode.NET) {
                return new TaxRow(key, net, running.minus(net));
            }
            return new TaxRow(key, net, rules.itemBasis() ? itemTax : taxOn(net.getAmount()));
        }
    }
}
