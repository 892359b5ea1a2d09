package org.goodterms.einvoice;

import static org.goodterms.einvoice.UblFacts.or;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The details of a Cross Industry Invoice. */
final class CiiDetails {
    private static final String DEAL = "SupplyChainTradeTransaction";
    private static final String AGREEMENT = DEAL + "/ApplicableHeaderTradeAgreement";
    private static final String SETTLEMENT = DEAL + "/ApplicableHeaderTradeSettlement";
    /** Lines that only group or inform; their amounts are counted elsewhere. */
    private static final Set<String> NOT_COUNTED = Set.of("GROUP", "INFORMATION");

    private CiiDetails() {
    }

    static Details of(XmlNode root) {
        List<Details.Extra> extras = Stream.concat(
                root.all(SETTLEMENT + "/SpecifiedTradeAllowanceCharge").map(CiiDetails::extra),
                root.all(SETTLEMENT + "/SpecifiedLogisticsServiceCharge").map(s -> new Details.Extra(true,
                        or(s.text("AppliedAmount")), or(s.text("AppliedTradeTax/CategoryCode")),
                        or(s.text("AppliedTradeTax/RateApplicablePercent"))))).toList();
        return new Details(side(root, AGREEMENT + "/SellerTradeParty"), side(root, AGREEMENT + "/BuyerTradeParty"),
                root.all(DEAL + "/IncludedSupplyChainTradeLineItem").filter(CiiDetails::counts).map(CiiDetails::line)
                        .toList(),
                extras,
                root.all(SETTLEMENT + "/ApplicableTradeTax").map(t -> new Details.Exemption(or(t.text("CategoryCode")),
                        t.has("ExemptionReason") || t.has("ExemptionReasonCode"))).toList(),
                or(root.first(SETTLEMENT + "/SpecifiedTradePaymentTerms/Description").map(n -> n.text().orElse(""))),
                or(root.text(AGREEMENT + "/BuyerOrderReferencedDocument/IssuerAssignedID")),
                or(root.text(SETTLEMENT + "/InvoiceReferencedDocument/IssuerAssignedID")));
    }

    private static boolean counts(XmlNode line) {
        return line.text("AssociatedDocumentLineDocument/LineStatusReasonCode").filter(NOT_COUNTED::contains).isEmpty();
    }

    private static Details.Side side(XmlNode root, String path) {
        XmlNode party = root.first(path).orElse(root);
        String vat = party.all("SpecifiedTaxRegistration/ID")
                .filter(id -> id.attribute("schemeID").filter("VA"::equals).isPresent())
                .flatMap(id -> id.text().stream()).findFirst().orElse(null);
        return new Details.Side(or(party.text("PostalTradeAddress/CountryID")),
                or(party.text("PostalTradeAddress/CityName")), or(party.text("PostalTradeAddress/PostcodeCode")), vat,
                or(party.text("SpecifiedLegalOrganization/ID").or(() -> party.text("ID"))
                        .or(() -> party.text("GlobalID")).or(() -> party.text("SpecifiedTaxRegistration/ID"))),
                or(party.text("DefinedTradeContact/PersonName").or(() -> party.text("DefinedTradeContact/DepartmentName"))),
                or(party.text("DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber")),
                or(party.text("DefinedTradeContact/EmailURIUniversalCommunication/URIID")),
                or(party.text("URIUniversalCommunication/URIID")),
                or(party.first("URIUniversalCommunication/URIID").flatMap(e -> e.attribute("schemeID"))));
    }

    private static Details.Item line(XmlNode line) {
        String settlement = "SpecifiedLineTradeSettlement";
        return new Details.Item(or(line.text("AssociatedDocumentLineDocument/LineID")),
                or(line.text("SpecifiedTradeProduct/Name")), or(line.text("SpecifiedLineTradeDelivery/BilledQuantity")),
                or(line.text(settlement + "/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount")),
                or(line.text("SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount")),
                or(line.text(settlement + "/ApplicableTradeTax/CategoryCode")),
                or(line.text(settlement + "/ApplicableTradeTax/RateApplicablePercent")));
    }

    private static Details.Extra extra(XmlNode extra) {
        return new Details.Extra(extra.text("ChargeIndicator/Indicator").filter(c -> c.equals("true") || c.equals("1"))
                .isPresent(), or(extra.text("ActualAmount")), or(extra.text("CategoryTradeTax/CategoryCode")),
                or(extra.text("CategoryTradeTax/RateApplicablePercent")));
    }
}
