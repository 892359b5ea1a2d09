package org.goodterms.bank;

import java.util.List;
import org.joda.money.Money;

/**
 * The next instalment of a plan that runs.
 *
 * @param numbers the plan's items
 */
record Instalment(Money amount, List<String> numbers) {
    Instalment {
        numbers = List.copyOf(numbers);
    }
}
