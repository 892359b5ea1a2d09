package org.goodterms.einvoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of a UBL invoice or credit note. */
final class UblFacts {

    private UblFacts() {
    }

    static Facts of(XmlNode root) {
        boolean credit = root.name().equals("CreditNote");
        Optional<String> due = root.text("DueDate").or(() -> root.text("PaymentMeans/PaymentDueDate"));
        List<Facts.Means> means = root.all("PaymentMeans").map(m -> new Facts.Means(or(m.text("PaymentMeansCode")),
                or(m.text("PayeeFinancialAccount/ID")), or(m.text("PaymentID")))).toList();
        List<Facts.Vat> vat = root.all("TaxTotal/TaxSubtotal").map(t -> new Facts.Vat(or(t.text("TaxCategory/ID")),
                or(t.text("TaxCategory/Percent").or(() -> t.text("Percent"))), or(t.text("TaxableAmount")),
                or(t.text("TaxAmount")))).toList();
        return new Facts(credit ? "UBL CreditNote" : "UBL Invoice", or(root.text("ID")), or(root.text("IssueDate")),
                or(due), or(root.text(credit ? "CreditNoteTypeCode" : "InvoiceTypeCode")),
                or(root.text("DocumentCurrencyCode")), or(root.text("CustomizationID")), or(root.text("BuyerReference")),
                party(root, "AccountingSupplierParty"), party(root, "AccountingCustomerParty"), means, totals(root), vat,
                (int) root.all(credit ? "CreditNoteLine" : "InvoiceLine").count());
    }

    private static @Nullable String party(XmlNode root, String role) {
        return or(root.text(role + "/Party/PartyLegalEntity/RegistrationName")
                .or(() -> root.text(role + "/Party/PartyName/Name")));
    }

    private static Map<String, @Nullable String> totals(XmlNode root) {
        Map<String, @Nullable String> totals = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("lineExtension", "LineExtensionAmount");
        names.put("taxExclusive", "TaxExclusiveAmount");
        names.put("taxInclusive", "TaxInclusiveAmount");
        names.put("allowance", "AllowanceTotalAmount");
        names.put("charge", "ChargeTotalAmount");
        names.put("prepaid", "PrepaidAmount");
        names.put("rounding", "PayableRoundingAmount");
        names.put("payable", "PayableAmount");
        names.forEach((key, name) -> totals.put(key, or(root.text("LegalMonetaryTotal/" + name))));
        totals.put("tax", or(root.text("TaxTotal/TaxAmount")));
        return totals;
    }

    static @Nullable String or(Optional<String> text) {
        return text.orElse(null);
    }
}
