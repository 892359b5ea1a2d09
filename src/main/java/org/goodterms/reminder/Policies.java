package org.goodterms.reminder;

import java.util.Map;

/** The policies of a book: the company's, replaced for a segment, replaced for a customer. */
public record Policies(Policy company, Map<String, Policy> segments, Map<String, Policy> customers) {
    public Policies {
        segments = Map.copyOf(segments);
        customers = Map.copyOf(customers);
    }

    /** The one that holds for a customer: the nearest. */
    public Policy of(String code, String segment) {
        Policy own = customers.get(code);
        return own != null ? own : segments.getOrDefault(segment, company);
    }

    /** For whom a policy is. */
    public enum Scope {
        COMPANY, SEGMENT, CUSTOMER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
