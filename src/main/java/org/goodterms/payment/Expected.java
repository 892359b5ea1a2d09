package org.goodterms.payment;

import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;

/**
 * What money is expected for: the documents somebody looks at when it comes in.
 *
 * @param numbers of invoices and other items of that customer; never empty
 */
public record Expected(Id<Customer> customer, List<String> numbers) {
    public Expected {
        numbers = List.copyOf(numbers);
    }

    public static Expected of(Id<Customer> customer, String number) {
        return new Expected(customer, List.of(number));
    }
}
