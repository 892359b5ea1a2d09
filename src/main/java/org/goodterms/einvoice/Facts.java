package org.goodterms.einvoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an e-invoice says, word for word as it stands in the file (amounts keep their decimals); null where it says
 * nothing.
 *
 * @param syntax        UBL Invoice, UBL CreditNote, CII, ZUGFeRD 1 CII
 * @param dueDate       2026-03-01
 * @param customization the rules it claims to follow (BT-24)
 * @param totals        lineExtension, taxExclusive, taxInclusive, allowance, charge, prepaid, rounding, payable, tax
 */
public record Facts(String syntax, @Nullable String id, @Nullable String issueDate, @Nullable String dueDate,
        @Nullable String typeCode, @Nullable String currency, @Nullable String customization,
        @Nullable String buyerReference, @Nullable String seller, @Nullable String buyer, List<Means> payment,
        Map<String, @Nullable String> totals, List<Vat> vat, int lineCount) {

    /** One way to pay. */
    public record Means(@Nullable String code, @Nullable String iban, @Nullable String reference) {
    }

    /** One line of the tax breakdown. */
    public record Vat(@Nullable String category, @Nullable String rate, @Nullable String base, @Nullable String tax) {
    }

    /** The facts as nested maps and lists with the keys of the command line, ready to be written as JSON. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("syntax", syntax);
        map.put("id", id);
        map.put("issueDate", issueDate);
        map.put("dueDate", dueDate);
        map.put("typeCode", typeCode);
        map.put("currency", currency);
        map.put("customization", customization);
        map.put("buyerReference", buyerReference);
        map.put("seller", seller);
        map.put("buyer", buyer);
        map.put("payment", payment.stream().map(Facts::asMap).toList());
        map.put("totals", new LinkedHashMap<>(totals));
        map.put("vat", vat.stream().map(Facts::asMap).toList());
        map.put("line_count", lineCount);
        return map;
    }

    private static Map<String, @Nullable Object> asMap(Means means) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", means.code());
        map.put("iban", means.iban());
        map.put("reference", means.reference());
        return map;
    }

    private static Map<String, @Nullable Object> asMap(Vat vat) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("category", vat.category());
        map.put("rate", vat.rate());
        map.put("base", vat.base());
        map.put("tax", vat.tax());
        return map;
    }
}
