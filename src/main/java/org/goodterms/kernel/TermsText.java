package org.goodterms.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms of payment between their written form and {@link Terms}. */
final class TermsText {
    private static final int LONGEST_DAYS = 999;
    private static final int MOST_PARTS = 24;
    private static final int LONGEST_TEXT = 300;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final String END = "(?:eom|end of (?:the )?month|month end)";
    private static final Pattern SHIFT =
            Pattern.compile("(.*?)[,;]?\\s*(modified following|following|preceding)(?: business day)?");
    private static final Pattern DISCOUNT =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,4})?) ?%? ?/ ?(\\d{1,3})(?: days)?(?: ?[,;] ?| )(.+)");
    private static final Pattern DISCOUNT_IN_WORDS =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,4})?) ?% (?:within )?(\\d{1,3})(?: days)? ?[,;] ?([^%]+)");
    private static final Pattern MONTHLY =
            Pattern.compile("(?:in )?(\\d{1,2}) monthly (?:instalments|installments|parts),? first (.+)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) ?% (.+)");
    private static final Pattern NET = Pattern.compile("(?:net ?|n/|n )?(\\d{1,4})(?: ?days?)?(?: net)?");
    private static final Pattern MONTHS = Pattern.compile("(?:net )?(\\d{1,2}) (months?|years?)");
    private static final Pattern DAYS_THEN_END = Pattern.compile("(?:net )?(\\d{1,4}) ?(?:days? )?" + END);
    private static final Pattern END_THEN_DAYS = Pattern.compile(END + " ?\\+? ?(\\d{1,4})(?: ?days?)?");
    private static final Pattern PROX = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? "
            + "(?:prox|proximo|of (?:the )?(?:following|next) month)(?:,? cut-?off(?: day)? (\\d{1,2}))?");

    private TermsText() {
    }

    static Outcome<Terms> parse(String text) {
        String words = text.strip().replaceAll("[ \\u00A0]+", " ").toLowerCase(Locale.ROOT);
        if (words.isEmpty() || words.length() > LONGEST_TEXT) {
            return unreadable(text);
        }
        DayShift shift = DayShift.NONE;
        Matcher shifted = SHIFT.matcher(words);
        if (shifted.matches()) {
            shift = DayShift.valueOf(shifted.group(2).replace(' ', '_').toUpperCase(Locale.ROOT));
            words = shifted.group(1).strip();
        }
        Terms.@Nullable Discount discount = null;
        Matcher early = DISCOUNT.matcher(words);
        if (early.matches() || early.usePattern(DISCOUNT_IN_WORDS).reset().matches()) {
            discount = new Terms.Discount(plain(early.group(1)), Integer.parseInt(early.group(2)));
            words = early.group(3);
        }
        return parts(words, text, discount, shift);
    }

    private static Outcome<Terms> parts(String words, String text, Terms.@Nullable Discount discount, DayShift shift) {
        Matcher monthly = MONTHLY.matcher(words);
        if (monthly.matches()) {
            int count = Integer.parseInt(monthly.group(1));
            Optional<DueRule> first = rule(monthly.group(2));
            return count < 2 || count > MOST_PARTS || first.isEmpty() ? unreadable(text)
                    : checked(new Terms(monthlyParts(count, first.get()), true, discount, shift));
        }
        if (words.contains("%")) {
            List<Terms.Part> shares = new ArrayList<>();
            for (String share : words.split(" ?[,;] ?")) {
                Matcher written = SHARE.matcher(share);
                Optional<DueRule> rule = written.matches() ? rule(written.group(2)) : Optional.empty();
                if (rule.isEmpty()) {
                    return unreadable(text);
                }
                shares.add(new Terms.Part(plain(written.group(1)), rule.get()));
            }
            return shares.isEmpty() || shares.size() > MOST_PARTS ? unreadable(text)
                    : checked(new Terms(shares, false, discount, shift));
        }
        return rule(words).map(rule -> checked(
                        new Terms(List.of(new Terms.Part(HUNDRED, rule)), false, discount, shift)))
                .orElseGet(() -> unreadable(text));
    }

    private static List<Terms.Part> monthlyParts(int count, DueRule first) {
        BigDecimal share = HUNDRED.divide(BigDecimal.valueOf(count), 4, java.math.RoundingMode.DOWN);
        List<Terms.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Terms.Part(share, i == 0 ? first : new DueRule.MonthsAfter(first, i)));
        }
        return parts;
    }

    private static Outcome<Terms> checked(Terms terms) {
        BigDecimal sum = terms.parts().stream().map(Terms.Part::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!terms.equal() && sum.compareTo(HUNDRED) != 0) {
            return Outcome.refused(Problem.at("terms", "terms.not_hundred", sum.toPlainString()));
        }
        if (terms.parts().stream().anyMatch(part -> part.percent().signum() == 0)) {
            return Outcome.refused(Problem.at("terms", "terms.share_zero"));
        }
        Terms.Discount discount = terms.discount();
        if (discount != null && (discount.percent().signum() == 0
                || terms.parts().getLast().rule() instanceof DueRule.Net(int days) && discount.days() > days)) {
            return Outcome.refused(Problem.at("terms", "terms.discount_late", written(discount)));
        }
        return Outcome.ok(terms);
    }

    private static Optional<DueRule> rule(String words) {
        return switch (words) {
            case "eom", "end of month", "end of the month", "month end" -> Optional.of(new DueRule.EndOfMonth());
            case "due on receipt", "on receipt", "upon receipt", "due upon receipt", "immediate", "immediately", "cod" ->
                    Optional.of(new DueRule.OnReceipt());
            case "prepayment", "prepaid", "in advance", "cash in advance", "payment in advance" ->
                    Optional.of(new DueRule.Prepayment());
            default -> counted(words);
        };
    }

    private static Optional<DueRule> counted(String words) {
        Matcher net = NET.matcher(words);
        if (net.matches()) {
            return days(net.group(1)).map(DueRule.Net::new);
        }
        Matcher months = MONTHS.matcher(words);
        if (months.matches()) {
            int count = Integer.parseInt(months.group(1)) * (months.group(2).startsWith("year") ? 12 : 1);
            return count == 0 ? Optional.empty() : Optional.of(new DueRule.NetMonths(count));
        }
        Matcher daysThenEnd = DAYS_THEN_END.matcher(words);
        if (daysThenEnd.matches()) {
            return days(daysThenEnd.group(1)).map(DueRule.DaysThenMonthEnd::new);
        }
        Matcher endThenDays = END_THEN_DAYS.matcher(words);
        if (endThenDays.matches()) {
            return days(endThenDays.group(1)).map(DueRule.MonthEndThenDays::new);
        }
        Matcher prox = PROX.matcher(words);
        if (prox.matches()) {
            int day = Integer.parseInt(prox.group(1));
            Integer cutOff = prox.group(2) == null ? null : Integer.valueOf(prox.group(2));
            boolean valid = isDayOfMonth(day) && (cutOff == null || isDayOfMonth(cutOff));
            return valid ? Optional.of(new DueRule.FollowingMonth(day, cutOff)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isDayOfMonth(int day) {
        return day >= 1 && day <= 31;
    }

    private static Optional<Integer> days(String digits) {
        int days = Integer.parseInt(digits);
        return days > LONGEST_DAYS ? Optional.empty() : Optional.of(days);
    }

    private static BigDecimal plain(String digits) {
        BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static <T> Outcome<T> unreadable(String text) {
        return Outcome.refused(Problem.at("terms", "terms.unreadable", text));
    }

    private static String written(Terms.Discount discount) {
        return discount.percent().toPlainString() + "/" + discount.days();
    }

    static String write(Terms terms) {
        Terms.Discount discount = terms.discount();
        String early = discount == null ? "" : written(discount) + " ";
        String late = terms.shift() == DayShift.NONE ? "" : ", " + terms.shift().text();
        List<Terms.Part> parts = terms.parts();
        String rules;
        if (terms.equal()) {
            rules = parts.size() + " monthly instalments, first " + parts.getFirst().rule().text();
        } else if (parts.size() == 1) {
            rules = parts.getFirst().rule().text();
        } else {
            rules = parts.stream().map(part -> part.percent().toPlainString() + "% " + part.rule().text())
                    .collect(Collectors.joining(", "));
        }
        return early + rules + late;
    }
}
