package org.goodterms.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goodterms.company.TaxRate;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Makes one row of our columns of a document's head and lines. */
final class DocumentBuilding {
    private static final int LONGEST_TEXT = 300;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final CurrencyUnit book;
    private final List<TaxRate> rates;

    DocumentBuilding(CurrencyUnit book, List<TaxRate> rates) {
        this.book = book;
        this.rates = List.copyOf(rates);
    }

    /**
     * A document as the other program tells it.
     *
     * @param row  of the file in which it begins
     * @param told number, customer, dates, currency, reference: ready to be taken
     */
    record Document(int row, Map<String, String> told, Sums sums, List<Line> lines) {
    }

    /**
     * What is told for the whole document; null where nothing is.
     *
     * @param exchange units of the book's currency for one of the document's
     */
    record Sums(@Nullable BigDecimal gross, @Nullable BigDecimal tax, @Nullable BigDecimal paid, @Nullable BigDecimal exchange) {
    }

    /**
     * @param rate     in percent, "" where the line names none
     * @param included whether {@code net} holds the tax
     */
    record Line(BigDecimal net, String rate, @Nullable BigDecimal tax, boolean included, String text) {
    }

    Recognised.Row row(Document document) {
        Map<String, String> cells = new LinkedHashMap<>(document.told());
        List<Problem> warnings = new ArrayList<>();
        CurrencyUnit unit = MoneyText.currency(document.told().getOrDefault("currency", "")).orElse(book);
        int decimals = unit.getDecimalPlaces();
        List<DocumentTax.Line> lines = document.lines().stream().map(line -> line(line, decimals)).toList();
        Sums sums = document.sums();
        BigDecimal net = lines.stream().map(DocumentTax.Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = sums.gross() != null ? sums.gross() : sums.tax() != null ? net.add(sums.tax()) : null;
        Optional<List<DocumentTax.Part>> found = new DocumentTax(known(cells.getOrDefault("date", "")), decimals).parts(lines, gross);
        List<DocumentTax.Part> parts = found.orElseGet(() -> {
            warnings.add(Problem.at("tax", "intake.tax_unexplained", document.told().getOrDefault("number", "")));
            return effective(net, gross == null ? net : gross, decimals);
        });
        BigDecimal total = parts.stream().map(part -> part.net().add(part.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean credit = total.signum() < 0;
        cells.put("amount", total.abs().toPlainString());
        cells.put("type", credit ? "credit_note" : "");
        cells.put("taxes", parts.stream().map(part -> part.rate().toPlainString() + "=" + signed(part.net(), credit) + "+"
                + signed(part.tax(), credit)).collect(Collectors.joining(",")));
        cells.put("paid", sums.paid() == null || sums.paid().signum() <= 0 || credit ? ""
                : sums.paid().setScale(decimals, RoundingMode.HALF_UP).toPlainString());
        cells.put("rate", rate(unit, sums.exchange(), document, warnings));
        cells.put("text", PlainWords.line(document.lines().stream().map(Line::text).filter(text -> !text.isBlank())
                .collect(Collectors.joining("; ")), LONGEST_TEXT));
        return new Recognised.Row(document.row(), cells, warnings);
    }

    private static DocumentTax.Line line(Line line, int decimals) {
        BigDecimal rate = line.rate().isEmpty() ? null : new BigDecimal(line.rate());
        BigDecimal net = line.included() && rate != null
                ? line.net().multiply(HUNDRED).divide(HUNDRED.add(rate), MathContext.DECIMAL128) : line.net();
        return new DocumentTax.Line(net.setScale(decimals, RoundingMode.HALF_UP), rate, line.tax());
    }

    private static String signed(BigDecimal amount, boolean credit) {
        return (credit ? amount.negate() : amount).toPlainString();
    }

    private List<BigDecimal> known(String date) {
        List<BigDecimal> known = new ArrayList<>(List.of(BigDecimal.ZERO));
        try {
            LocalDate on = LocalDate.parse(date);
            rates.stream().filter(rate -> rate.isValidOn(on)).map(TaxRate::percent).forEach(known::add);
        } catch (DateTimeException e) {
            rates.stream().map(TaxRate::percent).forEach(known::add);
        }
        return known.stream().distinct().toList();
    }

    /** One part at the rate that comes out: to a tenth of a percent. */
    private static List<DocumentTax.Part> effective(BigDecimal net, BigDecimal gross, int decimals) {
        BigDecimal tax = gross.subtract(net);
        BigDecimal rate = net.signum() == 0 ? BigDecimal.ZERO : tax.multiply(HUNDRED).divide(net, 1, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
        return List.of(new DocumentTax.Part(rate.stripTrailingZeros().scale() <= 0 ? rate.setScale(0, RoundingMode.UNNECESSARY) : rate,
                net.setScale(decimals, RoundingMode.HALF_UP), tax.setScale(decimals, RoundingMode.HALF_UP)));
    }

    /** Units of the document's currency for one of the book's; where the file has none, one for one, and it is said. */
    private String rate(CurrencyUnit unit, @Nullable BigDecimal exchange, Document document, List<Problem> warnings) {
        if (unit.equals(book)) {
            return "";
        }
        boolean none = exchange == null || exchange.signum() <= 0 || exchange.compareTo(BigDecimal.ONE) == 0;
        if (none) {
            warnings.add(Problem.at("rate", "intake.no_rate", document.told().getOrDefault("number", ""), unit.getCode(), book.getCode()));
        }
        return none || exchange == null ? "1" : BigDecimal.ONE.divide(exchange, 8, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
