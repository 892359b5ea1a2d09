package org.goodterms.company;

import org.goodterms.company.Company.Paper;
import org.jspecify.annotations.Nullable;

/**
 * What a book of a country starts with.
 *
 * @param code      ISO 3166-1 alpha-2
 * @param currency  ISO 4217
 * @param zone      null where one zone would be a guess
 * @param language  BCP 47 tag
 * @param taxIdName what the tax number is called there: VAT, ABN, GSTIN; empty where not known
 * @param union     {@code EU} for its member states, else empty
 */
public record Country(String code, String currency, @Nullable String zone, String language, Paper paper,
        String taxIdName, String union) {

    public boolean isInEu() {
        return union.equals("EU");
    }
}
