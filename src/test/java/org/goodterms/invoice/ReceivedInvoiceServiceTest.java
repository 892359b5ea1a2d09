package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E-invoices that leave are kept; those that come in become an expense once. */
class ReceivedInvoiceServiceTest {

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_file_that_left_is_the_same_for_ever(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            EInvoiceService service = new EInvoiceService(desk.rooms, desk.papers, desk.archive);
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            byte[] first = service.export(invoice.number(), "facturx").orThrow();
            desk.companies.change(desk.companies.company().withFirm(Desk.firm("Other Name", "DE", "EUR", "DE1").firm())).orThrow();
            assertThat(service.export(invoice.number(), "facturx").orThrow()).isEqualTo(first);
            assertThat(codes(service.export(invoice.number(), "edifact"))).containsExactly("invoice.no_such_format");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_leitweg_id_and_the_format_are_kept_per_customer(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            EInvoiceService service = new EInvoiceService(desk.rooms, desk.papers, desk.archive);
            var customer = desk.customer("A");
            assertThat(codes(service.wish(customer.id(), new EInvoiceWish("xrechnung-ubl", "04011000-1234512345-07", ""))))
                    .containsExactly("invoice.leitweg");
            assertThat(codes(service.wish(customer.id(), new EInvoiceWish("fax", "", "")))).containsExactly("invoice.no_such_format");
            service.wish(customer.id(), new EInvoiceWish("xrechnung-ubl", "04011000-1234512345-06", "C-1")).orThrow();
            service.wish(customer.id(), service.wish(customer.id()).in("xrechnung-cii")).orThrow();
            Document invoice = desk.issue(desk.draft(customer, "1|100.00|19"));
            String xml = new String(service.export(invoice.number(), "xrechnung-cii").orThrow(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(xml).contains("<ram:BuyerReference>04011000-1234512345-06</ram:BuyerReference>", "C-1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_suppliers_invoice_becomes_an_expense_once_with_its_file_as_the_receipt(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            EInvoiceService service = new EInvoiceService(desk.rooms, desk.papers, desk.archive);
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            byte[] file = service.export(invoice.number(), "facturx").orThrow();
            ReceivedInvoiceService received = service.received();
            ReceivedInvoice booked = received.book(file, ReceivedInvoiceService.EXPENSES).orThrow();
            assertThat(desk.lastEntry()).containsEntry("6000", "100.00").containsEntry("1400", "19.00").containsEntry("2000", "-119.00");
            assertThat(received.file(booked).orThrow()).isEqualTo(file);
            assertThat(received.list()).containsExactly(booked);
            assertThat(codes(received.book(file, "6000"))).containsExactly("invoice.received_before");
            byte[] credit = service.export(desk.credits.issue(CreditRequest.full(invoice.number())).orThrow().document().number(),
                    "xrechnung-ubl").orThrow();
            assertThat(codes(received.book(credit, "9999"))).containsExactly("invoice.expense_account");
            received.book(credit, "6000").orThrow();
            assertThat(desk.balance("6000")).isEqualTo("0.00");
            assertThat(desk.balance("2000")).isEqualTo("0.00");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_cannot_be_booked_is_said_plainly(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            ReceivedInvoiceService received = new EInvoiceService(desk.rooms, desk.papers, desk.archive).received();
            assertThat(received.book("no xml".getBytes(), "6000").isOk()).isFalse();
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            String xml = new String(new EInvoiceService(desk.rooms, desk.papers, desk.archive).export(invoice.number(), "xrechnung-ubl")
                    .orThrow(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(codes(received.book(xml.replace("EUR", "USD").getBytes(), "6000"))).containsExactly("invoice.received_currency");
            assertThat(codes(received.book(xml.replaceAll("<cbc:IssueDate>[^<]*<", "<cbc:IssueDate>soon<").getBytes(), "6000")))
                    .containsExactly("invoice.received_incomplete");
            desk.ledger.lock(java.time.LocalDate.of(2026, 12, 31)).orThrow();
            assertThat(received.book(xml.getBytes(), "6000").isOk()).isFalse();
            assertThat(received.list()).isEmpty();
        }
    }
}
