package org.goodterms.einvoice;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.goodterms.einvoice.EInvoice.Allowance;
import org.goodterms.einvoice.EInvoice.Contact;
import org.goodterms.einvoice.EInvoice.Head;
import org.goodterms.einvoice.EInvoice.Kind;
import org.goodterms.einvoice.EInvoice.Line;
import org.goodterms.einvoice.EInvoice.Party;
import org.goodterms.einvoice.EInvoice.Payment;
import org.goodterms.einvoice.EInvoice.Period;
import org.goodterms.einvoice.EInvoice.References;
import org.goodterms.einvoice.EInvoice.Tax;
import org.goodterms.einvoice.EInvoice.Totals;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note in UBL 2.1; the order of elements is that of its schema. */
final class UblWriter {
    private static final String OASIS = "urn:oasis:names:specification:ubl:schema:xsd:";
    private final EInvoice invoice;
    private final Format format;
    private final boolean credit;
    private final String currency;
    private final XmlOut xml;

    private UblWriter(EInvoice invoice, Format format) throws XMLStreamException {
        this.invoice = invoice;
        this.format = format;
        this.credit = invoice.head().kind() == Kind.CREDIT_NOTE;
        this.currency = invoice.head().currency();
        Map<String, String> spaces = new LinkedHashMap<>();
        spaces.put("", OASIS + (credit ? "CreditNote-2" : "Invoice-2"));
        spaces.put("cac", OASIS + "CommonAggregateComponents-2");
        spaces.put("cbc", OASIS + "CommonBasicComponents-2");
        this.xml = new XmlOut(spaces);
    }

    static byte[] write(EInvoice invoice, Format format) throws XMLStreamException {
        UblWriter writer = new UblWriter(invoice, format);
        return writer.xml.document(writer.credit ? "CreditNote" : "Invoice", writer::content);
    }

    private void content() throws XMLStreamException {
        head(invoice.head());
        references(invoice.references());
        xml.group("cac:AccountingSupplierParty", () -> party(invoice.seller(), true));
        xml.group("cac:AccountingCustomerParty", () -> party(invoice.buyer(), false));
        if (invoice.head().delivered() != null || invoice.crossesTheUnion()) {
            xml.group("cac:Delivery", () -> {
                xml.date("cbc:ActualDeliveryDate", invoice.head().delivered());
                if (invoice.crossesTheUnion()) {
                    EInvoice.Address address = invoice.buyer().address();
                    xml.group("cac:DeliveryLocation", () -> xml.group("cac:Address", () -> {
                        xml.text("cbc:CityName", address.city());
                        xml.text("cbc:PostalZone", address.postcode());
                        xml.group("cac:Country", () -> xml.text("cbc:IdentificationCode", address.country()));
                    }));
                }
            });
        }
        payment(invoice.payment());
        for (Allowance allowance : invoice.allowances()) {
            allowance(allowance, true);
        }
        taxes();
        totals(invoice.totals());
        for (Line line : invoice.lines()) {
            line(line);
        }
    }

    private void head(Head head) throws XMLStreamException {
        xml.text("cbc:CustomizationID", format.customization());
        xml.text("cbc:ProfileID", format.process().orElse(null));
        xml.text("cbc:ID", head.number());
        xml.date("cbc:IssueDate", head.issued());
        if (!credit) {
            xml.date("cbc:DueDate", head.due());
        }
        xml.text(credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", head.kind().code());
        if (!head.notes().isEmpty()) {
            xml.text("cbc:Note", String.join("\n\n", head.notes()));
        }
        xml.text("cbc:DocumentCurrencyCode", currency);
        xml.text("cbc:BuyerReference", invoice.references().buyerReference());
        period(invoice.period());
    }

    private void period(@Nullable Period period) throws XMLStreamException {
        if (period != null) {
            xml.group("cac:InvoicePeriod", () -> {
                xml.date("cbc:StartDate", period.from());
                xml.date("cbc:EndDate", period.to());
            });
        }
    }

    private void references(References references) throws XMLStreamException {
        reference("cac:OrderReference", references.order());
        if (references.preceding() != null) {
            xml.group("cac:BillingReference", () -> xml.group("cac:InvoiceDocumentReference", () -> {
                xml.text("cbc:ID", references.preceding());
                xml.date("cbc:IssueDate", references.precedingDate());
            }));
        }
        reference("cac:ContractDocumentReference", references.contract());
        for (EInvoice.Attachment file : invoice.attachments()) {
            xml.group("cac:AdditionalDocumentReference", () -> {
                xml.text("cbc:ID", file.name());
                xml.group("cac:Attachment", () -> xml.text("cbc:EmbeddedDocumentBinaryObject",
                        Base64.getEncoder().encodeToString(file.bytes()), "mimeCode", file.mediaType(), "filename", file.name()));
            });
        }
        if (!credit) {
            reference("cac:ProjectReference", references.project());
        }
    }

    private void reference(String name, @Nullable String id) throws XMLStreamException {
        if (id != null) {
            xml.group(name, () -> xml.text("cbc:ID", id));
        }
    }

    private void party(Party party, boolean seller) throws XMLStreamException {
        xml.group("cac:Party", () -> {
            if (party.endpoint() != null) {
                xml.text("cbc:EndpointID", party.endpoint().id(), "schemeID", party.endpoint().scheme());
            }
            xml.group("cac:PartyName", () -> xml.text("cbc:Name", party.name()));
            xml.group("cac:PostalAddress", () -> {
                xml.text("cbc:StreetName", party.address().street());
                xml.text("cbc:AdditionalStreetName", party.address().more());
                xml.text("cbc:CityName", party.address().city());
                xml.text("cbc:PostalZone", party.address().postcode());
                xml.text("cbc:CountrySubentity", party.address().region());
                xml.group("cac:Country", () -> xml.text("cbc:IdentificationCode", party.address().country()));
            });
            taxScheme(party.vatId(), "VAT");
            taxScheme(seller ? party.taxNumber() : null, "FC");
            xml.group("cac:PartyLegalEntity", () -> {
                xml.text("cbc:RegistrationName", party.name());
                xml.text("cbc:CompanyID", party.registration());
            });
            contact(party.contact());
        });
    }

    private void taxScheme(@Nullable String id, String scheme) throws XMLStreamException {
        if (id != null) {
            xml.group("cac:PartyTaxScheme", () -> {
                xml.text("cbc:CompanyID", id);
                xml.group("cac:TaxScheme", () -> xml.text("cbc:ID", scheme));
            });
        }
    }

    private void contact(@Nullable Contact contact) throws XMLStreamException {
        if (contact != null && (contact.name() != null || contact.phone() != null || contact.email() != null)) {
            xml.group("cac:Contact", () -> {
                xml.text("cbc:Name", contact.name());
                xml.text("cbc:Telephone", contact.phone());
                xml.text("cbc:ElectronicMail", contact.email());
            });
        }
    }

    private void payment(Payment payment) throws XMLStreamException {
        xml.group("cac:PaymentMeans", () -> {
            xml.text("cbc:PaymentMeansCode", payment.means());
            if (credit) {
                xml.date("cbc:PaymentDueDate", invoice.head().due());
            }
            xml.text("cbc:PaymentID", payment.reference());
            if (payment.iban() != null) {
                xml.group("cac:PayeeFinancialAccount", () -> {
                    xml.text("cbc:ID", payment.iban());
                    xml.text("cbc:Name", payment.accountName());
                    reference("cac:FinancialInstitutionBranch", payment.bic());
                });
            }
        });
        String terms = PaymentWords.of(payment, format);
        if (!terms.isBlank()) {
            // the line break behind a discount belongs to its notation
            xml.group("cac:PaymentTerms", () -> xml.group("cbc:Note", () -> xml.raw(terms)));
        }
    }

    private void allowance(Allowance allowance, boolean whole) throws XMLStreamException {
        xml.group("cac:AllowanceCharge", () -> {
            xml.text("cbc:ChargeIndicator", Boolean.toString(allowance.charge()));
            xml.text("cbc:AllowanceChargeReason", allowance.reason());
            if (allowance.percent() != null && allowance.base() != null) {
                xml.number("cbc:MultiplierFactorNumeric", allowance.percent());
            }
            xml.amount("cbc:Amount", allowance.amount(), "currencyID", currency);
            if (allowance.percent() != null && allowance.base() != null) {
                xml.amount("cbc:BaseAmount", allowance.base(), "currencyID", currency);
            }
            if (whole) {
                xml.group("cac:TaxCategory", () -> category(allowance.category(), allowance.rate(), null));
            }
        });
    }

    private void category(String category, java.math.BigDecimal rate, @Nullable Tax exempt) throws XMLStreamException {
        xml.text("cbc:ID", category);
        if (!category.equals("O") || exempt != null && format.process().isPresent()) {
            xml.number("cbc:Percent", rate);
        }
        if (exempt != null) {
            xml.text("cbc:TaxExemptionReasonCode", exempt.code());
            xml.text("cbc:TaxExemptionReason", exempt.exemption());
        }
        xml.group("cac:TaxScheme", () -> xml.text("cbc:ID", "VAT"));
    }

    private void taxes() throws XMLStreamException {
        xml.group("cac:TaxTotal", () -> {
            xml.amount("cbc:TaxAmount", invoice.totals().tax(), "currencyID", currency);
            for (Tax tax : invoice.taxes()) {
                xml.group("cac:TaxSubtotal", () -> {
                    xml.amount("cbc:TaxableAmount", tax.base(), "currencyID", currency);
                    xml.amount("cbc:TaxAmount", tax.amount(), "currencyID", currency);
                    xml.group("cac:TaxCategory", () -> category(tax.category(), tax.rate(), tax));
                });
            }
        });
    }

    private void totals(Totals totals) throws XMLStreamException {
        xml.group("cac:LegalMonetaryTotal", () -> {
            xml.amount("cbc:LineExtensionAmount", totals.lines(), "currencyID", currency);
            xml.amount("cbc:TaxExclusiveAmount", totals.net(), "currencyID", currency);
            xml.amount("cbc:TaxInclusiveAmount", totals.gross(), "currencyID", currency);
            if (totals.allowances().signum() != 0) {
                xml.amount("cbc:AllowanceTotalAmount", totals.allowances(), "currencyID", currency);
            }
            if (totals.charges().signum() != 0) {
                xml.amount("cbc:ChargeTotalAmount", totals.charges(), "currencyID", currency);
            }
            if (totals.paid().signum() != 0) {
                xml.amount("cbc:PrepaidAmount", totals.paid(), "currencyID", currency);
            }
            if (totals.rounding().signum() != 0) {
                xml.amount("cbc:PayableRoundingAmount", totals.rounding(), "currencyID", currency);
            }
            xml.amount("cbc:PayableAmount", totals.payable(), "currencyID", currency);
        });
    }

    private void line(Line line) throws XMLStreamException {
        xml.group(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine", () -> {
            xml.text("cbc:ID", line.id());
            xml.number(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity(), "unitCode",
                    line.unit());
            xml.amount("cbc:LineExtensionAmount", line.net(), "currencyID", currency);
            period(line.period());
            for (Allowance allowance : line.allowances()) {
                allowance(allowance, false);
            }
            xml.group("cac:Item", () -> {
                xml.text("cbc:Description", line.description());
                xml.text("cbc:Name", line.name());
                reference("cac:SellersItemIdentification", line.articleNumber());
                xml.group("cac:ClassifiedTaxCategory", () -> category(line.category(), line.rate(), null));
            });
            xml.group("cac:Price", () -> xml.number("cbc:PriceAmount", line.price(), "currencyID", currency));
        });
    }
}
