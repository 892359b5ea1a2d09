package org.goodterms.receivable;

import java.math.BigDecimal;
import java.util.Optional;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.joda.money.Money;

/** The rules of a single allocation. */
public final class Allocating {

    private Allocating() {
    }

    /** The first reason why these two cannot be joined over this amount. */
    public static Optional<Problem> problem(OpenItem debit, OpenItem credit, Money amount) {
        if (!debit.kind().debit() || credit.kind().debit()) {
            return Optional.of(Problem.at("allocate", "receivable.wrong_sides", debit.number(), credit.number()));
        }
        if (!debit.customer().equals(credit.customer())) {
            return Optional.of(Problem.at("allocate", "receivable.other_customer", debit.number()));
        }
        if (!debit.open().getCurrencyUnit().equals(amount.getCurrencyUnit())
                || !credit.open().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
            return Optional.of(Problem.at("allocate", "receivable.other_currency", debit.number(),
                    debit.open().getCurrencyUnit().getCode(), credit.open().getCurrencyUnit().getCode()));
        }
        if (!amount.isPositive()) {
            return Optional.of(Problem.at("allocate", "receivable.not_positive", amount));
        }
        if (amount.isGreaterThan(debit.open())) {
            return Optional.of(Problem.at("allocate", "receivable.more_than_open", debit.number(), debit.open(), amount));
        }
        if (amount.isGreaterThan(credit.open().negated())) {
            return Optional.of(Problem.at("allocate", "receivable.more_than_credit", credit.open().negated(), amount));
        }
        return Optional.empty();
    }

    /**
     * The part of the carrying amount that goes with {@code amount}: in proportion, half up; the last part takes what is
     * left, so that the carrying amount is zero exactly when the item is settled.
     *
     * @return positive, in the book's currency
     */
    public static Money relief(OpenItem item, Money amount) {
        Money left = item.openCarrying().abs();
        if (amount.isEqual(item.open().abs())) {
            return left;
        }
        BigDecimal exact = item.carrying().getAmount().abs().multiply(amount.getAmount())
                .divide(item.original().getAmount().abs(), java.math.MathContext.DECIMAL128);
        Money share = Rounding.HALF_UP.toMoney(exact, item.carrying().getCurrencyUnit());
        return share.isGreaterThan(left) ? left : share;
    }
}
