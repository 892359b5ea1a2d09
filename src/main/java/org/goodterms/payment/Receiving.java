package org.goodterms.payment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.receivable.Allocating;
import org.goodterms.receivable.Distribution;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.SettlingOrder;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Decides what a receipt settles: shares, discounts and small rests, before anything is written. */
final class Receiving {

    /**
     * What one item gets.
     *
     * @param discount cash discount, or zero
     * @param small    rest given up as a small difference, or zero
     * @param discountCarrying what the discount takes from the item's carrying amount, in the book's currency
     * @param smallCarrying    likewise for the small difference
     */
    record Share(OpenItem item, Money paid, Money discount, Money small, Money discountCarrying, Money smallCarrying) {
        /** What is left of the item. */
        OpenItem rest() {
            OpenItem left = reduce(reduce(item, paid), discount);
            return reduce(left, small);
        }
    }

    private final Receipt receipt;
    private final List<OpenItem> items;
    private final SettlingOrder order;
    private final Function<String, Problem> whyNot;
    private final Map<OpenItem, Money> paid = new LinkedHashMap<>();
    private final Map<OpenItem, Money> discounts = new LinkedHashMap<>();

    /**
     * @param items  what the customer has open
     * @param whyNot says why a number is not among them
     */
    private Receiving(Receipt receipt, List<OpenItem> items, SettlingOrder order, Function<String, Problem> whyNot) {
        this.receipt = receipt;
        this.items = items;
        this.order = order;
        this.whyNot = whyNot;
    }

    static Outcome<List<Share>> shares(Receipt receipt, List<OpenItem> items, SettlingOrder order, Function<String, Problem> whyNot) {
        return new Receiving(receipt, items, order, whyNot).shares();
    }

    /** Half up to the book's currency: a rate is units of the foreign currency for one of the book's. */
    static Money toBook(Money amount, BigDecimal rate, CurrencyUnit book) {
        return amount.getCurrencyUnit().equals(book) ? amount
                : Rounding.HALF_UP.toMoney(amount.getAmount().divide(rate, MathContext.DECIMAL128), book);
    }

    private Outcome<List<Share>> shares() {
        List<Problem> problems = new ArrayList<>();
        for (Settlement.Part part : receipt.discounts()) {
            spread(part, discounts, "discount").ifPresent(problems::add);
        }
        switch (receipt.settlement()) {
            case Settlement.Unapplied() -> {
            }
            case Settlement.OldestFirst() -> Distribution.of(items.stream().map(this::lessDiscount).toList(),
                    receipt.amount(), order).forEach(share -> paid.put(same(share.item()), share.amount()));
            case Settlement.ByHand(List<Settlement.Part> parts) -> {
                for (Settlement.Part part : parts) {
                    spread(part, paid, "allocate").ifPresent(problems::add);
                }
            }
        }
        Money total = paid.values().stream().reduce(Money.zero(receipt.amount().getCurrencyUnit()), Money::plus);
        if (problems.isEmpty() && total.isGreaterThan(receipt.amount())) {
            problems.add(Problem.at("allocate", "payment.allocated_too_much", total, receipt.amount()));
        }
        return problems.isEmpty() ? Outcome.ok(finished(total)) : Outcome.refused(problems);
    }

    /** Puts an amount for a number onto its parts, earliest due first. */
    private Optional<Problem> spread(Settlement.Part part, Map<OpenItem, Money> onto, String field) {
        List<OpenItem> parts = items.stream()
                .filter(item -> item.kind().debit() && item.number().equals(part.number())).toList();
        if (parts.isEmpty()) {
            return Optional.of(whyNot.apply(part.number()).under(field));
        }
        if (!part.amount().getCurrencyUnit().equals(parts.getFirst().open().getCurrencyUnit())) {
            return Optional.of(Problem.at(field, "payment.item_currency", part.number(),
                    parts.getFirst().open().getCurrencyUnit().getCode(), receipt.amount().getCurrencyUnit().getCode()));
        }
        if (!part.amount().isPositive()) {
            return Optional.of(Problem.at(field, "receivable.not_positive", part.amount()));
        }
        Money left = part.amount();
        for (OpenItem item : parts) {
            Money free = item.open().minus(taken(paid, item)).minus(taken(discounts, item));
            Money share = free.isLessThan(left) ? free : left;
            if (share.isPositive()) {
                onto.merge(item, share, Money::plus);
                left = left.minus(share);
            }
        }
        Money open = parts.stream().map(OpenItem::open).reduce(Money.zero(left.getCurrencyUnit()), Money::plus);
        return left.isPositive()
                ? Optional.of(Problem.at(field, "receivable.more_than_open", part.number(), open, part.amount()))
                : Optional.empty();
    }

    private static Money taken(Map<OpenItem, Money> from, OpenItem item) {
        return from.getOrDefault(item, Money.zero(item.open().getCurrencyUnit()));
    }

    private OpenItem lessDiscount(OpenItem item) {
        Money discount = taken(discounts, item);
        return discount.isZero() ? item
                : item.withOpen(item.open().minus(discount), item.openCarrying(), item.settledOn());
    }

    private OpenItem same(OpenItem reduced) {
        return items.stream().filter(item -> item.id().equals(reduced.id())).findFirst().orElseThrow();
    }

    private List<Share> finished(Money total) {
        boolean usedUp = total.isEqual(receipt.amount());
        List<OpenItem> touched = new ArrayList<>(paid.keySet());
        discounts.keySet().stream().filter(item -> !touched.contains(item)).forEach(touched::add);
        return touched.stream().map(item -> share(item, usedUp)).toList();
    }

    private Share share(OpenItem item, boolean usedUp) {
        Money pay = taken(paid, item);
        Money discount = taken(discounts, item);
        OpenItem afterPay = reduce(item, pay);
        Money discountCarrying = discount.isZero() ? zeroOf(item) : Allocating.relief(afterPay, discount);
        OpenItem rest = reduce(afterPay, discount);
        boolean small = usedUp && pay.isPositive() && SmallDifference.isSmall(rest.open(), item.original());
        return new Share(item, pay, discount, small ? rest.open() : Money.zero(pay.getCurrencyUnit()),
                discountCarrying, small ? rest.openCarrying() : zeroOf(item));
    }

    private static OpenItem reduce(OpenItem item, Money amount) {
        return amount.isZero() ? item : item.withOpen(item.open().minus(amount),
                item.openCarrying().minus(Allocating.relief(item, amount)), item.settledOn());
    }

    private static Money zeroOf(OpenItem item) {
        return Money.zero(item.carrying().getCurrencyUnit());
    }
}
