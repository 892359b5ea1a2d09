package org.goodterms.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.joda.money.Money;

/** The rules 0 to 7 in their order (the domain rules, section 2, bank import and matching). */
final class Matching {
    private final Payers payers;
    private final Debts debts;
    private final BiFunction<Id<Customer>, LocalDate, Optional<Instalment>> plans;

    /** @param plans the next instalment of a customer's plan as of a day */
    Matching(Payers payers, Debts debts, BiFunction<Id<Customer>, LocalDate, Optional<Instalment>> plans) {
        this.payers = payers;
        this.debts = debts;
        this.plans = plans;
    }

    /** What the rules say of a line as things stand. An outgoing line is never matched by itself. */
    Decision decide(BankLine line) {
        if (!line.incoming()) {
            return Decision.suspense();
        }
        Optional<Id<Customer>> known = payers.known(line);
        Set<Id<Customer>> fitting = payers.fitting(line);
        Optional<Decision> decision = known.flatMap(customer -> instalment(line, customer));
        if (decision.isPresent()) {
            return decision.get();
        }
        Debts.Found found = debts.find(line.searched(), fitting::contains);
        decision = byReference(line, found);
        if (decision.isEmpty() && found.none()) {
            decision = byAmount(line, fitting, known);
        }
        return decision.or(() -> known.map(Decision::unapplied)).orElseGet(Decision::suspense);
    }

    /** Rule 0. */
    private Optional<Decision> instalment(BankLine line, Id<Customer> customer) {
        Optional<Instalment> next = plans.apply(customer, line.booked());
        if (next.isEmpty() || !next.get().amount().equals(line.amount())) {
            return Optional.empty();
        }
        List<Decision.Share> shares = new ArrayList<>();
        Money left = line.amount();
        for (Debt debt : debts.of(customer)) {
            String number = debt.number();
            if (next.get().numbers().contains(number) && left.isPositive() && debt.open().isPositive()
                    && debt.open().getCurrencyUnit().equals(left.getCurrencyUnit())) {
                Money share = debt.open().isLessThan(left) ? debt.open() : left;
                shares.add(new Decision.Share(number, share, zero(line)));
                left = left.minus(share);
            }
        }
        return shares.isEmpty() ? Optional.empty() : Optional.of(new Decision(0, customer, shares));
    }

    /** Rules 1 to 4: the documents named are those of one customer, and that one may well have paid. */
    private Optional<Decision> byReference(BankLine line, Debts.Found found) {
        Map<Id<Customer>, List<Debt>> plausible = found.open().stream()
                .filter(d -> d.open().getCurrencyUnit().equals(line.amount().getCurrencyUnit()))
                .filter(d -> payers.plausible(d.customer(), line)).collect(Collectors.groupingBy(Debt::customer));
        if (plausible.size() != 1) {
            return Optional.empty();
        }
        Id<Customer> customer = plausible.keySet().iterator().next();
        List<Debt> named = plausible.get(customer);
        Money sum = named.stream().map(Debt::open).reduce(zero(line), Money::plus);
        if (!sum.isPositive()) {
            return Optional.empty();
        }
        if (sum.equals(line.amount())) {
            return Optional.of(new Decision(named.size() == 1 ? 1 : 2, customer, whole(line, named)));
        }
        Money earned = named.stream().map(d -> d.earned(line.booked())).reduce(zero(line), Money::plus);
        if (earned.isPositive() && sum.minus(earned).equals(line.amount())) {
            return Optional.of(new Decision(3, customer, named.stream().map(d -> new Decision.Share(d.number(),
                    d.open().minus(d.earned(line.booked())), d.earned(line.booked()))).toList()));
        }
        if (line.amount().isGreaterThan(sum)) {
            return Optional.of(new Decision(4, customer, whole(line, named)));
        }
        return named.size() > 1 ? Optional.empty() : Optional.of(new Decision(4, customer,
                List.of(new Decision.Share(named.getFirst().number(), line.amount(), zero(line)))));
    }

    private static List<Decision.Share> whole(BankLine line, List<Debt> named) {
        return named.stream().map(d -> new Decision.Share(d.number(), d.open(), zero(line))).toList();
    }

    /** Rule 5: no document is named, one open invoice of the whole ledger has the amount, and the payer fits. */
    private Optional<Decision> byAmount(BankLine line, Set<Id<Customer>> fitting, Optional<Id<Customer>> known) {
        List<Debt> same = debts.withAmount(line.amount());
        if (same.size() != 1) {
            return Optional.empty();
        }
        Debt only = same.getFirst();
        boolean fits = known.isPresent() ? known.get().equals(only.customer()) : fitting.contains(only.customer());
        return fits ? Optional.of(new Decision(5, only.customer(), whole(line, same))) : Optional.empty();
    }

    static Money zero(BankLine line) {
        return Money.zero(line.amount().getCurrencyUnit());
    }
}
