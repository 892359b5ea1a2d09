package org.goodterms.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.company.Company.Firm;
import org.goodterms.company.Company.Look;
import org.goodterms.company.Company.Practice;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Typed;

/** Judges what is said about a firm, field by field, before it is stored. */
final class Particulars {
    static final int NAME = 200;
    static final int LINE = 200;
    static final int BLOCK = 1000;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int RATE_DECIMALS = 4;
    private static final Set<String> CATEGORIES = Set.of("S", "Z", "E", "AE", "K", "G", "O", "L", "M");

    private Particulars() {
    }

    static List<Problem> judge(Founding founding) {
        List<Problem> problems = new ArrayList<>(judge(founding.firm()));
        if (MoneyText.currency(founding.currency()).isEmpty()) {
            problems.add(Problem.at("currency", "company.currency", founding.currency()));
        }
        String zone = founding.zone();
        if (zone != null && !Choices.isZone(zone)) {
            problems.add(Problem.at("zone", "company.zone", zone));
        }
        if (founding.nextNumber() < 1) {
            problems.add(Problem.at("next", "company.next_number", founding.nextNumber(), 1L));
        }
        Typed.lines("payTo", founding.payTo(), BLOCK).ifPresent(problems::add);
        return problems;
    }

    static List<Problem> judge(Firm firm) {
        List<Problem> problems = new ArrayList<>();
        add(problems, Typed.required("name", firm.name(), NAME));
        problems.addAll(judge(firm.address()));
        add(problems, Typed.line("taxId", firm.taxId(), LINE));
        add(problems, Typed.line("registration", firm.registration(), LINE));
        if (!firm.reach().email().isEmpty()) {
            problems.addAll(EmailAddress.read("email", firm.reach().email()).problems());
        }
        add(problems, Typed.line("phone", firm.reach().phone(), LINE));
        add(problems, Typed.line("website", firm.reach().website(), LINE));
        add(problems, Typed.line("person", firm.reach().person(), NAME));
        return problems;
    }

    static List<Problem> judge(Address address) {
        List<Problem> problems = new ArrayList<>();
        add(problems, Typed.lines("street", address.street(), LINE));
        add(problems, Typed.line("postcode", address.postcode(), LINE));
        add(problems, Typed.line("city", address.city(), LINE));
        add(problems, Typed.line("region", address.region(), LINE));
        if (!Choices.isCountry(address.country())) {
            problems.add(Problem.at("country", "company.country", address.country()));
        }
        return problems;
    }

    static List<Problem> judge(Practice practice) {
        List<Problem> problems = new ArrayList<>();
        if (!Choices.isLanguage(practice.language())) {
            problems.add(Problem.at("language", "company.language", practice.language()));
        }
        Terms.parse(practice.defaultTerms()).problems().stream().map(problem -> problem.under("defaultTerms"))
                .forEach(problems::add);
        return problems;
    }

    static List<Problem> judge(Look look) {
        List<Problem> problems = new ArrayList<>();
        if (!look.accent().isEmpty() && !look.accent().matches("#[0-9a-fA-F]{6}")) {
            problems.add(Problem.at("accent", "company.accent", look.accent()));
        }
        add(problems, Typed.lines("footer", look.footer(), BLOCK));
        add(problems, Typed.lines("intro", look.design().intro(), BLOCK));
        add(problems, Typed.lines("closing", look.design().closing(), BLOCK));
        return problems;
    }

    static List<Problem> judge(TaxRate rate) {
        List<Problem> problems = new ArrayList<>();
        boolean percent = rate.percent().signum() >= 0 && rate.percent().compareTo(HUNDRED) <= 0
                && rate.percent().scale() <= RATE_DECIMALS;
        if (!percent) {
            problems.add(Problem.at("percent", "company.tax_percent", rate.percent().toPlainString()));
        }
        if (!CATEGORIES.contains(rate.category())) {
            problems.add(Problem.at("category", "company.tax_category", rate.category()));
        }
        LocalDate to = rate.validTo();
        if (to != null && to.isBefore(rate.validFrom())) {
            problems.add(Problem.at("validTo", "company.tax_days", to, rate.validFrom()));
        }
        add(problems, Typed.required("label", rate.label(), NAME));
        return problems;
    }

    private static void add(List<Problem> problems, Optional<Problem> problem) {
        problem.ifPresent(problems::add);
    }
}
