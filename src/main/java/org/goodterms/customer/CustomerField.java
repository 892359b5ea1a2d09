package org.goodterms.customer;

import java.util.Arrays;
import java.util.Optional;

/** What can be entered about a customer; {@link #label} is its name in problems, files and commands. */
public enum CustomerField {
    CODE, NAME, EMAIL, PHONE, STREET, POSTCODE, CITY, REGION, COUNTRY, LANGUAGE, CURRENCY, TERMS, CREDIT_LIMIT, TAX_ID,
    EXEMPT, EXEMPT_CERTIFICATE, EXEMPT_UNTIL, COURTESY, CHANNEL, PAYS_BY, IBAN, SEGMENT, NOTE, PORTAL, ORDER_NUMBER_RULE,
    ORDER_NUMBER_REQUIRED, CUT_OFF_DAY, PAYMENT_RUN, APPROVER, PAYABLES_NOTE, PAY_WAYS;

    private final String label;

    CustomerField() {
        StringBuilder camel = new StringBuilder();
        for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        label = camel.toString();
    }

    /** Such as {@code creditLimit}. */
    public String label() {
        return label;
    }

    public static Optional<CustomerField> of(String label) {
        return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
    }
}
