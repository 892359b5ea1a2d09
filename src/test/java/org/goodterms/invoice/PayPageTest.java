package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Codes;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Outcome;
import org.goodterms.pdf.PageImages;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The codes on the page are read back as a telephone reads them. */
class PayPageTest {
    private static Founding firm(String name, String country, String currency, Address address) {
        return Founding.of(name, country, currency).withFirm(new Company.Firm(name, address, currency.equals("EUR") || currency.equals("INR") ? "DE123456789" : "", "",
                new Company.Reach("rechnung@muster.example", "+41 32 100 20 30", "", "Erika Muster")));
    }

    private static Document issued(Desk desk, String language, String... lines) {
        Customer customer = desk.customer("K1", Map.of(CustomerField.LANGUAGE, language));
        return desk.issue(desk.draft(customer, lines));
    }

    /** The texts of all codes on all pages, top to bottom. */
    private static List<String> scanned(byte[] pdf, String name) {
        List<String> found = new ArrayList<>();
        try (PageImages pages = new PageImages(pdf)) {
            for (int i = 0; i < pages.count(); i++) {
                BufferedImage page = pages.image(i, 160);
                Path folder = Files.createDirectories(Path.of("target", "screenshots"));
                ImageIO.write(pages.image(i, 96), "png", folder.resolve("document-" + name + "-" + (i + 1) + ".png").toFile());
                found.addAll(Codes.on(page));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Test
    void a_sepa_code_and_a_payment_link_are_read_from_the_page_byte_for_byte() {
        try (Desk desk = new Desk(Engine.H2, firm("Müller & Söhne GmbH", "DE", "EUR", new Address("Hauptstraße 1", "10115", "Berlin", "", "DE"))
                .paidTo("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX\npaypal.me/wrenvale"))) {
            Document invoice = issued(desk, "de", "1|100.00|19", "2|12.50|19");
            byte[] pdf = desk.papers.pdf(invoice.number()).orThrow();
            assertThat(scanned(pdf, "sepa")).containsExactlyInAnyOrder(
                    "BCD\n002\n1\nSCT\nCOBADEFFXXX\nMüller & Söhne GmbH\nDE89370400440532013000\nEUR148.75\n\nRF3120260001",
                    "https://paypal.me/wrenvale/148.75EUR");
            assertThat(desk.items(invoice.number()).getFirst().reference()).isEqualTo("RF3120260001");
            assertThat(pdf.length).isLessThan(60_000);
        }
    }

    @Test
    void a_customer_reads_her_ways_to_pay_in_the_order_she_likes() {
        try (Desk desk = new Desk(Engine.H2, firm("Müller & Söhne GmbH", "DE", "EUR", new Address("Hauptstraße 1", "10115", "Berlin", "", "DE"))
                .paidTo("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX\npaypal.me/wrenvale"))) {
            String bank = "BCD\n002\n1\nSCT\nCOBADEFFXXX\nMüller & Söhne GmbH\nDE89370400440532013000\nEUR119\n\nRF";
            for (String ways : List.of("link, bank", "link", "bank", "")) {
                Customer customer = desk.customer("W-" + ways.replace(", ", "-"), Map.of(CustomerField.PAY_WAYS, ways));
                Document invoice = desk.issue(desk.draft(customer, "1|100.00|19"));
                assertThat(invoice.parties().lines("pay.details")).as(ways).isEqualTo(switch (ways) {
                    case "link, bank" -> List.of("paypal.me/wrenvale", "IBAN DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX");
                    case "link" -> List.of("paypal.me/wrenvale");
                    case "bank" -> List.of("IBAN DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX");
                    default -> List.of("IBAN DE89 3704 0044 0532 0130 00", "BIC COBADEFFXXX", "paypal.me/wrenvale");
                });
                List<String> codes = scanned(desk.papers.pdf(invoice.number()).orThrow(), "ways-" + ways.replace(", ", "-"));
                assertThat(codes.stream().filter(code -> code.startsWith(bank)).count()).as(ways).isEqualTo(ways.equals("link") ? 0 : 1);
                assertThat(codes.contains("https://paypal.me/wrenvale/119.00EUR")).as(ways).isEqualTo(!ways.equals("bank"));
            }
        }
    }

    @Test
    void rupees_show_a_upi_code_and_reais_a_pix_code() {
        try (Desk desk = new Desk(Engine.H2, firm("Wren Exports", "IN", "INR", new Address("MG Road 1", "560001", "Bengaluru", "KA", "IN"))
                .paidTo("HDFC Bank 0123456789\nUPI: wren@okbank"))) {
            Document invoice = issued(desk, "en", "1|1000.00|18");
            assertThat(scanned(desk.papers.pdf(invoice.number()).orThrow(), "upi")).containsExactly(
                    "upi://pay?pa=wren@okbank&pn=Wren%20Exports&am=1180.00&cu=INR&tn=" + invoice.number() + "&tr="
                            + invoice.number().replaceAll("[^A-Za-z0-9]", ""));
        }
        try (Desk desk = new Desk(Engine.H2, firm("Ave Azul", "BR", "BRL", new Address("Rua 1", "01000-000", "São Paulo", "", "BR"))
                .paidTo("Pix: +5511912345678"))) {
            Document invoice = issued(desk, "pt", "1|200.00|0");
            assertThat(scanned(desk.papers.pdf(invoice.number()).orThrow(), "pix")).singleElement().asString()
                    .startsWith("00020126360014br.gov.bcb.pix0114+5511912345678").contains("5406200.00", "5802BR", "6009Sao Paulo");
        }
    }

    @Test
    void francs_carry_the_payment_part_with_its_reference() {
        try (Desk desk = new Desk(Engine.H2, firm("Robert Schneider AG", "CH", "CHF", new Address("Rue du Lac 1268", "2501", "Biel", "", "CH"))
                .paidTo("CH44 3199 9123 0008 8901 2"))) {
            Customer customer = desk.customer("K1", Map.of(CustomerField.LANGUAGE, "de", CustomerField.COUNTRY, "CH",
                    CustomerField.POSTCODE, "9400", CustomerField.CITY, "Rorschach"));
            Document invoice = desk.issue(desk.draft(customer, "1|3949.75|0"));
            List<String> codes = scanned(desk.papers.pdf(invoice.number()).orThrow(), "swiss");
            assertThat(codes).hasSize(1);
            Bill bill = QRBill.decodeQrCodeText(codes.getFirst());
            assertThat(bill.getAccount()).isEqualTo("CH4431999123000889012");
            assertThat(bill.getAmount()).isEqualByComparingTo("3949.75");
            assertThat(bill.getReferenceType()).isEqualTo("QRR");
            assertThat(bill.getReference()).isEqualTo("000000000000000000202600013");
            assertThat(bill.getDebtor().getTown()).isEqualTo("Rorschach");
            assertThat(codes.getFirst()).startsWith("SPC\n0200\n1\nCH4431999123000889012\nS\nRobert Schneider AG\nRue du Lac 1268\n\n2501\nBiel\nCH\n");
            Document longer = desk.issue(desk.draft(customer, java.util.stream.IntStream.range(0, 12).mapToObj(i -> "1|10.00|0").toArray(String[]::new)));
            assertThat(scanned(desk.papers.pdf(longer.number()).orThrow(), "swiss-long")).hasSize(1);
        }
    }

    @Test
    void a_payment_part_that_would_be_wrong_is_refused_with_what_to_fill_in() {
        try (Desk desk = new Desk(Engine.H2, firm("Robert Schneider AG", "CH", "CHF", new Address("Rue du Lac 1268", "", "", "", "CH"))
                .paidTo("CH58 0079 1123 0008 8901 2"))) {
            Customer customer = desk.customer("K1");
            Outcome<Issued> issued = desk.invoices.issue(desk.draft(customer, "1|10.00|0"), new IssueOptions("", false));
            String number = issued.orThrow().document().number();
            assertThat(desk.papers.pdf(number)).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                    assertThat(refused.problems().toString()).contains("invoice.slip_field", "creditor"));
        }
    }

    @Test
    void of_instalments_the_code_asks_for_the_first() {
        try (Desk desk = Desk.german(Engine.H2)) {
            Customer customer = desk.customer("K1", Map.of(CustomerField.LANGUAGE, "de"));
            Document invoice = desk.issue(desk.draft(customer, "1|1000.00|19").withAgreed(new Draft.Agreed("50% net 10, 50% net 40", null)));
            assertThat(scanned(desk.papers.pdf(invoice.number()).orThrow(), "instalments").getFirst()).contains("\nEUR595\n");
        }
    }

    @Test
    void dollars_to_a_european_account_show_no_code() {
        try (Desk desk = Desk.german(Engine.H2)) {
            desk.companies.setPayTo("USD", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
            Document invoice = desk.issue(desk.draft(desk.customer("K1"), "1|100.00|19").withPricing(
                    new Draft.Pricing(CurrencyUnit.USD, new java.math.BigDecimal("1.1"), Totals.PriceMode.NET)));
            assertThat(scanned(desk.papers.pdf(invoice.number()).orThrow(), "dollars")).isEmpty();
        }
    }
}
