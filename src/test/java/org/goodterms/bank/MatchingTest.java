package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.intake.Opening;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules 0 to 7, and who counts as known. */
class MatchingTest {
    private final BankBook book = new BankBook(Engine.H2).customers("PIKE,Pike & Sons,DE89370400440532013000",
            "MUE,Müller GmbH,", "MUEB,Müller Bau GmbH,", "OAK,Oak Street Bakery Ltd,")
            .invoices("RE-2026-0106,PIKE,2026-01-10,2026-02-09,595.00,RF2520260109", "RE-2026-0107,PIKE,2026-01-11,2026-02-10,119.00,",
                    "2026/304,OAK,2026-01-12,2026-02-11,300.00,", "RE-2026-0200,MUE,2026-01-13,2026-02-12,777.00,");

    @AfterEach
    void close() {
        book.isSound();
        book.close();
    }

    private static String said(LineStanding s) {
        return s.state().word() + " " + s.rule() + " " + s.allocated().stream()
                .map(a -> a.number() + "=" + a.amount().getAmount()).toList();
    }

    @Test
    void a_whole_number_in_any_writing_is_a_reference() {
        int day = 1;
        for (String text : List.of("RE-2026-0106", "re 2026 0106", "Rechnung 2026/0106 danke", "RE20260106", "Rechnung20260106",
                "RF25 2026 0109")) {
            String date = "2026-02-%02d".formatted(day++);
            assertThat(said(book.line(date, "Pike", "", text, "595.00"))).as(text)
                    .isEqualTo("matched 1 [RE-2026-0106=595.00]");
            book.bank.matching().undo(book.named(date, "595.00").id()).orThrow();
        }
    }

    @Test
    void a_date_is_no_reference_although_its_digits_are_those_of_a_number() {
        book.invoices("RE-2026-0301,PIKE,2026-01-10,2026-02-09,50.00,");
        assertThat(said(book.line("2026-03-02", "Pike", "", "Lieferung 2026-03-01", "20.00"))).isEqualTo("unapplied 6 []");
    }

    @Test
    void the_last_group_is_enough_where_the_name_fits_and_behind_a_whole_number() {
        assertThat(said(book.line("2026-03-02", "OAK STREET BAKERY", "", "invoice 304", "300.00")))
                .isEqualTo("matched 1 [2026/304=300.00]");
        assertThat(said(book.line("2026-03-03", "J. Pike", "", "RE-2026-0106, 0107", "714.00")))
                .isEqualTo("matched 2 [RE-2026-0106=595.00, RE-2026-0107=119.00]");
    }

    @Test
    void a_credit_taken_over_without_its_tax_is_deducted_where_the_payer_names_it() {
        book.book.app.accounting().openings().takeOver(new Opening("PIKE", "RE-2026-0108", LocalDate.parse("2026-01-12"), null,
                TestBook.eur("-59.50"), TestBook.eur("-59.50"), java.math.BigDecimal.ONE, Map.of(), "", "", null, null)).orThrow();
        assertThat(said(book.line("2026-03-02", "Pike", "", "RE-2026-0106 less RE-2026-0108", "535.50")))
                .isEqualTo("matched 2 [RE-2026-0106=595.00, RE-2026-0108=-59.50]");
        assertThat(book.open("RE-2026-0106") + " " + book.open("RE-2026-0108")).isEqualTo("0.00 0.00");
    }

    @Test
    void the_last_group_alone_says_nothing_where_the_name_does_not_fit() {
        assertThat(said(book.line("2026-03-02", "Somebody Bakery", "", "invoice 304", "300.00"))).isEqualTo("suspense 7 []");
        assertThat(book.standing("2026-03-02", "300.00").proposals().getFirst().items()).containsExactly("2026/304");
    }

    @Test
    void a_reference_of_an_unlikely_payer_is_only_a_proposal() {
        LineStanding line = book.line("2026-03-02", "Jane Doe", "", "RE-2026-0106", "595.00");
        assertThat(said(line)).isEqualTo("suspense 7 []");
        assertThat(line.proposals().getFirst().customerCode()).isEqualTo("PIKE");
    }

    @Test
    void a_linked_account_is_plausible_whatever_the_name() {
        assertThat(said(book.line("2026-03-02", "J. Doe", "DE89370400440532013000", "RE-2026-0106", "595.00")))
                .isEqualTo("matched 1 [RE-2026-0106=595.00]");
    }

    @Test
    void a_lower_amount_leaves_the_rest_open_but_a_rest_within_tolerance_is_closed() {
        assertThat(said(book.line("2026-03-02", "Pike", "", "RE-2026-0106", "500.00")))
                .isEqualTo("matched 4 [RE-2026-0106=500.00]");
        assertThat(book.open("RE-2026-0106")).isEqualTo("95.00");
        assertThat(said(book.line("2026-03-03", "Pike", "", "RE-2026-0107", "118.98")))
                .isEqualTo("matched 4 [RE-2026-0107=118.98]");
        assertThat(book.open("RE-2026-0107")).isEqualTo("0.00");
        assertThat(book.balance("6210")).isEqualTo("0.02");
    }

    @Test
    void a_higher_amount_closes_the_invoice_and_the_rest_is_a_credit() {
        assertThat(said(book.line("2026-03-02", "Pike", "", "RE-2026-0107", "150.00")))
                .isEqualTo("matched 4 [RE-2026-0107=119.00]");
        assertThat(book.open("RE-2026-0106")).as("never spread without a person").isEqualTo("595.00");
    }

    @Test
    void two_references_with_less_than_their_sum_are_for_a_person() {
        LineStanding line = book.line("2026-03-02", "Pike", "", "RE-2026-0106 RE-2026-0107", "700.00");
        assertThat(said(line)).isEqualTo("unapplied 6 []");
        assertThat(line.proposals()).isNotEmpty();
    }

    @Test
    void a_discount_is_applied_only_while_it_is_earned() {
        var customer = book.customer("OAK");
        book.book.app.db().write(tx -> {
            Money total = TestBook.eur("1190.00");
            book.book.app.receivables().open(tx, List.of(new org.goodterms.receivable.NewItem(customer,
                    org.goodterms.receivable.ItemKind.INVOICE, "D-1", 1, null, java.time.LocalDate.of(2026, 3, 1),
                    java.time.LocalDate.of(2026, 3, 31), total, total, "", new org.goodterms.receivable.OpenItem.Discount(
                            java.time.LocalDate.of(2026, 3, 11), TestBook.eur("23.80")), List.of(
                                    new org.goodterms.receivable.NewItem.Tax(new java.math.BigDecimal("19"),
                                            TestBook.eur("1000.00"), TestBook.eur("190.00"))))));
            book.book.app.ledger().post(tx, new org.goodterms.ledger.Entry(java.time.LocalDate.of(2026, 3, 1), "Invoice",
                    new org.goodterms.ledger.Entry.Source("invoice", null), List.of(
                            org.goodterms.ledger.Entry.Posting.debit("1200", total),
                            org.goodterms.ledger.Entry.Posting.credit("4000", total))));
            return org.goodterms.kernel.Outcome.ok(1);
        }).orThrow();
        LineStanding line = book.line("2026-03-11", "Oak Street Bakery", "", "D-1 less 2 %", "1166.20");
        assertThat(said(line)).isEqualTo("matched 3 [D-1=1166.20]");
        assertThat(line.allocated().getFirst().discount()).isEqualTo(TestBook.eur("23.80"));
        assertThat(book.open("D-1")).isEqualTo("0.00");
        assertThat(book.balance("4020")).as("row 8").isEqualTo("20.00");
    }

    @Test
    void without_a_reference_the_only_invoice_of_the_amount_is_taken_if_the_payer_fits() {
        assertThat(said(book.line("2026-03-02", "Oak Street Bakery", "", "thanks", "300.00")))
                .isEqualTo("matched 5 [2026/304=300.00]");
        book.invoices("X-901,OAK,2026-01-12,2026-02-11,444.00,", "X-902,PIKE,2026-01-12,2026-02-11,444.00,");
        assertThat(said(book.line("2026-03-03", "Oak Street Bakery", "", "thanks", "444.00")))
                .as("two in the whole ledger").isEqualTo("unapplied 6 []");
        assertThat(said(book.line("2026-03-04", "Somebody else", "", "thanks", "595.00")))
                .as("the payer does not fit").isEqualTo("suspense 7 []");
    }

    @Test
    void a_name_that_begins_another_ones_name_is_ambiguous() {
        assertThat(said(book.line("2026-03-02", "MUELLER", "", "thanks", "10.00"))).isEqualTo("suspense 7 []");
        assertThat(said(book.line("2026-03-03", "Mueller Bau", "", "thanks", "10.00"))).isEqualTo("unapplied 6 []");
        assertThat(book.standing("2026-03-03", "10.00").customerCode()).isEqualTo("MUEB");
    }

    @Test
    void a_name_fits_with_case_accents_and_legal_form_aside() {
        List<String> customer = Names.name("François D'Alsace S.A.");
        assertThat(Names.fit(Names.name("FRANCOIS D ALSACE SA"), customer)).isTrue();
        assertThat(Names.fit(Names.name("PIKE"), Names.name("Pike & Sons"))).isTrue();
        assertThat(Names.fit(Names.name("Pikes Fish"), Names.name("Pike & Sons"))).isFalse();
        assertThat(Names.name("Weiß & Söhne OHG")).isEqualTo(Names.name("Weiss + Soehne"));
        assertThat(Names.name("Hansen Co. Ltd.")).containsExactly("hansen");
        assertThat(Names.fit(Names.name("Al"), Names.name("Al Bundy"))).as("too short to be a name").isFalse();
    }

    @Test
    void the_next_instalment_of_a_plan_goes_to_its_items_oldest_first() {
        var plans = book.book.app.agreements().plans();
        plans.create(new org.goodterms.agreement.PlanService.Request(book.customer("PIKE"), List.of("RE-2026-0106",
                "RE-2026-0107"), new org.goodterms.agreement.Planning.Schedule.ByHand(List.of(
                        new org.goodterms.agreement.Plan.Instalment(java.time.LocalDate.of(2026, 4, 1), TestBook.eur("600.00")),
                        new org.goodterms.agreement.Plan.Instalment(java.time.LocalDate.of(2026, 5, 1), TestBook.eur("114.00")))),
                org.goodterms.agreement.Plan.Terms.DEFAULT)).orThrow();
        assertThat(said(book.line("2026-04-01", "Pike & Sons", "", "Rate 1 RE-2026-0107", "600.00")))
                .isEqualTo("matched 0 [RE-2026-0106=595.00, RE-2026-0107=5.00]");
        assertThat(said(book.line("2026-05-01", "Pike & Sons", "", "Rate 2", "114.00")))
                .isEqualTo("matched 0 [RE-2026-0107=114.00]");
    }

    @Test
    void an_outgoing_line_is_never_matched_by_itself() {
        assertThat(said(book.line("2026-03-02", "Pike & Sons", "", "RE-2026-0106", "-595.00"))).isEqualTo("suspense null []");
        assertThat(book.standing("2026-03-02", "-595.00").proposals().getLast().kind()).isEqualTo(Proposal.Kind.EXPENSE);
    }
}
