package org.goodterms.einvoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.jspecify.annotations.Nullable;

/** That the sums of an invoice add up: EN 16931 BR-CO-10 to BR-CO-17, and the base of each tax (BR-S-08 and its like). */
final class SumRules {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** The official rules let the tax of a rate and its base differ by less than one whole unit. */
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private final Facts facts;
    private final Details details;
    private final List<Problem> problems = new ArrayList<>();

    SumRules(Facts facts, Details details) {
        this.facts = facts;
        this.details = details;
    }

    List<Problem> check() {
        readable();
        if (!problems.isEmpty()) {
            return problems;
        }
        BigDecimal allowances = sum(details.extras().stream().filter(e -> !e.charge()).map(Details.Extra::amount));
        BigDecimal charges = sum(details.extras().stream().filter(Details.Extra::charge).map(Details.Extra::amount));
        equal("lineExtension", sum(details.lines().stream().map(Details.Item::net)), "BR-CO-10");
        equal("allowance", allowances, "BR-CO-11");
        equal("charge", charges, "BR-CO-12");
        equal("taxExclusive", total("lineExtension").subtract(total("allowance")).add(total("charge")), "BR-CO-13");
        if (facts.totals().get("tax") != null) {
            equal("tax", sum(facts.vat().stream().map(Facts.Vat::tax)), "BR-CO-14");
        }
        equal("taxInclusive", total("taxExclusive").add(total("tax")), "BR-CO-15");
        equal("payable", total("taxInclusive").subtract(total("prepaid")).add(total("rounding")), "BR-CO-16");
        facts.vat().forEach(this::tax);
        if (total("payable").signum() > 0 && facts.dueDate() == null && details.terms() == null) {
            problems.add(Problem.at("dueDate", "einvoice.no_due_date"));
        }
        bases();
        return problems;
    }

    /** The totals that must be there, and every number a number of at most two decimals (BR-DEC). */
    private void readable() {
        for (String key : List.of("lineExtension", "taxExclusive", "taxInclusive", "payable")) {
            if (facts.totals().get(key) == null) {
                problems.add(Problem.at("totals." + key, "einvoice.no_total", key));
            }
        }
        Stream<@Nullable String> amounts = Stream.concat(facts.totals().values().stream(), facts.vat().stream()
                .flatMap(v -> Stream.of(v.base(), v.tax())));
        amounts.filter(Objects::nonNull).forEach(text -> {
            Optional<BigDecimal> amount = number(text);
            if (amount.isEmpty() || amount.get().stripTrailingZeros().scale() > 2) {
                problems.add(Problem.at("totals", "einvoice.not_an_amount", text));
            }
        });
        Stream.of(facts.vat().stream().map(Facts.Vat::rate), details.lines().stream().map(Details.Item::net),
                details.extras().stream().map(Details.Extra::amount), details.lines().stream().map(Details.Item::rate))
                .flatMap(s -> s).filter(Objects::nonNull).filter(text -> number(text).isEmpty())
                .forEach(text -> problems.add(Problem.at("totals", "einvoice.not_an_amount", text)));
    }

    private void equal(String key, BigDecimal wanted, String rule) {
        BigDecimal there = total(key);
        if (there.compareTo(Rounding.HALF_UP.round(wanted, 2)) != 0) {
            problems.add(Problem.at("totals." + key, "einvoice.sum", key, there.toPlainString(),
                    wanted.toPlainString(), rule));
        }
    }

    private void tax(Facts.Vat vat) {
        BigDecimal base = amount(vat.base());
        BigDecimal tax = amount(vat.tax());
        BigDecimal wanted = Rounding.HALF_UP.round(base.multiply(amount(vat.rate())).divide(HUNDRED), 2);
        if (tax.subtract(wanted).abs().compareTo(TOLERANCE) >= 0) {
            problems.add(Problem.at("vat", "einvoice.tax_amount", vat.rate() == null ? "0" : vat.rate(),
                    base.toPlainString(), wanted.toPlainString(), tax.toPlainString()));
        }
    }

    /** The base of each tax is what the lines, charges and discounts of its category and rate come to. */
    private void bases() {
        Map<String, BigDecimal> wanted = new TreeMap<>();
        details.lines().forEach(l -> wanted.merge(key(l.category(), l.rate()), amount(l.net()), BigDecimal::add));
        details.extras().forEach(e -> wanted.merge(key(e.category(), e.rate()),
                e.charge() ? amount(e.amount()) : amount(e.amount()).negate(), BigDecimal::add));
        facts.vat().forEach(v -> wanted.merge(key(v.category(), v.rate()), amount(v.base()).negate(), BigDecimal::add));
        wanted.forEach((key, difference) -> {
            if (difference.abs().compareTo(TOLERANCE) >= 0) {
                problems.add(Problem.at("vat", "einvoice.tax_base", key, difference.abs().toPlainString()));
            }
        });
    }

    /** Taxed categories by rate, all others by category alone. */
    private static String key(@Nullable String category, @Nullable String rate) {
        BigDecimal percent = amount(rate).stripTrailingZeros();
        return category == null ? "?" : percent.signum() == 0 ? category : category + " " + percent.toPlainString() + " %";
    }

    private BigDecimal total(String key) {
        return amount(facts.totals().get(key));
    }

    private static BigDecimal sum(Stream<@Nullable String> amounts) {
        return amounts.map(SumRules::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : number(text).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?\\d{1,20}(\\.\\d{0,20})?|[+-]?\\.\\d{1,20}") ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
