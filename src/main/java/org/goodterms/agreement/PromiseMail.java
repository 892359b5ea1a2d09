package org.goodterms.agreement;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.DocumentWords;

/** The confirmation of a promise in the customer's language, ready the same minute. */
public record PromiseMail(String subject, String text) {

    /** Thanks for the call, says what was noted, and that reminders rest until then. */
    public static PromiseMail of(Promise promise, Customer customer, Company company) {
        DocumentWords say = DocumentWords.of(customer.trade().language(), company.country());
        String numbers = String.join(", ", promise.numbers());
        String greeting = promise.said().person().isBlank() ? say.say("promise.greeting")
                : say.say("promise.greeting.person", promise.said().person());
        String noted = say.say(promise.said().channel().equals("phone") ? "promise.thanks.call" : "promise.thanks") + " "
                + say.say("promise.noted", promise.amount(), promise.by(), numbers);
        String closing = Stream.of(say.say("promise.regards"), company.firm().reach().person(), company.name())
                .filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        return new PromiseMail(say.say("promise.subject", numbers),
                String.join("\n\n", greeting, noted, say.say("promise.rest"), closing) + "\n");
    }
}
