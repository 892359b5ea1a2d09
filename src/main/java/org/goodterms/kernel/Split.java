package org.goodterms.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Divides money so that the parts add up to the whole exactly (domain.md 3 and 4). */
public final class Split {

    private Split() {
    }

    /**
     * In proportion to {@code weights} by largest remainder; ties go to the first. Weights of mixed sign or a sum of
     * zero have no proportion.
     *
     * @throws IllegalArgumentException if the weights add up to zero while the whole is not zero
     */
    public static List<Money> byWeight(Money whole, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.isZero()) {
            return weights.stream().map(w -> Money.zero(whole.getCurrencyUnit())).toList();
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("nothing to split over");
        }
        int scale = Math.max(0, weights.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        BigInteger total = sum.setScale(scale).unscaledValue();
        BigInteger minor = BigInteger.valueOf(whole.getAmountMinorLong());
        List<BigInteger> floors = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigInteger[] parts = floorDivide(minor.multiply(weight.setScale(scale).unscaledValue()), total);
            floors.add(parts[0]);
            rests.add(parts[1]);
        }
        BigInteger missing = minor.subtract(floors.stream().reduce(BigInteger.ZERO, BigInteger::add));
        List<Integer> order = IntStream.range(0, weights.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> rests.get(i)).reversed()).toList();
        for (int i = 0; i < missing.intValueExact(); i++) {
            floors.set(order.get(i), floors.get(order.get(i)).add(BigInteger.ONE));
        }
        return floors.stream().map(f -> Money.ofMinor(whole.getCurrencyUnit(), f.longValueExact())).toList();
    }

    private static BigInteger[] floorDivide(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        if (parts[1].signum() != 0 && parts[1].signum() != divisor.signum()) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(divisor);
        }
        parts[1] = divisor.signum() < 0 ? parts[1].negate() : parts[1];
        return parts;
    }

    /** Equal parts rounded down, the remainder on the last: 1,000.00 / 3 = 333.33, 333.33, 333.34. */
    public static List<Money> equallyRestLast(Money whole, int parts) {
        Money part = Money.ofMinor(whole.getCurrencyUnit(), whole.getAmountMinorLong() / parts);
        List<Money> result = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            result.add(part);
        }
        result.add(whole.minus(part.multipliedBy(parts - 1L)));
        return List.copyOf(result);
    }

    /** Equal parts, the remainder one minor unit each on the first: 100.00 / 7 = 4 x 14.29, 3 x 14.28. */
    public static List<Money> equallySpread(Money whole, int parts) {
        return byWeight(whole, java.util.Collections.nCopies(parts, BigDecimal.ONE));
    }
}
