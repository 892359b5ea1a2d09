package org.goodterms.einvoice;

import static org.goodterms.einvoice.UblFacts.or;

/** The details of a UBL invoice or credit note. */
final class UblDetails {

    private UblDetails() {
    }

    static Details of(XmlNode root) {
        boolean credit = root.name().equals("CreditNote");
        return new Details(side(root, "AccountingSupplierParty/Party"), side(root, "AccountingCustomerParty/Party"),
                root.all(credit ? "CreditNoteLine" : "InvoiceLine").map(l -> line(l, credit)).toList(),
                root.all("AllowanceCharge").map(UblDetails::extra).toList(),
                root.all("TaxTotal/TaxSubtotal/TaxCategory").map(c -> new Details.Exemption(or(c.text("ID")),
                        c.has("TaxExemptionReason") || c.has("TaxExemptionReasonCode"))).toList(),
                or(root.first("PaymentTerms/Note").map(n -> n.text().orElse(""))), or(root.text("OrderReference/ID")),
                or(root.text("BillingReference/InvoiceDocumentReference/ID")));
    }

    private static Details.Side side(XmlNode root, String path) {
        XmlNode party = root.first(path).orElse(root);
        String vat = party.all("PartyTaxScheme").filter(s -> s.text("TaxScheme/ID").filter("VAT"::equals).isPresent())
                .flatMap(s -> s.text("CompanyID").stream()).findFirst().orElse(null);
        return new Details.Side(or(party.text("PostalAddress/Country/IdentificationCode")),
                or(party.text("PostalAddress/CityName")), or(party.text("PostalAddress/PostalZone")), vat,
                or(party.text("PartyLegalEntity/CompanyID").or(() -> party.text("PartyIdentification/ID"))
                        .or(() -> party.text("PartyTaxScheme/CompanyID"))),
                or(party.text("Contact/Name")), or(party.text("Contact/Telephone")),
                or(party.text("Contact/ElectronicMail")), or(party.text("EndpointID")),
                or(party.first("EndpointID").flatMap(e -> e.attribute("schemeID"))));
    }

    private static Details.Item line(XmlNode line, boolean credit) {
        return new Details.Item(or(line.text("ID")), or(line.text("Item/Name")),
                or(line.text(credit ? "CreditedQuantity" : "InvoicedQuantity")), or(line.text("LineExtensionAmount")),
                or(line.text("Price/PriceAmount")), or(line.text("Item/ClassifiedTaxCategory/ID")),
                or(line.text("Item/ClassifiedTaxCategory/Percent")));
    }

    private static Details.Extra extra(XmlNode extra) {
        return new Details.Extra(extra.text("ChargeIndicator").filter(c -> c.equals("true") || c.equals("1")).isPresent(),
                or(extra.text("Amount")), or(extra.text("TaxCategory/ID")), or(extra.text("TaxCategory/Percent")));
    }
}
