package org.goodterms.einvoice;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.goodterms.einvoice.EInvoice.Allowance;
import org.goodterms.einvoice.EInvoice.Contact;
import org.goodterms.einvoice.EInvoice.Head;
import org.goodterms.einvoice.EInvoice.Line;
import org.goodterms.einvoice.EInvoice.Party;
import org.goodterms.einvoice.EInvoice.Payment;
import org.goodterms.einvoice.EInvoice.Period;
import org.goodterms.einvoice.EInvoice.References;
import org.goodterms.einvoice.EInvoice.Tax;
import org.goodterms.einvoice.EInvoice.Totals;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note in UN/CEFACT Cross Industry Invoice D16B; the order of elements is that of its schema. */
final class CiiWriter {
    private static final String UNCEFACT = "urn:un:unece:uncefact:data:standard:";
    private final EInvoice invoice;
    private final Format format;
    private final XmlOut xml;

    private CiiWriter(EInvoice invoice, Format format) throws XMLStreamException {
        this.invoice = invoice;
        this.format = format;
        Map<String, String> spaces = new LinkedHashMap<>();
        spaces.put("rsm", UNCEFACT + "CrossIndustryInvoice:100");
        spaces.put("ram", UNCEFACT + "ReusableAggregateBusinessInformationEntity:100");
        spaces.put("qdt", UNCEFACT + "QualifiedDataType:100");
        spaces.put("udt", UNCEFACT + "UnqualifiedDataType:100");
        this.xml = new XmlOut(spaces);
    }

    static byte[] write(EInvoice invoice, Format format) throws XMLStreamException {
        CiiWriter writer = new CiiWriter(invoice, format);
        return writer.xml.document("rsm:CrossIndustryInvoice", writer::content);
    }

    private void content() throws XMLStreamException {
        xml.group("rsm:ExchangedDocumentContext", () -> {
            if (format.process().isPresent()) {
                xml.group("ram:BusinessProcessSpecifiedDocumentContextParameter",
                        () -> xml.text("ram:ID", format.process().get()));
            }
            xml.group("ram:GuidelineSpecifiedDocumentContextParameter",
                    () -> xml.text("ram:ID", format.customization()));
        });
        Head head = invoice.head();
        xml.group("rsm:ExchangedDocument", () -> {
            xml.text("ram:ID", head.number());
            xml.text("ram:TypeCode", head.kind().code());
            xml.compactDate("ram:IssueDateTime", "udt:DateTimeString", head.issued());
            for (String note : head.notes()) {
                xml.group("ram:IncludedNote", () -> xml.text("ram:Content", note));
            }
        });
        xml.group("rsm:SupplyChainTradeTransaction", () -> {
            for (Line line : invoice.lines()) {
                xml.group("ram:IncludedSupplyChainTradeLineItem", () -> line(line));
            }
            xml.group("ram:ApplicableHeaderTradeAgreement", () -> agreement(invoice.references()));
            xml.group("ram:ApplicableHeaderTradeDelivery", () -> {
                if (invoice.crossesTheUnion()) {
                    EInvoice.Address address = invoice.buyer().address();
                    xml.group("ram:ShipToTradeParty", () -> xml.group("ram:PostalTradeAddress", () -> {
                        xml.text("ram:PostcodeCode", address.postcode());
                        xml.text("ram:CityName", address.city());
                        xml.text("ram:CountryID", address.country());
                    }));
                }
                if (head.delivered() != null) {
                    xml.group("ram:ActualDeliverySupplyChainEvent", () -> xml.compactDate("ram:OccurrenceDateTime",
                            "udt:DateTimeString", head.delivered()));
                }
            });
            xml.group("ram:ApplicableHeaderTradeSettlement", this::settlement);
        });
    }

    private void line(Line line) throws XMLStreamException {
        xml.group("ram:AssociatedDocumentLineDocument", () -> xml.text("ram:LineID", line.id()));
        xml.group("ram:SpecifiedTradeProduct", () -> {
            xml.text("ram:SellerAssignedID", basic() ? null : line.articleNumber());
            xml.text("ram:Name", line.name());
            xml.text("ram:Description", basic() ? null : line.description());
        });
        xml.group("ram:SpecifiedLineTradeAgreement", () -> xml.group("ram:NetPriceProductTradePrice",
                () -> xml.number("ram:ChargeAmount", line.price())));
        xml.group("ram:SpecifiedLineTradeDelivery",
                () -> xml.number("ram:BilledQuantity", line.quantity(), "unitCode", line.unit()));
        xml.group("ram:SpecifiedLineTradeSettlement", () -> {
            xml.group("ram:ApplicableTradeTax", () -> category(line.category(), line.rate()));
            period(line.period());
            for (Allowance allowance : line.allowances()) {
                allowance(allowance, false);
            }
            xml.group("ram:SpecifiedTradeSettlementLineMonetarySummation",
                    () -> xml.amount("ram:LineTotalAmount", line.net()));
        });
    }

    /** The profile BASIC has fewer fields; what it cannot say stands on the page. */
    private boolean basic() {
        return format == Format.FACTURX_BASIC;
    }

    private void category(String category, BigDecimal rate) throws XMLStreamException {
        xml.text("ram:TypeCode", "VAT");
        xml.text("ram:CategoryCode", category);
        if (!category.equals("O")) {
            xml.number("ram:RateApplicablePercent", rate);
        }
    }

    private void period(@Nullable Period period) throws XMLStreamException {
        if (period != null) {
            xml.group("ram:BillingSpecifiedPeriod", () -> {
                xml.compactDate("ram:StartDateTime", "udt:DateTimeString", period.from());
                xml.compactDate("ram:EndDateTime", "udt:DateTimeString", period.to());
            });
        }
    }

    private void allowance(Allowance allowance, boolean whole) throws XMLStreamException {
        xml.group("ram:SpecifiedTradeAllowanceCharge", () -> {
            xml.group("ram:ChargeIndicator", () -> xml.text("udt:Indicator", Boolean.toString(allowance.charge())));
            if (allowance.percent() != null && allowance.base() != null && !basic()) {
                xml.number("ram:CalculationPercent", allowance.percent());
                xml.amount("ram:BasisAmount", allowance.base());
            }
            xml.amount("ram:ActualAmount", allowance.amount());
            xml.text("ram:Reason", allowance.reason());
            if (whole) {
                xml.group("ram:CategoryTradeTax", () -> category(allowance.category(), allowance.rate()));
            }
        });
    }

    private void agreement(References references) throws XMLStreamException {
        xml.text("ram:BuyerReference", references.buyerReference());
        xml.group("ram:SellerTradeParty", () -> party(invoice.seller(), true));
        xml.group("ram:BuyerTradeParty", () -> party(invoice.buyer(), false));
        reference("ram:BuyerOrderReferencedDocument", references.order());
        reference("ram:ContractReferencedDocument", references.contract());
        for (EInvoice.Attachment file : format.pdf() ? List.<EInvoice.Attachment>of() : invoice.attachments()) {
            xml.group("ram:AdditionalReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", file.name());
                xml.text("ram:TypeCode", "916");
                xml.text("ram:AttachmentBinaryObject", Base64.getEncoder().encodeToString(file.bytes()), "mimeCode", file.mediaType(),
                        "filename", file.name());
            });
        }
        if (references.project() != null && !basic()) {
            xml.group("ram:SpecifiedProcuringProject", () -> {
                xml.text("ram:ID", references.project());
                xml.text("ram:Name", "Project reference");
            });
        }
    }

    private void reference(String name, @Nullable String id) throws XMLStreamException {
        if (id != null) {
            xml.group(name, () -> xml.text("ram:IssuerAssignedID", id));
        }
    }

    private void party(Party party, boolean seller) throws XMLStreamException {
        xml.text("ram:Name", party.name());
        if (party.registration() != null) {
            xml.group("ram:SpecifiedLegalOrganization", () -> xml.text("ram:ID", party.registration()));
        }
        contact(basic() ? null : party.contact());
        xml.group("ram:PostalTradeAddress", () -> {
            xml.text("ram:PostcodeCode", party.address().postcode());
            xml.text("ram:LineOne", party.address().street());
            xml.text("ram:LineTwo", party.address().more());
            xml.text("ram:CityName", party.address().city());
            xml.text("ram:CountryID", party.address().country());
            xml.text("ram:CountrySubDivisionName", party.address().region());
        });
        if (party.endpoint() != null) {
            xml.group("ram:URIUniversalCommunication",
                    () -> xml.text("ram:URIID", party.endpoint().id(), "schemeID", party.endpoint().scheme()));
        }
        registration(party.vatId(), "VA");
        registration(seller ? party.taxNumber() : null, "FC");
    }

    private void contact(@Nullable Contact contact) throws XMLStreamException {
        if (contact != null && (contact.name() != null || contact.phone() != null || contact.email() != null)) {
            xml.group("ram:DefinedTradeContact", () -> {
                xml.text("ram:PersonName", contact.name());
                if (contact.phone() != null) {
                    xml.group("ram:TelephoneUniversalCommunication",
                            () -> xml.text("ram:CompleteNumber", contact.phone()));
                }
                if (contact.email() != null) {
                    xml.group("ram:EmailURIUniversalCommunication", () -> xml.text("ram:URIID", contact.email()));
                }
            });
        }
    }

    private void registration(@Nullable String id, String scheme) throws XMLStreamException {
        if (id != null) {
            xml.group("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", id, "schemeID", scheme));
        }
    }

    private void settlement() throws XMLStreamException {
        Payment payment = invoice.payment();
        xml.text("ram:PaymentReference", payment.reference());
        xml.text("ram:InvoiceCurrencyCode", invoice.head().currency());
        xml.group("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
            xml.text("ram:TypeCode", payment.means());
            if (payment.iban() != null) {
                xml.group("ram:PayeePartyCreditorFinancialAccount", () -> {
                    xml.text("ram:IBANID", payment.iban());
                    xml.text("ram:AccountName", basic() ? null : payment.accountName());
                });
                if (payment.bic() != null && !basic()) {
                    xml.group("ram:PayeeSpecifiedCreditorFinancialInstitution",
                            () -> xml.text("ram:BICID", payment.bic()));
                }
            }
        });
        for (Tax tax : invoice.taxes()) {
            xml.group("ram:ApplicableTradeTax", () -> tax(tax));
        }
        period(invoice.period());
        for (Allowance allowance : invoice.allowances()) {
            allowance(allowance, true);
        }
        String terms = PaymentWords.of(payment, format);
        if (!terms.isBlank() || invoice.head().due() != null) {
            xml.group("ram:SpecifiedTradePaymentTerms", () -> {
                if (!terms.isBlank()) {
                    xml.group("ram:Description", () -> xml.raw(terms));
                }
                xml.compactDate("ram:DueDateDateTime", "udt:DateTimeString", invoice.head().due());
            });
        }
        xml.group("ram:SpecifiedTradeSettlementHeaderMonetarySummation", () -> totals(invoice.totals()));
        References references = invoice.references();
        if (references.preceding() != null) {
            xml.group("ram:InvoiceReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", references.preceding());
                xml.compactDate("ram:FormattedIssueDateTime", "qdt:DateTimeString", references.precedingDate());
            });
        }
    }

    private void tax(Tax tax) throws XMLStreamException {
        xml.amount("ram:CalculatedAmount", tax.amount());
        xml.text("ram:TypeCode", "VAT");
        xml.text("ram:ExemptionReason", tax.exemption());
        xml.amount("ram:BasisAmount", tax.base());
        xml.text("ram:CategoryCode", tax.category());
        xml.text("ram:ExemptionReasonCode", tax.code());
        if (!tax.category().equals("O") || format.process().isPresent()) {
            xml.number("ram:RateApplicablePercent", tax.rate());
        }
    }

    private void totals(Totals totals) throws XMLStreamException {
        xml.amount("ram:LineTotalAmount", totals.lines());
        if (totals.charges().signum() != 0) {
            xml.amount("ram:ChargeTotalAmount", totals.charges());
        }
        if (totals.allowances().signum() != 0) {
            xml.amount("ram:AllowanceTotalAmount", totals.allowances());
        }
        xml.amount("ram:TaxBasisTotalAmount", totals.net());
        xml.amount("ram:TaxTotalAmount", totals.tax(), "currencyID", invoice.head().currency());
        if (totals.rounding().signum() != 0) {
            xml.amount("ram:RoundingAmount", totals.rounding());
        }
        xml.amount("ram:GrandTotalAmount", totals.gross());
        if (totals.paid().signum() != 0) {
            xml.amount("ram:TotalPrepaidAmount", totals.paid());
        }
        xml.amount("ram:DuePayableAmount", totals.payable());
    }
}
