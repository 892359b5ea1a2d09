package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.company.Choices;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Typed;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whether a draft can be stored at all: texts without control characters, numbers within their bounds. */
final class Wellformed {
    static final int LINES = 1000;
    private static final int TEXT = 2000;
    private static final int LONG_TEXT = 4000;
    private static final int SHORT = 200;
    private static final int DECIMALS = 6;
    private static final int RATE_DECIMALS = 8;
    private static final int PERCENT_DECIMALS = 4;
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final long LARGEST_MINOR = 1_000_000_000_000_000L;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);
    private static final Set<String> CATEGORIES = Set.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M");

    private Wellformed() {
    }

    static List<Problem> problems(Draft draft, CurrencyUnit book) {
        List<Problem> problems = new ArrayList<>();
        wording(draft.wording(), problems);
        dates(draft, problems);
        pricing(draft.pricing(), book, problems);
        problems.addAll(Terms.parse(draft.agreed().terms()).problems());
        if (draft.lines().size() > LINES) {
            problems.add(Problem.at("lines", "invoice.too_many_lines", draft.lines().size(), LINES));
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            line("lines." + (i + 1), draft.lines().get(i), draft.pricing().currency(), problems);
        }
        for (int i = 0; i < draft.allowances().size(); i++) {
            Allowance allowance = draft.allowances().get(i);
            String field = "allowances." + (i + 1);
            Typed.line(field + ".reason", allowance.reason(), SHORT).ifPresent(problems::add);
            off(field, allowance.percent(), allowance.amount(), draft.pricing().currency(), problems);
        }
        return problems;
    }

    private static void wording(Draft.Wording wording, List<Problem> problems) {
        if (!Choices.isLanguage(wording.language())) {
            problems.add(Problem.at("language", "company.language", wording.language()));
        }
        List.of(Typed.line("orderNumber", wording.orderNumber(), SHORT), Typed.line("contact", wording.contact(), SHORT),
                Typed.lines("intro", wording.intro(), LONG_TEXT), Typed.lines("closing", wording.closing(), LONG_TEXT),
                Typed.lines("exemptionReason", wording.exemptionReason(), TEXT)).forEach(found -> found.ifPresent(problems::add));
    }

    private static void dates(Draft draft, List<Problem> problems) {
        bounded("date", draft.date(), problems);
        LocalDate due = draft.agreed().due();
        if (due != null) {
            bounded("due", due, problems);
            if (due.isBefore(draft.date())) {
                problems.add(Problem.at("due", "invoice.due_before_date", due, draft.date()));
            }
        }
        LocalDate from = draft.supply().from();
        LocalDate to = draft.supply().to();
        if (from != null) {
            bounded("supplyFrom", from, problems);
        }
        if (to != null) {
            bounded("supplyTo", to, problems);
            if (from == null || to.isBefore(from)) {
                problems.add(Problem.at("supplyTo", "invoice.supply_period", to));
            }
        }
    }

    private static void bounded(String field, LocalDate date, List<Problem> problems) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            problems.add(Problem.at(field, "invoice.date_out_of_range", date.toString(), FIRST.toString(), LAST.toString()));
        }
    }

    private static void pricing(Draft.Pricing pricing, CurrencyUnit book, List<Problem> problems) {
        BigDecimal rate = pricing.rate();
        boolean home = pricing.currency().equals(book);
        boolean fits = rate.signum() > 0 && rate.compareTo(LARGEST) < 0 && rate.stripTrailingZeros().scale() <= RATE_DECIMALS;
        if (!fits || home && rate.compareTo(BigDecimal.ONE) != 0) {
            problems.add(Problem.at("rate", "invoice.rate", rate.toPlainString(), pricing.currency().getCode(), book.getCode()));
        }
    }

    private static void line(String field, Line line, CurrencyUnit currency, List<Problem> problems) {
        Typed.lines(field + ".text", line.text(), TEXT).ifPresent(problems::add);
        Typed.line(field + ".unit", line.unit(), SHORT).ifPresent(problems::add);
        if (!fits(line.quantity())) {
            problems.add(Problem.at(field + ".quantity", "invoice.quantity", line.quantity().toPlainString()));
        }
        if (!fits(line.price()) || line.price().signum() < 0) {
            problems.add(Problem.at(field + ".price", "invoice.price", line.price().toPlainString()));
        }
        if (!fits(line.per()) || line.per().signum() <= 0) {
            problems.add(Problem.at(field + ".per", "invoice.price_base", line.per().toPlainString()));
        }
        Line.Discount discount = line.discount();
        if (discount != null) {
            off(field + ".discount", discount.percent(), discount.amount(), currency, problems);
        }
        BigDecimal rate = line.tax().rate();
        if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0 || rate.scale() > PERCENT_DECIMALS) {
            problems.add(Problem.at(field + ".tax", "invoice.tax_rate", rate.toPlainString()));
        }
        if (!CATEGORIES.contains(line.tax().category()) || line.tax().needsReason() && rate.signum() != 0) {
            problems.add(Problem.at(field + ".tax", "invoice.tax_category", line.tax().category(), rate.toPlainString()));
        }
        if (!line.account().isEmpty() && !line.account().matches("4\\d{3,7}")) {
            problems.add(Problem.at(field + ".account", "invoice.income_account", line.account()));
        }
    }

    private static boolean fits(BigDecimal number) {
        return number.abs().compareTo(LARGEST) < 0 && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    private static void off(String field, @org.jspecify.annotations.Nullable BigDecimal percent,
            @org.jspecify.annotations.Nullable Money amount, CurrencyUnit currency, List<Problem> problems) {
        boolean one = (percent == null) != (amount == null);
        boolean percentFits = percent == null || percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0
                && percent.stripTrailingZeros().scale() <= PERCENT_DECIMALS;
        boolean amountFits = amount == null || amount.getCurrencyUnit().equals(currency) && !amount.isNegative()
                && amount.getAmountMinorLong() < LARGEST_MINOR;
        if (!one || !percentFits || !amountFits) {
            String shown = amount != null ? amount.toString() : percent == null ? "" : percent.toPlainString();
            problems.add(Problem.at(field, "invoice.discount", shown));
        }
    }

    /** Whether sums stay within what books hold. */
    static Optional<Problem> tooLarge(Totals totals) {
        BigDecimal limit = BigDecimal.valueOf(LARGEST_MINOR, totals.net().getCurrencyUnit().getDecimalPlaces());
        return totals.lineNets().stream().anyMatch(net -> net.getAmount().abs().compareTo(limit) >= 0)
                || totals.total().getAmount().abs().compareTo(limit) >= 0
                ? Optional.of(Problem.at("lines", "invoice.total_too_large", totals.total())) : Optional.empty();
    }
}
