package org.goodterms.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.company.Mandatory;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether a draft may become an invoice: guards in order, each with its own refusal. */
final class Issuing {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER_INDIA = 16;

    private Issuing() {
    }

    /**
     * What is known when an invoice is to be issued.
     *
     * @param demands  of the seller's country on that date
     * @param payTo    whether the firm has said how to pay in the invoice's currency
     * @param lastDate date of the latest invoice of the series; null where there is none
     * @param owed     what the customer owes already, in the book's currency
     * @param number   the number it would get
     */
    record Facts(Company company, Customer customer, List<Mandatory> demands, boolean payTo, @Nullable LocalDate lastDate,
            Money owed, String number) {
    }

    /** Why it cannot be issued at all. */
    static List<Problem> refusals(Draft draft, Totals totals, Facts facts, IssueOptions options) {
        List<Problem> problems = new ArrayList<>();
        if (draft.lines().isEmpty()) {
            problems.add(Problem.at("lines", "invoice.no_lines"));
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            String text = draft.lines().get(i).text().replaceAll("\\s+", " ");
            Typed.required("lines." + (i + 1) + ".text", text, Integer.MAX_VALUE).ifPresent(problems::add);
        }
        if (!draft.lines().isEmpty() && !totals.total().isPositive()) {
            problems.add(Problem.at("lines", "invoice.total_not_positive", totals.total()));
        }
        taxes(draft, totals, facts.customer(), problems);
        Customer.CreditHold hold = facts.customer().hold();
        if (hold != null && options.override().isBlank()) {
            problems.add(Problem.at("override", "invoice.credit_hold", facts.customer().name(), hold.since(), hold.reason()));
        }
        Typed.line("override", options.override(), LONGEST_REASON).ifPresent(problems::add);
        if (facts.customer().payables().orderNumberRequired() && draft.wording().orderNumber().isBlank()) {
            problems.add(Problem.at("orderNumber", "invoice.order_number_required", facts.customer().name(),
                    facts.customer().payables().orderNumberRule()));
        }
        if (options.complete()) {
            problems.addAll(missing(draft, totals, facts));
        }
        return problems;
    }

    private static void taxes(Draft draft, Totals totals, Customer customer, List<Problem> problems) {
        boolean buyerPays = totals.taxes().stream().map(row -> row.key().category())
                .anyMatch(category -> category.equals("AE") || category.equals("K"));
        if (buyerPays && customer.trade().taxId().isBlank()) {
            problems.add(Problem.at("customer", "invoice.buyer_tax_id_needed", customer.name()));
        }
        if (totals.taxes().stream().anyMatch(row -> row.key().needsReason()) && draft.wording().exemptionReason().isBlank()) {
            problems.add(Problem.at("exemptionReason", "invoice.exemption_reason_needed"));
        }
    }

    /** What its maker should know though it can be issued. */
    static List<Problem> warnings(Draft draft, Totals totals, Facts facts, Money baseTotal) {
        List<Problem> warnings = new ArrayList<>(missing(draft, totals, facts));
        LocalDate last = facts.lastDate();
        if (last != null && draft.date().isBefore(last)) {
            warnings.add(Problem.at("date", "invoice.date_before_last", draft.date(), last));
        }
        Money limit = facts.customer().trade().creditLimit();
        if (limit != null && facts.owed().plus(baseTotal).isGreaterThan(limit)) {
            warnings.add(Problem.at("customer", "invoice.credit_limit", facts.customer().name(), facts.owed().plus(baseTotal), limit));
        }
        if (!facts.payTo()) {
            warnings.add(Problem.of("invoice.no_pay_to", draft.pricing().currency().getCode()));
        }
        return warnings;
    }

    /** What the seller's country demands and the invoice would lack (the domain rules, section 7.5). */
    static List<Problem> missing(Draft draft, Totals totals, Facts facts) {
        List<Problem> missing = new ArrayList<>();
        for (Mandatory demand : facts.demands()) {
            if (demand.applies(draft.date(), totals.total()) && asked(demand.when(), draft, totals, facts)) {
                lacking(demand.content(), facts).ifPresent(missing::add);
            }
        }
        return missing;
    }

    private static boolean asked(Mandatory.When when, Draft draft, Totals totals, Facts facts) {
        return switch (when) {
            case ALWAYS, ABOVE -> true;
            case TAXED -> totals.tax().isPositive();
            case EXEMPT -> totals.taxes().stream().anyMatch(row -> row.key().needsReason());
            case REVERSE_CHARGE -> totals.taxes().stream().anyMatch(row -> row.key().category().equals("AE")
                    || row.key().category().equals("K"));
            case FOREIGN_CURRENCY -> !draft.pricing().currency().equals(facts.company().currency());
            case DISCOUNT, CREDIT, DIFFERS -> false;
        };
    }

    private static Optional<Problem> lacking(Mandatory.Content content, Facts facts) {
        String country = facts.company().country();
        Customer customer = facts.customer();
        return switch (content) {
            case SELLER_ADDRESS -> unless(facts.company().firm().address().isComplete(),
                    Problem.at("company", "invoice.seller_address_missing", country));
            case SELLER_TAX_ID -> unless(!facts.company().firm().taxId().isBlank(),
                    Problem.at("company", "invoice.seller_tax_id_missing", country));
            case BUYER_ADDRESS -> unless(customer.address().isComplete(),
                    Problem.at("customer", "invoice.buyer_address_missing", customer.name(), country));
            case BUYER_IDENTITY -> unless(customer.address().isComplete() || !customer.trade().taxId().isBlank(),
                    Problem.at("customer", "invoice.buyer_address_missing", customer.name(), country));
            case BANK_ACCOUNT -> unless(facts.payTo(), Problem.at("company", "invoice.bank_account_missing", country));
            case NUMBER_AT_MOST_16 -> unless(facts.number().length() <= LONGEST_NUMBER_INDIA,
                    Problem.at("company", "invoice.number_too_long", facts.number(), country));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> unless(boolean there, Problem problem) {
        return there ? Optional.empty() : Optional.of(problem);
    }
}
