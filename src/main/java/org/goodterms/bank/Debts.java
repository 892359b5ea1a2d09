package org.goodterms.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Folding;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/**
 * What is open in the whole ledger, found by what a text names: whole numbers with any or no separators and with or
 * without their letters, structured references, and last groups of digits where the payer's name fits or behind a whole
 * number.
 */
final class Debts {
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern GROUP = Pattern.compile("\\p{L}+|\\p{N}+");
    private static final int MOST_RUNS = 10;
    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST = 60;

    /** A way to write a number. @param ends where separators may stand; null for anywhere (structured references) */
    private record Spelling(String number, @org.jspecify.annotations.Nullable Set<Integer> ends) {
    }

    /** What a text names. @param settled whether it names a document of which nothing is open */
    record Found(List<Debt> open, boolean settled) {
        boolean none() {
            return open.isEmpty() && !settled;
        }
    }

    private final Map<String, Debt> open = new LinkedHashMap<>();
    private final Map<String, Id<Customer>> owners = new HashMap<>();
    private final Map<String, List<Spelling>> spellings = new HashMap<>();
    private final Map<String, List<String>> lastGroups = new HashMap<>();
    private final Map<Money, Set<String>> amounts = new HashMap<>();
    private final Map<Id<Customer>, Set<String>> byCustomer = new HashMap<>();

    /** @param settled numbers of documents of which nothing is open, with their customers */
    Debts(Collection<Debt> debts, Map<String, Id<Customer>> settled) {
        debts.forEach(debt -> {
            open.put(debt.number(), debt);
            learn(debt.number(), debt.customer());
            if (!debt.reference().isEmpty()) {
                spell(bare(debt.reference()), new Spelling(debt.number(), null));
            }
            count(debt);
        });
        settled.forEach(this::learn);
    }

    private void learn(String number, Id<Customer> customer) {
        owners.put(number, customer);
        List<String> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(upper(number));
        while (group.find()) {
            groups.add(group.group());
        }
        List<String> digits = groups.stream().filter(Debts::isDigits).toList();
        if (digits.isEmpty()) {
            spell(String.join("", groups), new Spelling(number, ends(groups)));
            return;
        }
        spell(String.join("", groups), new Spelling(number, ends(groups)));
        if (digits.size() < groups.size()) {
            spell(String.join("", digits), new Spelling(number, ends(digits)));
        }
        if (digits.getLast().length() >= SHORTEST_GROUP) {
            lastGroups.computeIfAbsent(digits.getLast(), k -> new ArrayList<>()).add(number);
        }
    }

    private void spell(String written, Spelling spelling) {
        if (!written.isEmpty()) {
            spellings.computeIfAbsent(written, k -> new ArrayList<>(1)).add(spelling);
        }
    }

    private static Set<Integer> ends(List<String> groups) {
        Set<Integer> ends = new HashSet<>();
        int end = 0;
        for (String group : groups) {
            end += group.length();
            ends.add(end);
        }
        return ends;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static String upper(String text) {
        return Folding.fold(text).toUpperCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return upper(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * The documents a text names.
     *
     * @param fits whether the payer's name fits that customer: then the last group of a number is enough
     */
    Found find(String text, Predicate<Id<Customer>> fits) {
        List<String> runs = new ArrayList<>();
        Matcher run = RUN.matcher(upper(text));
        while (run.find()) {
            runs.add(run.group());
        }
        Set<String> named = new LinkedHashSet<>();
        boolean[] used = new boolean[runs.size()];
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < runs.size(); i++) {
            Set<String> here = new LinkedHashSet<>();
            int last = whole(runs, i, here);
            if (last >= 0) {
                named.addAll(here);
                first = Math.min(first, i);
                for (int k = i; k <= last; k++) {
                    used[k] = true;
                }
                i = last;
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            if (!used[i] && isDigits(runs.get(i))) {
                boolean behind = i > first;
                lastGroups.getOrDefault(runs.get(i), List.of()).stream()
                        .filter(n -> fits.test(Objects.requireNonNull(owners.get(n))) || behind && named.stream().anyMatch(w -> sibling(w, n)))
                        .toList().forEach(named::add);
            }
        }
        List<Debt> found = named.stream().map(open::get).filter(Objects::nonNull).toList();
        return new Found(found, found.size() < named.size());
    }

    /** Two documents of one customer whose numbers differ in the last group only. */
    private boolean sibling(String whole, String other) {
        return Objects.equals(owners.get(whole), owners.get(other))
                && whole.replaceAll("\\d+$", "").equals(other.replaceAll("\\d+$", ""));
    }

    /** Looks for a whole number that begins with this run; gives the last run of the longest one, or -1. */
    private int whole(List<String> runs, int from, Set<String> named) {
        int last = -1;
        StringBuilder written = new StringBuilder();
        Set<Integer> ends = new HashSet<>();
        for (int to = from; to < runs.size() && to < from + MOST_RUNS && written.length() < LONGEST; to++) {
            written.append(runs.get(to));
            Set<String> here = matches(written.toString(), ends, 0);
            int letters = leadingLetters(runs.get(from));
            if (here.isEmpty() && letters > 0) {
                here = matches(written.substring(letters), ends, letters);
            }
            if (!here.isEmpty()) {
                named.clear();
                named.addAll(here);
                last = to;
            }
            ends.add(written.length());
        }
        return last;
    }

    /** Letters that stand before digits without a separator: {@code Rechnung20260102}. */
    private static int leadingLetters(String run) {
        int letters = 0;
        while (letters < run.length() && Character.isLetter(run.charAt(letters))) {
            letters++;
        }
        return letters == run.length() ? 0 : letters;
    }

    private Set<String> matches(String written, Set<Integer> ends, int skipped) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Spelling spelling : spellings.getOrDefault(written, List.of())) {
            if (spelling.ends() == null || ends.stream().filter(e -> e > skipped)
                    .allMatch(e -> spelling.ends().contains(e - skipped))) {
                numbers.add(spelling.number());
            }
        }
        return numbers;
    }

    /** Open invoices of exactly this amount, in the whole ledger. */
    List<Debt> withAmount(Money amount) {
        return amounts.getOrDefault(amount, Set.of()).stream().map(open::get).filter(Objects::nonNull).toList();
    }

    /** What a customer has open, in the order of due dates. */
    List<Debt> of(Id<Customer> customer) {
        return byCustomer.getOrDefault(customer, Set.of()).stream().map(open::get).filter(Objects::nonNull)
                .sorted(java.util.Comparator.comparing(Debt::due,
                        java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))).toList();
    }

    @org.jspecify.annotations.Nullable Debt named(String number) {
        return open.get(number);
    }

    /** Says what is left of a document. */
    void now(String number, Money rest) {
        Debt debt = open.get(number);
        if (debt != null) {
            amounts.getOrDefault(debt.open(), new HashSet<>()).remove(number);
            if (rest.isZero()) {
                open.remove(number);
            } else {
                open.put(number, debt.withOpen(rest));
                count(debt.withOpen(rest));
            }
        }
    }

    private void count(Debt debt) {
        if (debt.invoice()) {
            amounts.computeIfAbsent(debt.open(), k -> new LinkedHashSet<>()).add(debt.number());
        }
        byCustomer.computeIfAbsent(debt.customer(), k -> new LinkedHashSet<>()).add(debt.number());
    }
}
