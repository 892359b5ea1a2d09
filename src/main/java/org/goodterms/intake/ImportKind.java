package org.goodterms.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.goodterms.customer.CustomerField;

/** What a file brings in, and which fields its rows have. */
public enum ImportKind {
    CUSTOMERS(Set.of("name"), Set.of(), Set.of()),
    INVOICES(Set.of("number", "customer", "date", "amount"), Set.of("date", "due", "paidOn"),
            Set.of("amount", "rate", "tax", "paid")),
    PAYMENTS(Set.of("customer", "date", "amount"), Set.of("date"), Set.of("amount", "rate"));

    /** Headings that other programs use for a field, lower case, letters only. */
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "number", List.of("number", "invoicenumber", "invoiceno", "documentnumber", "rechnungsnummer", "numero"),
            "customer", List.of("customer", "customerid", "customercode", "customernumber", "client", "kunde"),
            "date", List.of("date", "invoicedate", "issuedate", "paymentdate", "datum", "fecha"),
            "due", List.of("due", "duedate", "faellig", "faelligkeit"),
            "amount", List.of("amount", "invoiceamount", "total", "gross", "betrag", "montant"),
            "code", List.of("code", "customerid", "customercode", "customernumber", "id", "kundennummer"),
            "name", List.of("name", "customername", "company", "companyname", "firma"),
            "email", List.of("email", "emailaddress", "mail"));

    private final Set<String> needed;
    private final Set<String> dates;
    private final Set<String> numbers;

    ImportKind(Set<String> needed, Set<String> dates, Set<String> numbers) {
        this.needed = needed;
        this.dates = dates;
        this.numbers = numbers;
    }

    public static Optional<ImportKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All fields that a row of that kind may have, the most usual first. */
    public List<String> fields() {
        return switch (this) {
            case CUSTOMERS -> Stream.concat(Arrays.stream(CustomerField.values()).map(CustomerField::label), Stream.of("contact")).toList();
            case INVOICES -> List.of("number", "customer", "date", "due", "amount", "currency", "rate", "tax", "taxes", "type", "text",
                    "reference", "paid", "paidOn");
            case PAYMENTS -> List.of("customer", "date", "amount", "currency", "rate", "method", "invoice");
        };
    }

    /** Field to column, as far as the headings say. */
    public Map<String, String> propose(List<String> columns) {
        Map<String, String> found = new LinkedHashMap<>();
        fields().forEach(field -> columnFor(field, columns).ifPresent(column -> found.put(field, column)));
        return found;
    }

    /** Fields without which no row can be brought in. */
    public Set<String> needed() {
        return needed;
    }

    public Set<String> dates() {
        return dates;
    }

    public Set<String> numbers() {
        return numbers;
    }

    /** The column whose heading says this field; empty where none does. */
    public Optional<String> columnFor(String field, List<String> columns) {
        List<String> known = HEADINGS.getOrDefault(field, List.of());
        return columns.stream().filter(column -> {
            String plain = column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
            return known.contains(plain) || plain.equals(field.toLowerCase(Locale.ROOT));
        }).findFirst();
    }
}
