package org.goodterms.ui.claim;

import java.math.BigDecimal;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.claim.Pursue;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One way of going after a debt, its assumptions to be changed by whoever decides. */
final class Way {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    final String word;
    /** Percent. */
    final ObjectProperty<@Nullable BigDecimal> chance;
    /** Percent of what comes in. */
    final ObjectProperty<@Nullable BigDecimal> share;
    final ObjectProperty<@Nullable Money> cost;
    final ObjectProperty<@Nullable Money> relationship;

    Way(Pursue usual) {
        word = usual.word();
        chance = new SimpleObjectProperty<>(percent(usual.chance()));
        share = new SimpleObjectProperty<>(percent(usual.feeShare()));
        cost = new SimpleObjectProperty<>(usual.fixedCost());
        relationship = new SimpleObjectProperty<>(usual.relationship());
    }

    private static BigDecimal percent(BigDecimal part) {
        return part.multiply(HUNDRED).setScale(0, java.math.RoundingMode.HALF_UP);
    }

    /** What it is worth; more than all and less than nothing count as all and nothing. */
    Pursue worth(Money open) {
        Money zero = Money.zero(open.getCurrencyUnit());
        return Pursue.way(word, open, part(chance), part(share), Objects.requireNonNullElse(cost.get(), zero),
                Objects.requireNonNullElse(relationship.get(), zero));
    }

    private static BigDecimal part(ObjectProperty<@Nullable BigDecimal> percent) {
        return Objects.requireNonNullElse(percent.get(), BigDecimal.ZERO).max(BigDecimal.ZERO).min(HUNDRED)
                .divide(HUNDRED, java.math.MathContext.DECIMAL64);
    }
}
