package org.goodterms.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.OpenItem;

/** Which items an agreement may cover: open debts of one customer in one currency. */
final class Covering {

    private Covering() {
    }

    /**
     * The open parts of these numbers.
     *
     * @param open what the customer has open
     */
    static Outcome<List<OpenItem>> items(Id<Customer> customer, List<String> numbers, List<OpenItem> open) {
        if (numbers.isEmpty()) {
            return Outcome.refused(Problem.at("items", "agreement.no_items"));
        }
        List<OpenItem> covered = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            List<OpenItem> parts = open.stream().filter(item -> item.customer().equals(customer)
                    && item.number().equals(number) && item.kind().debit() && item.open().isPositive()).toList();
            if (parts.isEmpty()) {
                problems.add(Problem.at("items", "agreement.nothing_open", number));
            }
            covered.addAll(parts);
        }
        covered.stream().filter(item -> !item.open().getCurrencyUnit().equals(covered.getFirst().open().getCurrencyUnit()))
                .findFirst().ifPresent(other -> problems.add(Problem.at("items", "agreement.two_currencies",
                        covered.getFirst().open().getCurrencyUnit().getCode(), other.open().getCurrencyUnit().getCode(),
                        other.number())));
        return problems.isEmpty() ? Outcome.ok(covered) : Outcome.refused(problems);
    }
}
