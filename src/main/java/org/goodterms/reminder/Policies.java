package org.goodterms.reminder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies of a book: the company's, replaced for a segment, a customer or an invoice. */
public record Policies(Policy company, Map<String, Policy> segments, Map<String, Policy> customers, Map<String, Policy> invoices) {
    public Policies {
        segments = Map.copyOf(segments);
        customers = Map.copyOf(customers);
        invoices = Map.copyOf(invoices);
    }

    /** The one that holds for a customer: the nearest. */
    public Policy of(String code, String segment) {
        Policy own = customers.get(code);
        return own != null ? own : segments.getOrDefault(segment, company);
    }

    /** The one that holds for an item of a customer: the nearest. */
    public Policy of(String code, String segment, String number) {
        Policy own = invoices.get(number);
        return own != null ? own : of(code, segment);
    }

    /** The one set for exactly this subject; empty where a wider one holds. */
    public Optional<Policy> own(Scope scope, String subject) {
        return Optional.ofNullable(switch (scope) {
            case COMPANY -> company;
            case SEGMENT -> segments.get(subject);
            case CUSTOMER -> customers.get(subject);
            case INVOICE -> invoices.get(subject);
        });
    }

    /** The same with one policy in place of what stood there; null takes a replacement back. */
    public Policies with(Scope scope, String subject, @Nullable Policy changed) {
        return switch (scope) {
            case COMPANY -> new Policies(changed == null ? Policy.DEFAULT : changed, segments, customers, invoices);
            case SEGMENT -> new Policies(company, put(segments, subject, changed), customers, invoices);
            case CUSTOMER -> new Policies(company, segments, put(customers, subject, changed), invoices);
            case INVOICE -> new Policies(company, segments, customers, put(invoices, subject, changed));
        };
    }

    private static Map<String, Policy> put(Map<String, Policy> known, String subject, @Nullable Policy changed) {
        Map<String, Policy> result = new HashMap<>(known);
        if (changed == null) {
            result.remove(subject);
        } else {
            result.put(subject, changed);
        }
        return result;
    }

    /**
     * For whom a policy is.
     *
     * @param name the segment's word, the customer's code or the invoice's number; empty for the company
     */
    public record Subject(Scope scope, String name) {
        public static final Subject COMPANY = new Subject(Scope.COMPANY, "");
    }

    /** How wide a policy reaches; each is nearer than the one before. */
    public enum Scope {
        COMPANY, SEGMENT, CUSTOMER, INVOICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
