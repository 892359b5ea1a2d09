package org.goodterms.einvoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.einvoice.EInvoice.Address;
import org.goodterms.einvoice.EInvoice.Allowance;
import org.goodterms.einvoice.EInvoice.Contact;
import org.goodterms.einvoice.EInvoice.Discount;
import org.goodterms.einvoice.EInvoice.Endpoint;
import org.goodterms.einvoice.EInvoice.Head;
import org.goodterms.einvoice.EInvoice.Kind;
import org.goodterms.einvoice.EInvoice.Line;
import org.goodterms.einvoice.EInvoice.Party;
import org.goodterms.einvoice.EInvoice.Payment;
import org.goodterms.einvoice.EInvoice.Period;
import org.goodterms.einvoice.EInvoice.References;
import org.goodterms.einvoice.EInvoice.Tax;
import org.goodterms.einvoice.EInvoice.Totals;

/** Invoices as a firm would write them. */
final class SampleInvoices {
    static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    static final Party SELLER = new Party("Nordlicht Werbetechnik GmbH", "DE123456788", "12/345/67890", "HRB 1234",
            new Address("Deichstraße 7", "Hinterhaus", "20459", "Hamburg", null, "DE"),
            new Contact("Ada Brandt", "+49 40 555 0100", "rechnung@nordlicht.example"),
            new Endpoint("EM", "rechnung@nordlicht.example"));
    static final Party BUYER = buyer("DE", "DE136695976");
    static final Allowance TEN = new Allowance(false, d("10.00"), d("100.00"), d("10"), "Rabatt", "", d("0"));

    private SampleInvoices() {
    }

    static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    static Party buyer(String country, String vatId) {
        return new Party("Bäckerei Müller & Söhne <GmbH>", vatId, null, null,
                new Address("Hauptstraße 12", null, "50667", "Köln", null, country),
                new Contact("Jürgen Müller", null, "rechnung@baeckerei-mueller.example"),
                new Endpoint("EM", "rechnung@baeckerei-mueller.example"));
    }

    static Line line(String id, String quantity, String price, String net, String category, String rate) {
        return new Line(id, "Schild \"Modell " + id + "\"", "aus Holz, 2 × 1 m", "ART-" + id, d(quantity), "C62",
                d(price), List.of(), d(net), category, d(rate), null);
    }

    /** Two rates, a discount of a line and of the whole, a charge, part paid before, discount for early payment. */
    static EInvoice full(Kind kind) {
        Line discounted = new Line("3", "Montage", null, null, d("2.5"), "HUR", d("40.0000"), List.of(TEN), d("90.00"),
                "S", d("19"), new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
        List<Line> lines = List.of(line("1", "3", "33.333", "100.00", "S", "19"),
                line("2", "-1", "20.00", "-20.00", "S", "7"), line("4", "2", "30.00", "60.00", "S", "7"), discounted);
        List<Allowance> extras = List.of(
                new Allowance(false, d("9.50"), d("190.00"), d("5"), "Treuerabatt", "S", d("19")),
                new Allowance(true, d("12.00"), null, null, "Fracht", "S", d("19")));
        List<Tax> taxes = List.of(new Tax("S", d("19"), d("192.50"), d("36.58"), null, null),
                new Tax("S", d("7"), d("40.00"), d("2.80"), null, null));
        Totals totals = new Totals(d("230.00"), d("9.50"), d("12.00"), d("232.50"), d("39.38"), d("271.88"),
                d("71.88"), d("0.00"), d("200.00"));
        Payment payment = new Payment("58", "DE89370400440532013000", "COBADEFFXXX", "Nordlicht Werbetechnik GmbH",
                "RE-2026-0007", "Zahlbar bis 01.04.2026 ohne Abzug.", List.of(new Discount(10, d("2"))));
        boolean corrects = kind != Kind.INVOICE;
        References references = new References("04011000-12345-03", "PO-77", "V-1", "P-9",
                corrects ? "RE-2026-0001" : null, corrects ? LocalDate.of(2026, 1, 15) : null);
        return new EInvoice(new Head("RE-2026-0007", kind, ISSUED, ISSUED.plusDays(30), ISSUED.minusDays(2), "EUR",
                List.of("Vielen Dank für Ihren Auftrag.", "Gerichtsstand Hamburg.")), references, SELLER, BUYER, lines,
                extras, taxes, totals, payment, null);
    }

    /** One line without tax, and why. */
    static EInvoice untaxed(String category, String country, String reason, String code) {
        boolean small = category.equals("E");
        Tax tax = new Tax(category, d("0"), d("500.00"), d("0.00"), reason, code);
        Totals totals = new Totals(d("500.00"), d("0.00"), d("0.00"), d("500.00"), d("0.00"), d("500.00"), d("0.00"),
                d("0.00"), d("500.00"));
        Payment payment = new Payment("58", "DE89370400440532013000", null, null, null, null, List.of());
        return new EInvoice(new Head("RE-2026-0008", Kind.INVOICE, ISSUED, ISSUED.plusDays(14), ISSUED, "EUR", List.of()),
                new References("REF-1", null, null, null, null, null), SELLER,
                buyer(country, small ? "DE136695976" : country.equals("CH") ? null : "FR40303265045"),
                List.of(line("1", "10", "50.00", "500.00", category, "0")), List.of(), List.of(tax), totals, payment, null);
    }

    static Map<String, EInvoice> all() {
        Map<String, EInvoice> all = new LinkedHashMap<>();
        all.put("invoice", full(Kind.INVOICE));
        all.put("credit note", full(Kind.CREDIT_NOTE));
        all.put("correction", full(Kind.CORRECTED_INVOICE));
        all.put("exempt", untaxed("E", "DE", "Kleinunternehmer, § 19 UStG", null));
        all.put("reverse charge", untaxed("AE", "FR", "Reverse charge", "VATEX-EU-AE"));
        all.put("within the union", untaxed("K", "FR", "Innergemeinschaftliche Lieferung", "VATEX-EU-IC"));
        all.put("zero rated", untaxed("Z", "DE", null, null));
        all.put("export", untaxed("G", "CH", "Export", "VATEX-EU-G"));
        return all;
    }

    /** The same with addresses in the Peppol network. */
    static EInvoice inPeppol(EInvoice invoice) {
        return with(invoice, invoice.references(), inPeppol(invoice.seller()), inPeppol(invoice.buyer()));
    }

    static Party inPeppol(Party party) {
        return new Party(party.name(), party.vatId(), party.taxNumber(), party.registration(), party.address(),
                party.contact(), Endpoint.ofVatId(party.vatId() == null ? "DE136695976" : party.vatId()).orElseThrow());
    }

    /** The same with another part. */
    static EInvoice with(EInvoice invoice, Totals totals) {
        return new EInvoice(invoice.head(), invoice.references(), invoice.seller(), invoice.buyer(),
                new ArrayList<>(invoice.lines()), invoice.allowances(), invoice.taxes(), totals, invoice.payment(),
                invoice.period());
    }

    static EInvoice with(EInvoice invoice, References references, Party seller, Party buyer) {
        return new EInvoice(invoice.head(), references, seller, buyer, invoice.lines(), invoice.allowances(),
                invoice.taxes(), invoice.totals(), invoice.payment(), invoice.period());
    }
}
