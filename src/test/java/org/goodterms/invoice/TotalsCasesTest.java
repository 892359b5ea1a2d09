package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.goodterms.SharedData;
import org.goodterms.invoice.Totals.Adjustment;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.Totals.Priced;
import org.goodterms.invoice.Totals.Rules;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real invoices of public samples, summed up again, and invariants over made-up ones. */
class TotalsCasesTest {
    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(SharedData.path("totals/" + file).toFile());
    }

    @TestFactory
    Stream<DynamicTest> official_samples_are_summed_up_exactly() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode sample : read("invoice-total-cases.json")) {
            boolean all = true;
            for (Iterator<JsonNode> checks = sample.get("checks").elements(); checks.hasNext();) {
                JsonNode check = checks.next();
                all &= check.isBoolean() ? check.asBoolean() : check.asInt() == 0;
            }
            if (all) {
                tests.add(DynamicTest.dynamicTest(sample.get("source").asText(), () -> sumUp(sample)));
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(49);
        return tests.stream();
    }

    private static void sumUp(JsonNode sample) {
        CurrencyUnit currency = CurrencyUnit.of(sample.get("currency").asText());
        List<Priced> lines = new ArrayList<>();
        List<Money> nets = new ArrayList<>();
        for (JsonNode line : sample.get("lines")) {
            List<Adjustment> parts = new ArrayList<>();
            line.get("allowancesCharges").forEach(part -> parts.add(new Adjustment(part.get("charge").asBoolean(), null,
                    Money.of(currency, number(part.get("amount"))), null)));
            BigDecimal per = line.get("baseQty").isNull() ? BigDecimal.ONE : number(line.get("baseQty"));
            lines.add(new Priced(number(line.get("qty")), number(line.get("price")), per, parts, key(line)));
            nets.add(Money.of(currency, number(line.get("net"))));
        }
        List<Adjustment> adjustments = new ArrayList<>();
        sample.get("docAllowancesCharges").forEach(part -> adjustments.add(new Adjustment(part.get("charge").asBoolean(), null,
                Money.of(currency, number(part.get("amount"))), key(part))));
        Totals totals = Totals.of(lines, adjustments, Rules.net(currency));

        JsonNode expected = sample.get("expected").get("totals");
        assertThat(totals.lineNets()).isEqualTo(nets);
        assertThat(totals.lineSum().getAmount()).isEqualByComparingTo(number(expected.get("lineExtension")));
        assertThat(totals.allowances().getAmount()).isEqualByComparingTo(number(expected.get("allowance")));
        assertThat(totals.charges().getAmount()).isEqualByComparingTo(number(expected.get("charge")));
        assertThat(totals.net().getAmount()).isEqualByComparingTo(number(expected.get("taxExclusive")));
        assertThat(totals.tax().getAmount()).isEqualByComparingTo(number(expected.get("tax")));
        assertThat(totals.total().getAmount()).isEqualByComparingTo(number(expected.get("taxInclusive")));
        for (JsonNode vat : sample.get("expected").get("vat")) {
            assertThat(totals.taxes()).contains(new TaxRow(key(vat), Money.of(currency, number(vat.get("base"))),
                    Money.of(currency, number(vat.get("tax")))));
        }
    }

    private static TaxKey key(JsonNode node) {
        return new TaxKey(node.get("category").asText(), number(node.get("rate")));
    }

    private static BigDecimal number(@Nullable JsonNode node) {
        return node == null || node.isNull() ? BigDecimal.ZERO : new BigDecimal(node.asText());
    }

    @TestFactory
    Stream<DynamicTest> published_examples_of_tax_rounding() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode example : read("rounding-and-interest-examples.json").get("tax_rounding")) {
            JsonNode expected = example.has("per_total") ? example.get("per_total")
                    : example.has("per_total_by_rate") ? example.get("per_total_by_rate") : example;
            if (example.has("lines") && expected.has("tax")) {
                tests.add(DynamicTest.dynamicTest(example.get("source").asText(), () -> {
                    Totals totals = example(example);
                    assertThat(totals.tax().getAmount()).isEqualByComparingTo(number(expected.get("tax")));
                    if (expected.has("net")) {
                        assertThat(totals.net().getAmount()).isEqualByComparingTo(number(expected.get("net")));
                        assertThat(totals.total().getAmount()).isEqualByComparingTo(number(expected.get("gross")));
                    }
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(9);
        return tests.stream();
    }

    private static Totals example(JsonNode example) {
        String source = example.get("source").asText();
        CurrencyUnit currency = CurrencyUnit.of(source.contains("JPY") ? "JPY" : source.contains("KWD") ? "KWD" : "EUR");
        List<Priced> lines = new ArrayList<>();
        example.get("lines").forEach(line -> lines.add(new Priced(number(line.get("qty")), number(line.get("price")),
                line.has("base_qty") ? number(line.get("base_qty")) : BigDecimal.ONE, List.of(), TaxKey.of(number(line.get("rate"))))));
        List<Adjustment> discount = example.has("discount_percent")
                ? List.of(Adjustment.discount(number(example.get("discount_percent")))) : List.of();
        return Totals.of(lines, discount, Rules.net(currency));
    }

    @Property
    void C47_the_total_is_the_sum_of_its_rounded_parts(@ForAll("lines") List<Priced> lines, @ForAll("percents") BigDecimal percent,
            @ForAll PriceMode mode, @ForAll Rounding rounding) {
        Totals totals = Totals.of(lines, List.of(Adjustment.discount(percent)), new Rules(CurrencyUnit.EUR, mode, rounding, false));
        assertThat(sum(totals.lineNets())).isEqualTo(totals.lineSum());
        assertThat(totals.lineSum().minus(totals.allowances()).plus(totals.charges())).isEqualTo(totals.net());
        assertThat(sum(totals.taxes().stream().map(TaxRow::base).toList())).isEqualTo(totals.net());
        assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.total());
        if (mode == PriceMode.NET && rounding == Rounding.HALF_UP) {
            assertThat(totals.taxes()).allMatch(row -> row.tax().getAmount().compareTo(Rounding.HALF_UP.round(
                    row.base().getAmount().multiply(row.key().rate()).movePointLeft(2), 2)) == 0);
        }
    }

    @Property
    void in_gross_mode_the_customer_pays_the_sum_of_the_shelf_prices(@ForAll("lines") List<Priced> lines) {
        Totals gross = Totals.of(lines, List.of(), new Rules(CurrencyUnit.EUR, PriceMode.GROSS, Rounding.HALF_UP, false));
        Totals net = Totals.of(lines, List.of(), Rules.net(CurrencyUnit.EUR));
        assertThat(gross.total()).isEqualTo(net.lineSum());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    @Provide
    Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(100)).ofScale(2);
    }

    @Provide
    Arbitrary<List<Priced>> lines() {
        Arbitrary<String> quantity = Arbitraries.bigDecimals().between(new BigDecimal("0.001"), new BigDecimal(1000)).ofScale(3)
                .map(BigDecimal::toPlainString);
        Arbitrary<String> price = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(10_000)).ofScale(4)
                .map(BigDecimal::toPlainString);
        return Combinators.combine(quantity, price, Arbitraries.of("0", "7", "19", "8.875")).as((q, p, r) -> line(q, p, r))
                .list().ofMinSize(1).ofMaxSize(12);
    }
}
