package org.goodterms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.goodterms.SharedData;
import org.goodterms.customer.Customer;
import org.goodterms.customer.Person;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same customers and invoices as eight programs write them, against what they hold. */
class SameBookTest {
    private static final String FOLDER = "masterdata/same-book/";
    private final TestBook book = new TestBook(Engine.H2);

    @AfterEach
    void close() {
        book.close();
    }

    private Outcome<ImportReport> bring(ImportKind kind, byte[] file) {
        return book.app.imports().run(new ImportService.Order(kind, file, null, false, false), Progress.NONE);
    }

    private ImportReport bring(ImportKind kind, String file) {
        return bring(kind, SharedData.bytes(FOLDER + file)).orThrow();
    }

    private static JsonNode expected(String what) throws Exception {
        return new ObjectMapper().readTree(SharedData.bytes(FOLDER + "expected.json")).get(what);
    }

    private Map<String, Customer> byMailbox() {
        return book.app.db().read(tx -> book.app.customers().all(tx)).stream()
                .collect(Collectors.toMap(c -> c.reach().email(), c -> c));
    }

    private List<OpenItem> items(String number) {
        return book.app.db().read(tx -> book.app.receivables().byNumber(tx, number));
    }

    @ParameterizedTest
    @CsvSource({"xero-contacts.csv,XERO,code place terms", "quickbooks-online-customers.csv,QUICKBOOKS_ONLINE,place",
            "gnucash-customers.csv,GNUCASH,code place", "freshbooks-clients.csv,FRESHBOOKS,place", "wave-customers.csv,WAVE,code place currency",
            "quickbooks-desktop.iif,QUICKBOOKS_DESKTOP,terms"})
    void the_customers_of_every_program_come_in_without_a_map(String file, Program program, String has) throws Exception {
        assertThat(book.app.imports().looks().look(ImportKind.CUSTOMERS, SharedData.bytes(FOLDER + file), null).orThrow().program())
                .contains(program);
        ImportReport report = bring(ImportKind.CUSTOMERS, file);
        assertThat(report.imported()).isEqualTo(6);
        Map<String, Customer> found = byMailbox();
        for (JsonNode told : expected("customers")) {
            Customer customer = found.get(told.get("email").asText());
            assertThat(customer).as(told.get("email").asText()).isNotNull();
            assertThat(customer.address().country()).isEqualTo(told.get("country").asText());
            if (has.contains("place")) {
                assertThat(customer.name()).isEqualTo(told.get("name").asText());
                assertThat(customer.address().city()).isEqualTo(told.get("city").asText());
                String contact = told.get("contact").asText();
                assertThat(customer.persons()).extracting(Person::name)
                        .isEqualTo(contact.equals(customer.name()) ? List.of() : List.of(contact));
            }
            assertThat(!has.contains("code") || customer.code().equals(told.get("id").asText())).isTrue();
            assertThat(!has.contains("terms") || customer.trade().terms().equals("net " + told.get("terms_days").asText())).isTrue();
            assertThat(!has.contains("currency") || customer.trade().currency().getCode().equals(told.get("currency").asText())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"xero-sales-invoices.csv,XERO,due currency", "quickbooks-online-invoices.csv,QUICKBOOKS_ONLINE,due currency",
            "invoiceninja-invoices.csv,INVOICE_NINJA,due currency paid", "freshbooks-invoices.csv,FRESHBOOKS,currency",
            "zoho-invoices.csv,ZOHO,due currency paid", "gnucash-invoices.csv,GNUCASH,due", "quickbooks-desktop.iif,QUICKBOOKS_DESKTOP,due euro"})
    void the_invoices_of_every_program_come_in_with_net_tax_and_what_was_paid(String file, Program program, String has) throws Exception {
        if (program == Program.GNUCASH) {
            bring(ImportKind.CUSTOMERS, "gnucash-customers.csv");
        }
        assertThat(book.app.imports().looks().look(ImportKind.INVOICES, SharedData.bytes(FOLDER + file), null).orThrow().program())
                .contains(program);
        ImportReport report = bring(ImportKind.INVOICES, file);
        List<JsonNode> documents = StreamSupport.stream(expected("invoices").spliterator(), false)
                .filter(told -> !has.contains("euro") || told.get("currency").asText().equals("EUR")).toList();
        assertThat(report.imported()).isEqualTo(documents.size());
        Map<String, String> totals = new TreeMap<>();
        for (JsonNode told : documents) {
            same(told, has);
            totals.merge(has.contains("currency") || has.contains("euro") ? told.get("currency").asText() : "EUR", told.get("gross").asText(),
                    (a, b) -> new BigDecimal(a).add(new BigDecimal(b)).toPlainString());
        }
        assertThat(report.totals().keySet()).isEqualTo(totals.keySet());
        totals.forEach((code, sum) -> assertThat(report.totals().get(code).getAmount()).as(code).isEqualByComparingTo(sum));
        assertThat(book.ties(TestBook.DAY)).isTrue();
    }

    private void same(JsonNode told, String has) throws Exception {
        String number = told.get("number").asText();
        assertThat(items(number)).as(number).hasSize(1);
        OpenItem item = items(number).getFirst();
        assertThat(item.dated()).isEqualTo(told.get("issue").asText());
        assertThat(!has.contains("due") || item.due().toString().equals(told.get("due").asText())).as(number).isTrue();
        assertThat(!has.contains("currency") || item.original().getCurrencyUnit().getCode().equals(told.get("currency").asText())).isTrue();
        List<NewItem.Tax> taxes = book.app.db().read(tx -> book.app.receivables().taxes(tx, item));
        assertThat(sum(taxes.stream().map(NewItem.Tax::net).toList())).as(number + " net").isEqualByComparingTo(told.get("net").asText());
        assertThat(sum(taxes.stream().map(NewItem.Tax::tax).toList())).as(number + " tax").isEqualByComparingTo(told.get("tax").asText());
        assertThat(item.original().getAmount()).as(number + " gross").isEqualByComparingTo(told.get("gross").asText());
        String paid = has.contains("paid") ? told.get("paid").asText() : "0";
        BigDecimal rest = item.original().getAmount().subtract(new BigDecimal(paid));
        boolean cent = rest.compareTo(new BigDecimal("0.01")) <= 0;
        assertThat(item.open().getAmount()).as(number + " open").isEqualByComparingTo(cent ? BigDecimal.ZERO : rest);
        for (JsonNode customer : expected("customers")) {
            if (customer.get("id").equals(told.get("customer")) && (has.contains("paid") || !has.contains("euro"))) {
                assertThat(book.app.customers().customer(item.customer()).name()).as(number).isEqualTo(customer.get("name").asText());
            }
        }
    }

    private static BigDecimal sum(List<Money> money) {
        return money.stream().map(Money::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void two_rates_in_one_invoice_are_found_where_only_the_sum_of_the_tax_is_told() {
        bring(ImportKind.INVOICES, "invoiceninja-invoices.csv");
        OpenItem item = items("INV-1006").getFirst();
        List<NewItem.Tax> taxes = book.app.db().read(tx -> book.app.receivables().taxes(tx, item));
        assertThat(taxes).extracting(t -> t.rate().stripTrailingZeros().toPlainString() + " " + t.net().getAmount() + " " + t.tax().getAmount())
                .containsExactlyInAnyOrder("19 67.50 12.83", "7 12.55 0.88");
    }

    @Test
    void what_was_paid_in_the_other_program_is_against_the_opening_balance_and_not_in_the_bank() {
        bring(ImportKind.INVOICES, "zoho-invoices.csv");
        assertThat(book.entries()).contains(List.of("3900 500.00", "1200 -500.00"));
        assertThat(book.entries()).noneMatch(entry -> entry.stream().anyMatch(line -> line.startsWith("1000")));
    }

    @Test
    void the_same_book_out_of_all_programs_one_after_the_other_is_merged_and_not_doubled() {
        List<String> customers = List.of("wave-customers.csv", "xero-contacts.csv", "quickbooks-online-customers.csv", "gnucash-customers.csv",
                "freshbooks-clients.csv", "quickbooks-desktop.iif");
        List<String> invoices = List.of("xero-sales-invoices.csv", "quickbooks-online-invoices.csv", "gnucash-invoices.csv",
                "freshbooks-invoices.csv", "zoho-invoices.csv", "invoiceninja-invoices.csv", "quickbooks-desktop.iif");
        customers.forEach(file -> bring(ImportKind.CUSTOMERS, file));
        List<Integer> imported = new ArrayList<>();
        invoices.forEach(file -> imported.add(bring(ImportKind.INVOICES, file).imported()));
        assertThat(byMailbox()).hasSize(6);
        assertThat(imported).containsExactly(7, 0, 0, 0, 0, 0, 0);
        Customer first = byMailbox().get("rechnung@baeckerei-mueller.example");
        assertThat(first.trade().taxId()).as("filled in from the second file").isEqualTo("DE136695976");
        assertThat(first.trade().currency().getCode()).isEqualTo("EUR");
        assertThat(bring(ImportKind.CUSTOMERS, "quickbooks-desktop.iif").warnings()).extracting(w -> w.problem().code())
                .contains("intake.merged");
    }

    @Test
    void a_currency_without_a_rate_is_said() {
        assertThat(bring(ImportKind.INVOICES, "xero-sales-invoices.csv").warnings()).extracting(w -> w.row() + " " + w.problem().code())
                .contains("5 intake.no_rate", "7 intake.no_rate");
    }

    private static byte[] freshbooks(String... rows) {
        return ("Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,"
                + "Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency\r\n" + String.join("\r\n", rows))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void drafts_are_left_out_and_a_refused_document_is_named_by_its_row_in_the_file() {
        byte[] file = freshbooks("Ann,F-1,2026-01-15,draft,,S,Work,1,1,0,100.00,VAT,19.00,,0.00,119.00,EUR",
                "Ann,F-2,2026-01-15,sent,,S,Work,1,1,0,100.00,VAT,19.00,,0.00,119.00,EUR",
                "Ann,F-2,2026-01-15,sent,,S,Post,1,1,0,5.00,,0.00,,0.00,5.00,EUR",
                "Bob,F-3,2026-01-16,sent,,S,Work,1,1,0,0.00,,0.00,,0.00,0.00,EUR");
        assertThat(bring(ImportKind.INVOICES, file).problems()).extracting(Problem::code).containsExactly("intake.row_refused", "intake.not_positive");
        ImportReport report = book.app.imports().run(new ImportService.Order(ImportKind.INVOICES, file, null, false, true), Progress.NONE).orThrow();
        assertThat(report.errors()).extracting(ImportReport.RowProblem::row).containsExactly(4);
        assertThat(report.warnings()).extracting(w -> w.problem().code()).containsExactly("intake.no_document");
        assertThat(report.imported()).isEqualTo(1);
        assertThat(items("F-2").getFirst().original()).isEqualTo(TestBook.eur("124.00"));
    }

    @Test
    void a_tax_that_fits_no_rate_comes_in_and_is_said() {
        byte[] file = ("Client,Email,Invoice Number,Amount,Paid,PO Number,Status,Invoice Date,Due Date,Item Notes,Item Cost,Item Quantity\n"
                + "Ann,ann@a.example,N-1,EUR 111.00,0.00,,Sent,2026-01-15,2026-02-14,Work,100.00,1\n").getBytes(StandardCharsets.UTF_8);
        assertThat(bring(ImportKind.INVOICES, file).orThrow().warnings()).extracting(w -> w.problem().code()).containsExactly("intake.tax_unexplained");
        assertThat(items("N-1").getFirst().original()).isEqualTo(TestBook.eur("111.00"));
    }

    @Test
    void taxes_by_rate_must_add_up_to_the_amount() {
        book.customer("C");
        byte[] file = "number,customer,date,amount,taxes\nA-1,C,2026-01-15,119.00,19=100.00+18.00\n".getBytes(StandardCharsets.UTF_8);
        assertThat(bring(ImportKind.INVOICES, file).problems()).extracting(Problem::code).contains("intake.taxes");
    }
}
