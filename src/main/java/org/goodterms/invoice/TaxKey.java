package org.goodterms.invoice;

import java.math.BigDecimal;

/**
 * What decides the tax of a line: its VAT category and rate. One row of the tax breakdown for each (EN 16931 BG-23).
 *
 * @param category code of UNTDID 5305: S standard, Z zero rate, E exempt, AE reverse charge, K intra-community supply,
 *                 G export, O outside the scope
 * @param rate     percent, without trailing zeros: 19, 8.875
 */
public record TaxKey(String category, BigDecimal rate) {
    public TaxKey {
        rate = plain(rate);
    }

    /** The same number in its one written form: 19 for 19.00, 100 for 1E+2. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The usual category of a rate alone: S above zero, else Z. */
    public static TaxKey of(BigDecimal rate) {
        return new TaxKey(rate.signum() == 0 ? "Z" : "S", rate);
    }

    /** The law wants a reason printed for this category (EN 16931 BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
    public boolean needsReason() {
        return !category.equals("S") && !category.equals("Z");
    }
}
