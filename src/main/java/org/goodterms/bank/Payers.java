package org.goodterms.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;

/** Who may have paid a line, by linked accounts and by name. */
final class Payers {

    /** @param ibans accounts the customer is known to pay from, without blanks */
    record Payer(Id<Customer> customer, String code, String name, Set<String> ibans) {
    }

    private final Map<String, Set<Id<Customer>>> byIban = new HashMap<>();
    private final Map<String, List<Id<Customer>>> byFirstWord = new HashMap<>();
    private final Map<Id<Customer>, List<String>> names = new HashMap<>();
    private final Map<Id<Customer>, Payer> payers = new HashMap<>();

    Payers(List<Payer> all) {
        for (Payer payer : all) {
            List<String> name = Names.name(payer.name());
            payers.put(payer.customer(), payer);
            names.put(payer.customer(), name);
            payer.ibans().forEach(iban -> byIban.computeIfAbsent(iban, k -> new LinkedHashSet<>()).add(payer.customer()));
            if (!name.isEmpty()) {
                byFirstWord.computeIfAbsent(name.getFirst(), k -> new ArrayList<>()).add(payer.customer());
            }
        }
    }

    Payer payer(Id<Customer> customer) {
        return java.util.Objects.requireNonNull(payers.get(customer));
    }

    /** The only customer with this account. */
    Optional<Id<Customer>> linked(BankLine line) {
        Set<Id<Customer>> linked = line.iban().isEmpty() ? Set.of() : byIban.getOrDefault(line.iban(), Set.of());
        return linked.size() == 1 ? Optional.of(linked.iterator().next()) : Optional.empty();
    }

    /** Customers whose name fits; where the line has one text only, those whose name stands in it. */
    Set<Id<Customer>> fitting(BankLine line) {
        if (line.oneText()) {
            return standing(Names.words(line.payer() + " " + line.text()));
        }
        List<String> payer = Names.name(line.payer());
        return payer.isEmpty() ? Set.of() : byFirstWord.getOrDefault(payer.getFirst(), List.of()).stream()
                .filter(c -> Names.fit(payer, names.get(c))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Id<Customer>> standing(List<String> text) {
        List<String> words = text.stream().filter(w -> !w.equals("und") && !w.equals("and") && !w.equals("et")).toList();
        Set<Id<Customer>> found = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            List<String> rest = words.subList(i, words.size());
            byFirstWord.getOrDefault(words.get(i), List.of()).stream()
                    .filter(c -> Names.begins(names.get(c), rest)).forEach(found::add);
        }
        return found;
    }

    /** The one customer that paid, if that is known: by account, else by a name that fits exactly one. */
    Optional<Id<Customer>> known(BankLine line) {
        Optional<Id<Customer>> linked = linked(line);
        if (linked.isPresent()) {
            return linked;
        }
        Set<Id<Customer>> fitting = fitting(line);
        if (fitting.size() > 1) {
            // the longest name that stands there is meant, unless it begins another one's
            fitting = fitting.stream().filter(c -> isWhole(line, c)).collect(Collectors.toSet());
        }
        return fitting.size() == 1 && !beginsAnother(fitting.iterator().next(), line)
                ? Optional.of(fitting.iterator().next()) : Optional.empty();
    }

    private boolean isWhole(BankLine line, Id<Customer> customer) {
        List<String> name = names.get(customer);
        if (!line.oneText()) {
            return name.equals(Names.name(line.payer()));
        }
        return fitting(line).stream().noneMatch(other -> !other.equals(customer)
                && (names.get(other).equals(name) || Names.begins(name, names.get(other))));
    }

    private boolean beginsAnother(Id<Customer> customer, BankLine line) {
        List<String> said = line.oneText() ? names.get(customer) : Names.name(line.payer());
        return byFirstWord.getOrDefault(names.get(customer).getFirst(), List.of()).stream()
                .anyMatch(other -> !other.equals(customer) && Names.begins(said, names.get(other)));
    }

    /** A linked account, or a word of the customer's name in payer or text. */
    boolean plausible(Id<Customer> customer, BankLine line) {
        if (!line.iban().isEmpty() && byIban.getOrDefault(line.iban(), Set.of()).contains(customer)) {
            return true;
        }
        Set<String> said = new HashSet<>(Names.words(line.payer() + " " + line.text()));
        List<String> name = names.getOrDefault(customer, List.of());
        return name.stream().anyMatch(w -> Names.telling(w) && said.contains(w))
                || name.stream().noneMatch(Names::telling) && !name.isEmpty() && said.containsAll(name);
    }
}
