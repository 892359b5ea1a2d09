package org.goodterms.payment;

import java.util.List;
import org.joda.money.Money;

/** What a payment shall settle. */
public sealed interface Settlement {

    /** Nothing: it stays an unapplied credit. */
    record Unapplied() implements Settlement {
    }

    /** In the order of the book, oldest due date first; by default fees and interest last. */
    record OldestFirst() implements Settlement {
    }

    /** These numbers with these amounts; what is left stays unapplied. */
    record ByHand(List<Part> parts) implements Settlement {
        public ByHand {
            parts = List.copyOf(parts);
        }
    }

    /** An amount for a document's number, in the payment's currency. */
    record Part(String number, Money amount) {
    }
}
