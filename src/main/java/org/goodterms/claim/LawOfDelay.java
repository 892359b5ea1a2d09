package org.goodterms.claim;

import java.util.List;
import java.util.Optional;

/**
 * What the program knows of the law on late payment: reference rates, what a creditor may claim where, when claims
 * expire, when tax comes back. All of it is data with days of validity; none of it is legal advice.
 */
public record LawOfDelay(List<RateTable.Row> rates, List<Regime> regimes, Limitation limitation, Relief relief) {
    public static final String CONTRACT = "CONTRACT";
    private static final String UNION = "EU";

    public LawOfDelay {
        rates = List.copyOf(rates);
        regimes = List.copyOf(regimes);
    }

    /** From the lines of the four files. */
    static LawOfDelay of(List<String> rates, List<String> regimes, List<String> limitation, List<String> relief) {
        return new LawOfDelay(RateTable.read(rates), Regime.read(regimes), new Limitation(limitation), new Relief(relief));
    }

    public Optional<Regime> regime(String word) {
        return regimes.stream().filter(regime -> regime.word().equals(word)).findFirst();
    }

    /**
     * The one that holds for a firm of a country: its own, else that of the union it belongs to, else what a contract
     * says.
     */
    public Regime of(String country, String union) {
        return regimes.stream().filter(regime -> regime.countries().contains(country)).findFirst()
                .or(() -> regime(UNION).filter(regime -> union.equals(UNION)))
                .or(() -> regime(CONTRACT)).orElseThrow();
    }
}
