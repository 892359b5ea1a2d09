package org.goodterms.claim;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.goodterms.kernel.Rounding;
import org.joda.money.Money;

/**
 * Whether a debt is worth pursuing (the domain rules, section 8.2): chance x open amount x (1 - fee share) - fixed cost -
 * value of the relationship at stake; writing off is worth the tax that comes back.
 *
 * @param word         {@code court agency plan letter write-off}
 * @param chance       of success, 0 to 1
 * @param feeShare     of what comes in, 0 to 1
 * @param fixedCost    spent whatever comes
 * @param relationship what is lost with the customer
 * @param value        what can be expected
 */
public record Pursue(String word, BigDecimal chance, BigDecimal feeShare, Money fixedCost, Money relationship,
        Money value) {

    /** A way of going after the debt. */
    public static Pursue way(String word, Money open, BigDecimal chance, BigDecimal feeShare, Money fixedCost,
            Money relationship) {
        BigDecimal comes = chance.multiply(open.getAmount()).multiply(BigDecimal.ONE.subtract(feeShare));
        Money value = Rounding.HALF_UP.toMoney(comes, open.getCurrencyUnit()).minus(fixedCost).minus(relationship);
        return new Pursue(word, chance, feeShare, fixedCost, relationship, value);
    }

    /** Letting it go. @param relief the tax in it that comes back */
    public static Pursue writeOff(Money relief) {
        Money zero = Money.zero(relief.getCurrencyUnit());
        return new Pursue("write-off", BigDecimal.ONE, BigDecimal.ZERO, zero, zero, relief);
    }

    /** The usual ways with their usual chances, to be changed by whoever decides. */
    public static List<Pursue> card(Money open, Money relief) {
        Money zero = Money.zero(open.getCurrencyUnit());
        return List.of(
                way("court", open, new BigDecimal("0.55"), BigDecimal.ZERO, of(open, "380"), of(open, "150")),
                way("agency", open, new BigDecimal("0.45"), new BigDecimal("0.20"), zero, zero),
                way("plan", open, new BigDecimal("0.70"), BigDecimal.ZERO, of(open, "30"), zero),
                writeOff(relief));
    }

    private static Money of(Money like, String amount) {
        return Money.of(like.getCurrencyUnit(), new BigDecimal(amount));
    }

    /** The one worth most; writing off where none is worth more. */
    public static Pursue best(List<Pursue> card) {
        return card.stream().max(Comparator.comparing(Pursue::value).thenComparing(p -> p.word().equals("write-off")))
                .orElseThrow();
    }
}
