package org.goodterms.csv;

import java.math.BigDecimal;
import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Finds the decimal mark of a file from all its numbers: 1.234,5 tells, 12 does not, 1.234 alone must be asked for. */
final class NumberGuess {
    private @Nullable String point;
    private @Nullable String comma;
    private @Nullable String unclear;

    void see(String text) {
        if (text.isBlank() || point != null && comma != null || saysNothing(text)) {
            return;
        }
        Optional<BigDecimal> byPoint = NumberForm.POINT.read(text);
        Optional<BigDecimal> byComma = NumberForm.COMMA.read(text);
        if (byPoint.isPresent() && byComma.isPresent()) {
            boolean same = byPoint.get().compareTo(byComma.get()) == 0;
            unclear = same || unclear != null ? unclear : text.strip();
        } else if (byPoint.isPresent()) {
            point = point == null ? text.strip() : point;
        } else if (byComma.isPresent()) {
            comma = comma == null ? text.strip() : comma;
        }
    }

    Outcome<NumberForm> decide() {
        if (point != null && comma != null) {
            return Outcome.refused(Problem.of("csv.decimal_mixed", point, comma));
        }
        if (point == null && comma == null && unclear != null) {
            return Outcome.refused(Problem.of("csv.decimal_ambiguous", unclear,
                    NumberForm.POINT.read(unclear).orElseThrow().toPlainString(),
                    NumberForm.COMMA.read(unclear).orElseThrow().toPlainString()));
        }
        return Outcome.ok(comma == null ? NumberForm.POINT : NumberForm.COMMA);
    }

    /** No mark at all, or a point before one or two decimals where a point is known already. */
    private boolean saysNothing(String text) {
        int mark = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && mark < 0) {
                mark = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return mark < 0 || point != null && text.length() - mark < 4;
    }
}
