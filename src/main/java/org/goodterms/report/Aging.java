package org.goodterms.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Puts open items into buckets (the domain rules, section 5). */
public final class Aging {

    /**
     * What the aging is made of.
     *
     * @param items    open at the end of {@code asOf}, with the open amounts of that day
     * @param disputed contested amount per item, in the item's currency
     * @param onPlan   items on a payment plan that is on track
     * @param own      true: amounts in the items' currency, only items in it; false: carrying amounts
     */
    public record Facts(LocalDate asOf, AgingBasis basis, CurrencyUnit currency, boolean own, List<OpenItem> items,
            Map<Id<OpenItem>, Money> disputed, Set<Id<OpenItem>> onPlan) {
    }

    /** Code and name of a customer. */
    public record Named(String code, String name) {
    }

    private Aging() {
    }

    public static AgingReport report(Facts facts, Map<Id<Customer>, Named> customers) {
        Map<Id<Customer>, Sums> sums = new HashMap<>();
        Sums total = new Sums(facts);
        for (OpenItem item : facts.items()) {
            if (!facts.own() || item.original().getCurrencyUnit().equals(facts.currency())) {
                sums.computeIfAbsent(item.customer(), c -> new Sums(facts)).add(item);
                total.add(item);
            }
        }
        List<AgingRow> rows = new ArrayList<>();
        sums.forEach((id, sum) -> {
            Named named = Objects.requireNonNull(customers.get(id));
            rows.add(sum.row(id, named.code(), named.name()));
        });
        rows.sort(Comparator.comparing(AgingRow::code));
        return new AgingReport(facts.asOf(), facts.basis(), facts.currency(), rows,
                total.row(new Id<>(new UUID(0, 0)), "", ""));
    }

    private static final class Sums {
        private final Facts facts;
        private final List<Money> buckets;
        private Money unapplied;
        private Money disputed;
        private Money onPlan;

        Sums(Facts facts) {
            this.facts = facts;
            Money zero = Money.zero(facts.currency());
            this.buckets = new ArrayList<>(Collections.nCopies(facts.basis().buckets().size(), zero));
            this.unapplied = zero;
            this.disputed = zero;
            this.onPlan = zero;
        }

        void add(OpenItem item) {
            Money open = facts.own() ? item.open() : item.openCarrying();
            if (!item.kind().debit()) {
                unapplied = unapplied.plus(open);
                return;
            }
            LocalDate from = facts.basis() == AgingBasis.DUE_DATE && item.due() != null ? item.due() : item.dated();
            int bucket = facts.basis().bucketOf(ChronoUnit.DAYS.between(from, facts.asOf()));
            buckets.set(bucket, buckets.get(bucket).plus(open));
            Money contested = facts.disputed().get(item.id());
            if (contested != null) {
                disputed = disputed.plus(contested(item, contested, open));
            }
            if (facts.onPlan().contains(item.id())) {
                onPlan = onPlan.plus(open);
            }
        }

        /** At most what is open; in the book's currency in proportion to the carrying amount. */
        private Money contested(OpenItem item, Money contested, Money open) {
            Money capped = contested.isGreaterThan(item.open()) ? item.open() : contested;
            return facts.own() ? capped
                    : capped.isEqual(item.open()) ? open : org.goodterms.receivable.Allocating.relief(item, capped);
        }

        AgingRow row(Id<Customer> id, String code, String name) {
            Money balance = buckets.stream().reduce(unapplied, Money::plus);
            return new AgingRow(id, code, name, buckets, unapplied, balance, disputed, onPlan);
        }
    }
}
