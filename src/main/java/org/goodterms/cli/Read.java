package org.goodterms.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the values of options; what cannot be read is refused with a sentence that says what would be accepted. */
final class Read {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd")
            .withResolverStyle(ResolverStyle.STRICT);

    /** A value of an option that is none. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private Read() {
    }

    static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text.strip(), DATE);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.at(option, "cli.date", option, text));
        }
    }

    static LocalDate date(String option, @Nullable String text, LocalDate otherwise) {
        return text == null ? otherwise : date(option, text);
    }

    static Money money(String option, String text, CurrencyUnit currency) {
        return MoneyText.parse(text, currency)
                .orElseThrow(() -> new Refusal(Problem.at(option, "cli.amount", option, text, currency.getCode())));
    }

    static CurrencyUnit currency(String option, @Nullable String text, CurrencyUnit otherwise) {
        return text == null ? otherwise : MoneyText.currency(text)
                .orElseThrow(() -> new Refusal(Problem.at(option, "cli.currency", option, text)));
    }

    static BigDecimal number(String option, String text) {
        if (!text.strip().matches("[+-]?\\d{1,12}(\\.\\d{1,8})?")) {
            throw new Refusal(Problem.at(option, "cli.number", option, text));
        }
        return new BigDecimal(text.strip());
    }

    /** Units of the currency for one of the book's: 1 for the book's own; a foreign one is never guessed. */
    static BigDecimal rate(@Nullable String text, CurrencyUnit currency, CurrencyUnit book) {
        if (text == null && !currency.equals(book)) {
            throw new Refusal(Problem.at("--rate", "cli.rate_missing", currency.getCode(), book.getCode()));
        }
        BigDecimal rate = text == null ? BigDecimal.ONE : number("--rate", text);
        if (rate.signum() <= 0) {
            throw new Refusal(Problem.at("--rate", "cli.number", "--rate", String.valueOf(text)));
        }
        return rate;
    }

    /** {@code "N=A,N=A"}; the last = of a part divides, so that a number may hold one. */
    static Map<String, String> pairs(String option, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int divide = part.lastIndexOf('=');
            if (divide <= 0 || divide == part.length() - 1) {
                throw new Refusal(Problem.at(option, "cli.pairs", option, text));
            }
            if (pairs.put(part.substring(0, divide).strip(), part.substring(divide + 1).strip()) != null) {
                throw new Refusal(Problem.at(option, "cli.pair_twice", option, part.substring(0, divide).strip()));
            }
        }
        return pairs;
    }

    static Map<String, Money> amounts(String option, @Nullable String text, CurrencyUnit currency) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        if (text != null) {
            pairs(option, text).forEach((name, amount) -> amounts.put(name, money(option, amount, currency)));
        }
        return amounts;
    }

    static List<Settlement.Part> parts(String option, @Nullable String text, CurrencyUnit currency) {
        List<Settlement.Part> parts = new ArrayList<>();
        amounts(option, text, currency).forEach((number, amount) -> parts.add(new Settlement.Part(number, amount)));
        return parts;
    }

    static Settlement settlement(@Nullable String allocate, boolean auto, CurrencyUnit currency) {
        if (allocate != null) {
            return new Settlement.ByHand(parts("--allocate", allocate, currency));
        }
        return auto ? new Settlement.OldestFirst() : new Settlement.Unapplied();
    }

    /** What is there, or the refusal that names it. */
    static <T> T found(Optional<T> found, Problem otherwise) {
        return found.orElseThrow(() -> new Refusal(otherwise));
    }
}
