package org.goodterms.einvoice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What EN 16931 wants of every invoice, and XRechnung and Peppol of theirs, as far as it can be said in a sentence: what
 * must be there, that sums add up (see {@link SumRules}). The names of the official rules stand behind each sentence.
 */
final class ReadingRules {
    private static final Set<String> XRECHNUNG_KINDS = Set.of("326", "380", "384", "389", "381", "875", "876", "877");
    private static final Set<String> TRANSFER = Set.of("30", "58");
    private static final Set<String> UNTAXED = Set.of("E", "AE", "K", "G", "O");
    private final Facts facts;
    private final Details details;
    private final String rules;
    private final List<Problem> problems = new ArrayList<>();

    ReadingRules(Facts facts, Details details) {
        this.facts = facts;
        this.details = details;
        this.rules = facts.customization() == null ? "" : facts.customization();
    }

    List<Problem> check() {
        head();
        if (facts.syntax().startsWith("ZUGFeRD 1")) {
            return problems;
        }
        parties();
        if (!rules.contains("minimum") && !rules.contains("basicwl")) {
            lines();
            exemptions();
            problems.addAll(new SumRules(facts, details).check());
        }
        if (rules.contains("xrechnung_")) {
            xrechnung();
        }
        if (rules.contains("xrechnung_3") || rules.contains("peppol.eu")) {
            need(details.seller().endpoint(), "seller.endpoint", "einvoice.no_seller_endpoint");
            need(details.buyer().endpoint(), "buyer.endpoint", "einvoice.no_buyer_endpoint");
        }
        if (rules.contains("peppol.eu") && facts.buyerReference() == null) {
            need(details.order(), "buyerReference", "einvoice.no_buyer_reference");
        }
        if (rules.contains("peppol.eu") && ("EM".equals(details.seller().scheme())
                || "EM".equals(details.buyer().scheme()))) {
            problems.add(Problem.of("einvoice.peppol_endpoint"));
        }
        return problems;
    }

    private void need(@Nullable String value, String field, String code) {
        if (value == null || value.isBlank()) {
            problems.add(Problem.at(field, code));
        }
    }

    private void head() {
        need(facts.customization(), "customization", "einvoice.no_customization");
        need(facts.id(), "id", "einvoice.no_number");
        need(facts.issueDate(), "issueDate", "einvoice.no_date");
        date(facts.issueDate(), "issueDate");
        date(facts.dueDate(), "dueDate");
        need(facts.typeCode(), "typeCode", "einvoice.no_kind");
        need(facts.currency(), "currency", "einvoice.no_currency");
        need(facts.seller(), "seller", "einvoice.no_seller");
        need(facts.buyer(), "buyer", "einvoice.no_buyer");
    }

    private void date(@Nullable String date, String field) {
        if (date != null) {
            try {
                LocalDate.parse(date);
            } catch (DateTimeParseException e) {
                problems.add(Problem.at(field, "einvoice.not_a_date", date));
            }
        }
    }

    private void parties() {
        need(details.seller().country(), "seller.country", "einvoice.no_seller_country");
        if (!rules.contains("minimum")) {
            need(details.buyer().country(), "buyer.country", "einvoice.no_buyer_country");
        }
        if (details.seller().vatId() == null) {
            need(details.seller().otherId(), "seller.vatId", "einvoice.no_seller_id");
        }
        boolean across = facts.vat().stream().anyMatch(v -> "AE".equals(v.category()) || "K".equals(v.category()));
        if (across && details.buyer().vatId() == null && details.buyer().otherId() == null) {
            problems.add(Problem.at("buyer.vatId", "einvoice.no_buyer_vat_id"));
        }
    }

    private void lines() {
        if (details.lines().isEmpty()) {
            problems.add(Problem.at("lines", "einvoice.no_lines"));
        }
        for (Details.Item line : details.lines()) {
            String id = line.id() == null ? "?" : line.id();
            if (line.name() == null || line.quantity() == null || line.net() == null || line.price() == null
                    || line.category() == null) {
                problems.add(Problem.at("lines", "einvoice.line_incomplete", id));
            }
            if (line.price() != null && line.price().startsWith("-")) {
                problems.add(Problem.at("lines", "einvoice.line_price", id, line.price()));
            }
        }
    }

    private void exemptions() {
        for (Details.Exemption exemption : details.exemptions()) {
            if (exemption.category() != null && UNTAXED.contains(exemption.category()) && !exemption.reason()) {
                problems.add(Problem.at("vat", "einvoice.no_exemption_reason", exemption.category()));
            }
        }
    }

    private void xrechnung() {
        Details.Side seller = details.seller();
        need(facts.buyerReference(), "buyerReference", "einvoice.no_leitweg");
        if (facts.payment().isEmpty()) {
            problems.add(Problem.at("payment", "einvoice.no_payment_means"));
        }
        need(seller.city(), "seller.city", "einvoice.no_seller_city");
        need(seller.postcode(), "seller.postcode", "einvoice.no_seller_postcode");
        need(seller.contact(), "seller.contact", "einvoice.no_seller_contact");
        need(seller.phone(), "seller.phone", "einvoice.no_seller_phone");
        need(seller.email(), "seller.email", "einvoice.no_seller_email");
        need(details.buyer().city(), "buyer.city", "einvoice.no_buyer_city");
        need(details.buyer().postcode(), "buyer.postcode", "einvoice.no_buyer_postcode");
        if (facts.typeCode() != null && !XRECHNUNG_KINDS.contains(facts.typeCode())) {
            problems.add(Problem.at("typeCode", "einvoice.xrechnung_kind", facts.typeCode()));
        }
        if (facts.payment().stream().anyMatch(p -> TRANSFER.contains(p.code()) && p.iban() == null)) {
            problems.add(Problem.at("payment", "einvoice.no_account"));
        }
    }
}
