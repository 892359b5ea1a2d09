package org.goodterms.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** A line as commands write it: {@code text | quantity | unit price | tax %}. */
public final class LineText {
    private static final int PARTS = 4;
    private static final String NUMBER = "[+-]?\\d{1,12}(\\.\\d{1,12})?";

    private LineText() {
    }

    /**
     * Reads such a line; numbers have a decimal point and no grouping, the text may hold bars of its own.
     *
     * @return refused with {@code invoice.line_unreadable}, naming the line
     */
    public static Outcome<Line> parse(String typed) {
        String[] parts = typed.split("\\|", -1);
        if (parts.length < PARTS) {
            return unreadable(typed);
        }
        int text = parts.length - PARTS + 1;
        Optional<BigDecimal> quantity = number(parts[text]);
        Optional<BigDecimal> price = number(parts[text + 1]);
        Optional<BigDecimal> rate = number(parts[text + 2].strip().replaceAll("\\s*%$", ""));
        if (quantity.isEmpty() || price.isEmpty() || rate.isEmpty()) {
            return unreadable(typed);
        }
        String description = String.join("|", java.util.Arrays.copyOf(parts, text)).strip();
        return Outcome.ok(Line.of(description, quantity.get(), price.get(), TaxKey.of(rate.get())));
    }

    private static Optional<BigDecimal> number(String typed) {
        String plain = typed.strip();
        return plain.matches(NUMBER) ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Outcome<Line> unreadable(String typed) {
        return Outcome.refused(Problem.at("line", "invoice.line_unreadable", typed.replaceAll("\\p{Cntrl}", "\uFFFD")));
    }
}
