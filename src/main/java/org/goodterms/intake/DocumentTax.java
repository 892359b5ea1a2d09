package org.goodterms.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds net and tax per rate of a document of which another program tells the lines, and of the tax more or less: rate and
 * amount of each line, only the rates, or only the sum. Amounts in the document's currency, rounded half up to its decimals.
 */
final class DocumentTax {
    private static final int MOST_TRIED = 5;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final List<BigDecimal> known;
    private final int decimals;

    /**
     * @param known rates that may apply, in percent
     */
    DocumentTax(List<BigDecimal> known, int decimals) {
        this.known = known.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        this.decimals = decimals;
    }

    /** What a line says; {@code rate} in percent and {@code tax} where it says so. */
    record Line(BigDecimal net, @Nullable BigDecimal rate, @Nullable BigDecimal tax) {
    }

    /** Net and tax of one rate. */
    record Part(BigDecimal rate, BigDecimal net, BigDecimal tax) {
    }

    /**
     * The parts by rate, highest first; where {@code total} (tax included) is told, they add up to it.
     *
     * @return empty where only the sum is told and no known rates explain it
     */
    Optional<List<Part>> parts(List<Line> lines, @Nullable BigDecimal total) {
        boolean told = lines.stream().allMatch(line -> line.rate() != null || line.tax() != null);
        if (told || total == null) {
            List<Line> rated = lines.stream().map(line -> line.rate() != null ? line
                    : new Line(line.net(), rateOf(line), line.tax())).toList();
            return Optional.of(total == null ? grouped(rated) : fitted(grouped(rated), total, lines.size()));
        }
        BigDecimal net = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return assigned(lines, total.subtract(net)).map(rated -> fitted(grouped(rated), total, lines.size()));
    }

    private BigDecimal rateOf(Line line) {
        BigDecimal tax = line.tax() == null ? BigDecimal.ZERO : line.tax();
        if (tax.signum() == 0 || line.net().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal found = tax.multiply(HUNDRED).divide(line.net(), 1, RoundingMode.HALF_UP);
        return known.stream().filter(rate -> taxOn(line.net(), rate).compareTo(tax) == 0).findFirst().orElse(found);
    }

    private BigDecimal taxOn(BigDecimal net, BigDecimal rate) {
        return net.multiply(rate).divide(HUNDRED, decimals, RoundingMode.HALF_UP);
    }

    private List<Part> grouped(List<Line> lines) {
        Map<BigDecimal, List<Line>> byRate = new TreeMap<>(Comparator.reverseOrder());
        lines.forEach(line -> byRate.computeIfAbsent(line.rate() == null ? BigDecimal.ZERO : line.rate(), r -> new ArrayList<>()).add(line));
        List<Part> parts = new ArrayList<>();
        byRate.forEach((rate, of) -> {
            BigDecimal net = of.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals, RoundingMode.HALF_UP);
            boolean all = of.stream().allMatch(line -> line.tax() != null);
            BigDecimal tax = all ? of.stream().map(line -> line.tax() == null ? BigDecimal.ZERO : line.tax())
                    .reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals, RoundingMode.HALF_UP) : taxOn(net, rate);
            parts.add(new Part(rate, net, tax));
        });
        return parts;
    }

    /** What is left of the total: a cent or two of rounding belong to the highest rate, more bears no tax (postage, a discount). */
    private List<Part> fitted(List<Part> parts, BigDecimal total, int lines) {
        BigDecimal sum = parts.stream().map(part -> part.net().add(part.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = total.setScale(decimals, RoundingMode.HALF_UP).subtract(sum);
        if (rest.signum() == 0) {
            return parts;
        }
        List<Part> fitted = new ArrayList<>(parts);
        if (!parts.isEmpty() && rest.abs().unscaledValue().longValue() <= lines && parts.getFirst().tax().signum() != 0) {
            Part first = parts.getFirst();
            fitted.set(0, new Part(first.rate(), first.net(), first.tax().add(rest)));
            return fitted;
        }
        int free = fitted.size() - 1;
        if (free >= 0 && fitted.get(free).rate().signum() == 0) {
            fitted.set(free, new Part(BigDecimal.ZERO, fitted.get(free).net().add(rest), fitted.get(free).tax()));
        } else {
            fitted.add(new Part(BigDecimal.ZERO, rest, BigDecimal.ZERO.setScale(decimals)));
        }
        return fitted;
    }

    /** The known rate for each line with which the taxes add up; the fewest different rates first. */
    private Optional<List<Line>> assigned(List<Line> lines, BigDecimal tax) {
        if (tax.signum() == 0) {
            return Optional.of(lines.stream().map(line -> new Line(line.net(), BigDecimal.ZERO, null)).toList());
        }
        List<List<Line>> fitting = new ArrayList<>();
        known.forEach(rate -> fitting.add(lines.stream().map(line -> line.rate() != null ? line : new Line(line.net(), rate, null)).toList()));
        Optional<List<Line>> one = explaining(fitting, tax);
        if (one.isPresent() || lines.size() > MOST_TRIED) {
            return one;
        }
        fitting.clear();
        attempt(lines, 0, new ArrayList<>(), fitting);
        return explaining(fitting, tax);
    }

    private Optional<List<Line>> explaining(List<List<Line>> fitting, BigDecimal tax) {
        return fitting.stream().filter(rated -> grouped(rated).stream().map(Part::tax).reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(tax).abs().movePointRight(decimals).compareTo(BigDecimal.ONE) <= 0)
                .min(Comparator.comparingInt(DocumentTax::different));
    }

    private static int different(List<Line> lines) {
        HashSet<BigDecimal> rates = new HashSet<>();
        lines.forEach(line -> rates.add(line.rate() == null ? BigDecimal.ZERO : line.rate()));
        return rates.size();
    }

    private void attempt(List<Line> lines, int place, List<Line> before, List<List<Line>> all) {
        if (place == lines.size()) {
            all.add(List.copyOf(before));
            return;
        }
        Line line = lines.get(place);
        for (BigDecimal rate : line.rate() != null ? List.of(line.rate()) : known) {
            before.add(new Line(line.net(), rate, null));
            attempt(lines, place + 1, before, all);
            before.removeLast();
        }
    }
}
