package org.goodterms.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.goodterms.App;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.fixture.Engine;
import org.goodterms.invoice.Allowance;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.EInvoiceWish;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Invoices and credit notes over all combinations, as they leave the program, judged by the official rules. */
class GeneratedInvoicesTest {
    private static final long SEED = 20260302;
    private static final int INVOICES = 150;
    private static final List<String> CATEGORIES = List.of("S", "S", "S", "Z", "E", "AE", "K", "G", "O");
    private final Random random = new Random(SEED);
    private final App app = app();

    private static App app() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
        Changes changes = new Changes();
        App app = new App(Engine.H2.open(clock, changes), clock, Ids.counting(), changes);
        app.begin(Founding.of("Muster & Söhne GmbH", "DE", "EUR").withFirm(new Company.Firm("Muster & Söhne GmbH",
                new Address("Hauptstraße 1", "10115", "Berlin", "", "DE"), "DE123456789", "HRB 1234",
                new Company.Reach("rechnung@muster.example", "+49 30 1234", "", "Erika Muster")))
                .paidTo("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX")).orThrow();
        return app;
    }

    private Customer customer(String code, String country, String taxId) {
        Map<CustomerField, String> typed = new EnumMap<>(app.customers().blank().typed());
        typed.putAll(Map.of(CustomerField.CODE, code, CustomerField.NAME, "Käufer " + code + " <& Co>", CustomerField.STREET, "Gasse 2",
                CustomerField.POSTCODE, "50667", CustomerField.CITY, "Köln", CustomerField.COUNTRY, country,
                CustomerField.EMAIL, code.toLowerCase() + "@example.org", CustomerField.TAX_ID, taxId));
        Customer customer = app.customers().add(new CustomerForm(typed, List.of())).orThrow();
        app.eInvoices().wish(customer.id(), new EInvoiceWish("xrechnung-ubl", country.equals("DE") ? "04011000-1234512345-06" : "",
                "C-" + code)).orThrow();
        return customer;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private TaxKey tax(String category) {
        return category.equals("S") ? TaxKey.of(number(random.nextBoolean() ? "19" : "7")) : new TaxKey(category, BigDecimal.ZERO);
    }

    private Draft draft(Customer customer, String category, int index) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Line line = new Line("Item " + i + (random.nextBoolean() ? "\nmore of it" : ""), BigDecimal.valueOf(1 + random.nextInt(900), 2),
                    List.of("", "h", "kg", "month").get(random.nextInt(4)), BigDecimal.valueOf(1 + random.nextInt(99_999), 3),
                    number(random.nextInt(5) == 0 ? "100" : "1"), null, tax(category), "");
            lines.add(switch (random.nextInt(4)) {
                case 0 -> line.discounted(new Line.Discount(number("12.5"), null));
                default -> line;
            });
        }
        lines.add(Line.of("Base", BigDecimal.ONE, number("250.00"), tax(category)));
        Draft draft = app.invoices().blank(customer.id()).withLines(lines);
        List<Allowance> allowances = new ArrayList<>();
        if (index % 3 == 0) {
            allowances.add(Allowance.percent("Loyalty", number("3")));
        }
        if (index % 5 == 0) {
            allowances.add(Allowance.charge("Freight", Money.parse("EUR 9.90")));
        }
        Draft.Wording wording = draft.wording().ordered(index % 2 == 0 ? "PO-" + index : "");
        boolean reason = !category.equals("S") && !category.equals("Z");
        Draft full = draft.withAllowances(allowances).withWording(reason ? wording.exempt("Reason " + category) : wording)
                .withAgreed(new Draft.Agreed(index % 4 == 0 ? "2/10 net 30" : index % 4 == 1 ? "50% net 10, 50% net 40" : "net 14", null));
        return index % 7 != 0 ? full : new Draft(full.customer(), full.date(), new Draft.Supply(LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 2, 28)), full.pricing(), full.agreed(), full.wording(), full.deposit(), full.lines(), full.allowances());
    }

    @Test
    void three_hundred_invoices_and_credit_notes_pass_the_official_rules_and_equal_the_ledger() throws Exception {
        Customer german = customer("DE1", "DE", "DE136695976");
        Customer french = customer("FR1", "FR", "FR40303265045");
        Customer american = customer("US1", "US", "");
        List<String> errors = new ArrayList<>();
        int judged = 0;
        for (int i = 0; i < INVOICES; i++) {
            String category = CATEGORIES.get(i % CATEGORIES.size());
            Customer customer = List.of("K", "AE").contains(category) ? french : category.equals("G") ? american : german;
            Document invoice = app.invoices().issue(draft(customer, category, i), IssueOptions.STRICT).orThrow().document();
            Document second = i % 6 == 5 ? app.invoices().issue(app.invoices().correcting(invoice, app.today()), IssueOptions.STRICT).orThrow().document()
                    : app.creditNotes().issue(CreditRequest.full(invoice.number())).orThrow().document();
            List<Format> formats = List.of(Format.values());
            Format format = formats.get(i % formats.size());
            if (format == Format.PEPPOL && customer == american) {
                format = Format.FACTURX;
            }
            if (i % 4 == 2) {
                app.eInvoices().enclosures().add(invoice.number(), "time-sheet.pdf", app.papers().pdf(invoice.number()).orThrow()).orThrow();
                app.eInvoices().enclosures().add(invoice.number(), "Größen.csv", "a;b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)).orThrow();
            }
            for (Document document : List.of(invoice, second)) {
                judge(document, format, i, errors);
                judged++;
            }
        }
        assertThat(errors).as("seed " + SEED).isEmpty();
        assertThat(judged).isEqualTo(2 * INVOICES);
    }

    private void judge(Document document, Format format, int index, List<String> errors) throws Exception {
        String name = index + " " + document.number() + " " + format.word() + ": ";
        var made = app.eInvoices().export(document.number(), format.word());
        if (!made.isOk()) {
            made.problems().stream().map(Problem::toString).forEach(problem -> errors.add(name + problem));
            return;
        }
        byte[] bytes = made.orThrow();
        byte[] xml = format.pdf() ? EmbeddedXml.of(bytes).orThrow() : bytes;
        OfficialRules.check(xml, format, document.isCredit()).forEach(error -> errors.add(name + error));
        if (format.pdf() && index % 10 == 2) {
            ArchivePdf.errors(bytes, PDFAFlavour.PDFA_3_A).forEach(error -> errors.add(name + error));
        }
        if (!app.eInvoices().export(document.number(), format.word()).orThrow().equals(bytes)) {
            assertThat(app.eInvoices().export(document.number(), format.word()).orThrow()).as(name + "same bytes again").isEqualTo(bytes);
        }
        boolean peppolAbroad = format == Format.PEPPOL && CATEGORIES.get(index % CATEGORIES.size()).matches("K|AE");
        String type = document.isCredit() ? "381" : document.isCorrection() && !peppolAbroad ? "384" : "380";
        boolean named = document.credits().isEmpty() || new String(xml, java.nio.charset.StandardCharsets.UTF_8).contains(">" + document.credits() + "<");
        if (!named || !new String(xml, java.nio.charset.StandardCharsets.UTF_8).contains("TypeCode>" + type + "<")) {
            errors.add(name + "not of type " + type + " or without its reference");
        }
        for (var enclosed : app.eInvoices().enclosures().of(document.id())) {
            if (!carries(bytes, xml, format, enclosed.name())) {
                errors.add(name + "without " + enclosed.name());
            }
        }
        Facts facts = EInvoiceReader.read(xml).facts().orElseThrow();
        BigDecimal payable = new BigDecimal(facts.totals().get("payable"));
        BigDecimal ledger = app.db().read(tx -> app.receivables().byNumber(tx, document.number())).stream()
                .map(item -> item.original().getAmount().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (payable.compareTo(ledger) != 0) {
            errors.add(name + payable + " in the file, " + ledger + " in the ledger");
        }
    }

    private static boolean carries(byte[] bytes, byte[] xml, Format format, String file) throws java.io.IOException {
        if (!format.pdf()) {
            return new String(xml, java.nio.charset.StandardCharsets.UTF_8).contains("filename=\"" + file + "\">");
        }
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(bytes)) {
            return pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().containsKey(file);
        }
    }

    @Test
    void pages_are_fit_for_the_archive_and_the_validator_can_say_otherwise() throws Exception {
        Document invoice = app.invoices().issue(draft(customer("DE2", "DE", ""), "S", 0), IssueOptions.STRICT).orThrow().document();
        byte[] page = app.papers().pdf(invoice.number()).orThrow();
        assertThat(ArchivePdf.errors(page, PDFAFlavour.PDFA_2_A)).isEmpty();
        for (String format : List.of("facturx", "facturx-basic", "facturx-extended", "facturx-xrechnung")) {
            assertThat(ArchivePdf.errors(app.eInvoices().export(invoice.number(), format).orThrow(), PDFAFlavour.PDFA_3_A)).as(format).isEmpty();
        }
        byte[] broken = new String(page, java.nio.charset.StandardCharsets.ISO_8859_1).replace("pdfaid:part", "pdfaid:prat")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ArchivePdf.errors(broken, PDFAFlavour.PDFA_2_A)).isNotEmpty();
    }
}
