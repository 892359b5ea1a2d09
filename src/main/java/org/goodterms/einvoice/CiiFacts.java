package org.goodterms.einvoice;

import static org.goodterms.einvoice.UblFacts.or;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of a Cross Industry Invoice, and of its forerunner in ZUGFeRD 1, whose groups had other names. */
final class CiiFacts {
    private final XmlNode root;
    private final boolean first;
    private final String deal;
    private final String settlement;

    private CiiFacts(XmlNode root) {
        this.root = root;
        this.first = root.name().equals("CrossIndustryDocument");
        this.deal = first ? "SpecifiedSupplyChainTradeTransaction" : "SupplyChainTradeTransaction";
        this.settlement = deal + (first ? "/ApplicableSupplyChainTradeSettlement" : "/ApplicableHeaderTradeSettlement");
    }

    static Facts of(XmlNode root) {
        return new CiiFacts(root).facts();
    }

    private Facts facts() {
        String document = first ? "HeaderExchangedDocument" : "ExchangedDocument";
        String context = first ? "SpecifiedExchangedDocumentContext" : "ExchangedDocumentContext";
        String agreement = deal + (first ? "/ApplicableSupplyChainTradeAgreement" : "/ApplicableHeaderTradeAgreement");
        Optional<String> reference = root.text(settlement + "/PaymentReference");
        List<Facts.Means> means = root.all(settlement + "/SpecifiedTradeSettlementPaymentMeans").map(m ->
                new Facts.Means(or(m.text("TypeCode")), or(m.text("PayeePartyCreditorFinancialAccount/IBANID")),
                        or(reference))).toList();
        List<Facts.Vat> vat = root.all(settlement + "/ApplicableTradeTax").map(t -> new Facts.Vat(
                or(t.text("CategoryCode")), or(t.text("RateApplicablePercent").or(() -> t.text("ApplicablePercent"))),
                or(t.text("BasisAmount")), or(t.text("CalculatedAmount")))).toList();
        return new Facts(first ? "ZUGFeRD 1 CII" : "CII", or(root.text(document + "/ID")),
                date(document + "/IssueDateTime"), date(settlement + "/SpecifiedTradePaymentTerms/DueDateDateTime"),
                or(root.text(document + "/TypeCode")), or(root.text(settlement + "/InvoiceCurrencyCode")),
                or(root.text(context + "/GuidelineSpecifiedDocumentContextParameter/ID")),
                or(root.text(agreement + "/BuyerReference")), or(root.text(agreement + "/SellerTradeParty/Name")),
                or(root.text(agreement + "/BuyerTradeParty/Name")), means, totals(), vat,
                (int) root.all(deal + "/IncludedSupplyChainTradeLineItem").count());
    }

    /** Dates stand as 20260301 (format 102). */
    private @Nullable String date(String path) {
        return root.text(path + "/DateTimeString").or(() -> root.text(path + "/DateTime")).map(d -> d.matches("\\d{8}")
                ? d.substring(0, 4) + "-" + d.substring(4, 6) + "-" + d.substring(6) : d).orElse(null);
    }

    private Map<String, @Nullable String> totals() {
        String sums = settlement + (first ? "/SpecifiedTradeSettlementMonetarySummation"
                : "/SpecifiedTradeSettlementHeaderMonetarySummation");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("lineExtension", "LineTotalAmount");
        names.put("taxExclusive", "TaxBasisTotalAmount");
        names.put("tax", "TaxTotalAmount");
        names.put("taxInclusive", "GrandTotalAmount");
        names.put("allowance", "AllowanceTotalAmount");
        names.put("charge", "ChargeTotalAmount");
        names.put("prepaid", "TotalPrepaidAmount");
        names.put("rounding", "RoundingAmount");
        names.put("payable", "DuePayableAmount");
        Map<String, @Nullable String> totals = new LinkedHashMap<>();
        names.forEach((key, name) -> totals.put(key, or(root.text(sums + "/" + name))));
        return totals;
    }
}
