package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goodterms.SharedData;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person says of a line, taken back, and every refusal with its sentence. The business date is 2026-03-02. */
class HandMatchTest {
    private final BankBook book = new BankBook(Engine.H2)
            .customers("A,Anker GmbH,", "B,Birke KG,")
            .invoices("A-101,A,2026-01-10,2026-02-09,1190.00,", "A-102,A,2026-01-11,2026-02-10,500.00,",
                    "B-201,B,2026-01-12,2026-02-11,300.00,");

    @AfterEach
    void close() {
        book.isSound();
        book.close();
    }

    private LineStanding match(LineStanding line, HandMatch hand) {
        return book.bank.matching().match(line.line().id(), hand).orThrow();
    }

    private String refused(LineStanding line, HandMatch hand) {
        Problem problem = book.bank.matching().match(line.line().id(), hand).problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotContain("{", "problem.");
        return problem.code();
    }

    @Test
    void a_receipt_moved_out_of_suspense_counts_from_today_but_came_in_when_it_came() {
        LineStanding line = book.line("2026-02-20", "Nobody", "", "x", "1190.00");
        assertThat(book.book.lastEntry()).containsExactly("1000 1190.00", "1990 -1190.00");
        match(line, BankBook.to(book.customer("A"), "A-101", "1190.00"));
        assertThat(book.book.lastEntry()).containsExactly("1990 1190.00", "1200 -1190.00");
        assertThat(book.book.open("A-101", LocalDate.of(2026, 3, 1))).isEqualTo("1190.00");
        assertThat(book.open("A-101")).isEqualTo("0.00");
        assertThat(book.book.app.payments().byId(book.payment("2026-03-02", "1190.00")).orElseThrow().received())
                .hasToString("2026-02-20");
    }

    @Test
    void a_match_made_by_the_import_is_undone_in_one_step() {
        LineStanding line = book.line("2026-02-20", "Anker", "", "A-101", "1190.00");
        assertThat(line.rule()).isEqualTo(1);
        LineStanding undone = book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(undone.state()).isEqualTo(LineStanding.State.SUSPENSE);
        assertThat(book.open("A-101")).isEqualTo("1190.00");
        assertThat(book.balance("1990")).isEqualTo("-1190.00");
        assertThat(book.balance("1000")).isEqualTo("1190.00");
        int entries = book.book.entries().size();
        book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(book.book.entries()).as("nothing is left to undo").hasSize(entries);
    }

    @Test
    void a_match_equal_to_the_present_one_changes_nothing() {
        LineStanding line = book.line("2026-02-20", "Anker", "", "A-101", "1190.00");
        int entries = book.book.entries().size();
        LineStanding same = match(line, BankBook.to(book.customer("A"), "A-101", "1190.00"));
        assertThat(same.rule()).as("the rule still stands").isEqualTo(1);
        assertThat(book.book.entries()).hasSize(entries);
        LineStanding rent = book.line("2026-02-21", "Landlord", "", "rent", "-595.00");
        match(rent, BankBook.booked("6000", "-500.00", "1400", "-95.00"));
        entries = book.book.entries().size();
        match(rent, BankBook.booked("6000", "-500.00", "1400", "-95.00"));
        assertThat(book.book.entries()).hasSize(entries);
    }

    @Test
    void C58_an_unapplied_credit_is_allocated_without_moving_its_money() {
        LineStanding line = book.line("2026-02-20", "Anker", "", "thanks", "700.00");
        assertThat(line.state()).isEqualTo(LineStanding.State.UNAPPLIED);
        int entries = book.book.entries().size();
        LineStanding done = match(line, HandMatch.OfCustomer.plain(book.customer("A"), new Settlement.OldestFirst()));
        assertThat(done.allocated()).extracting(a -> a.number() + "=" + a.amount().getAmount()).containsExactly("A-101=700.00");
        assertThat(book.book.entries()).as("no posting").hasSize(entries);
        match(done, BankBook.to(book.customer("A"), "A-102", "500.00"));
        assertThat(book.open("A-101")).isEqualTo("1190.00");
        assertThat(book.open("A-102")).isEqualTo("0.00");
        match(done, BankBook.to(book.customer("B"), "B-201", "300.00"));
        assertThat(book.open("A-102")).isEqualTo("500.00");
        assertThat(book.open("B-201")).isEqualTo("0.00");
    }

    @Test
    void an_expense_with_its_input_tax_is_split_and_taken_back() {
        LineStanding line = book.line("2026-02-20", "Landlord", "", "rent", "-119.00");
        assertThat(book.book.lastEntry()).containsExactly("1000 -119.00", "1990 119.00");
        match(line, BankBook.booked("6000", "-100.00", "1400", "-19.00"));
        assertThat(book.book.lastEntry()).as("row 25").containsExactly("6000 100.00", "1400 19.00", "1990 -119.00");
        assertThat(book.line("2026-02-27", "Landlord", "", "rent again", "-119.00").proposals().getFirst())
                .satisfies(p -> assertThat(p.account()).isEqualTo("6000"))
                .satisfies(p -> assertThat(p.reason()).isEqualTo("as_before"));
        book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(book.balance("6000")).isEqualTo("0.00");
        assertThat(book.balance("1990")).isEqualTo("238.00");
    }

    @Test
    void a_returned_payment_opens_the_invoice_and_what_is_beyond_it_is_the_banks_fee() {
        book.line("2026-02-20", "Anker", "", "A-102", "500.00");
        LineStanding back = book.line("2026-02-25", "Anker", "", "RETURN A-102", "-515.00");
        match(back, new HandMatch.CameBack(book.payment("2026-02-20", "500.00"), TestBook.eur("15.00"), false));
        assertThat(book.book.lastEntry()).as("row 10").containsExactly("1200 500.00", "6100 15.00", "1990 -500.00",
                "1990 -15.00", "1200 15.00", "4150 -15.00");
        assertThat(book.open("A-102")).isEqualTo("500.00");
        assertThat(book.standing("2026-02-25", "-515.00").allocated()).extracting(a -> a.number() + a.amount().getAmount())
                .containsExactly("A-102-500.00");
        assertThat(book.standing("2026-02-20", "500.00").state()).isEqualTo(LineStanding.State.MATCHED);
        assertThat(book.bank.matching().undo(back.line().id()).problems()).extracting(Problem::code)
                .containsExactly("bank.return_recharged");
    }

    @Test
    void a_return_that_was_none_lets_the_payment_stand_again() {
        book.line("2026-02-20", "Anker", "", "A-102", "500.00");
        LineStanding back = book.line("2026-02-25", "Anker", "", "RETURN A-102", "-515.00");
        assertThat(back.proposals()).extracting(Proposal::kind).doesNotContain(Proposal.Kind.RETURN);
        match(back, new HandMatch.CameBack(book.payment("2026-02-20", "500.00"), TestBook.eur("0.00"), false));
        book.bank.matching().undo(back.line().id()).orThrow();
        assertThat(book.open("A-102")).isEqualTo("0.00");
        assertThat(book.balance("6100")).isEqualTo("0.00");
        assertThat(book.balance("1990")).isEqualTo("515.00");
    }

    @Test
    void money_that_went_out_is_a_refund_of_a_credit() {
        book.line("2026-02-20", "Anker", "", "A-102", "510.00");
        LineStanding out = book.line("2026-02-25", "Anker", "", "overpaid", "-10.00");
        assertThat(out.proposals().getFirst().kind()).isEqualTo(Proposal.Kind.REFUND);
        HandMatch refund = HandMatch.OfCustomer.plain(book.customer("A"), new Settlement.Unapplied());
        match(out, refund);
        assertThat(book.book.lastEntry()).as("row 6, out of suspense").containsExactly("1200 10.00", "1990 -10.00");
        int entries = book.book.entries().size();
        match(out, refund);
        assertThat(book.book.entries()).hasSize(entries);
        book.bank.matching().undo(out.line().id()).orThrow();
        assertThat(book.balance("1990")).isEqualTo("10.00");
        assertThat(refused(out, BankBook.to(book.customer("A"), "A-101", "10.00"))).isEqualTo("bank.refund_plain");
    }

    @Test
    void what_a_bank_kept_back_is_ours_and_foreign_money_keeps_its_currency() {
        LineStanding line = book.line("2026-02-20", "Nobody", "", "y", "1178.00");
        HandMatch less = new HandMatch.OfCustomer(book.customer("A"), new Settlement.ByHand(List.of(
                new Settlement.Part("A-101", TestBook.eur("1190.00")))), List.of(), null, Map.of("6100", TestBook.eur("12.00")));
        match(line, less);
        assertThat(book.open("A-101")).as("row 14").isEqualTo("0.00");
        assertThat(book.balance("6100")).isEqualTo("12.00");
        book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(book.balance("6100")).isEqualTo("0.00");
        assertThat(book.balance("1990")).isEqualTo("-1178.00");
        CurrencyUnit usd = CurrencyUnit.USD;
        book.book.invoice(book.customer("B"), "U-1", LocalDate.of(2026, 1, 20), List.of(new org.goodterms.receivable.NewItem
                .Tax(BigDecimal.ZERO, Money.of(usd, 5000), Money.zero(usd))), new BigDecimal("1.1"));
        LineStanding dollars = book.line("2026-02-21", "Nobody", "", "z", "4629.63");
        match(dollars, new HandMatch.OfCustomer(book.customer("B"), new Settlement.ByHand(List.of(new Settlement.Part("U-1",
                Money.of(usd, 5000)))), List.of(), new HandMatch.Foreign(Money.of(usd, 5000), new BigDecimal("1.08")), Map.of()));
        assertThat(book.book.lastEntry()).as("row 24").containsExactly("1990 4629.63", "1200 -4545.45", "4300 -84.18");
        assertThat(refused(book.line("2026-02-22", "Nobody", "", "w", "100.00"), new HandMatch.OfCustomer(book.customer("B"),
                new Settlement.Unapplied(), List.of(), new HandMatch.Foreign(Money.of(usd, 500), new BigDecimal("1.08")),
                Map.of()))).isEqualTo("bank.rate");
        assertThat(refused(book.standing("2026-02-22", "100.00"), new HandMatch.OfCustomer(book.customer("B"),
                new Settlement.Unapplied(), List.of(), new HandMatch.Foreign(TestBook.eur("99.00"), BigDecimal.ONE),
                Map.of()))).isEqualTo("bank.amount");
    }

    @Test
    void an_account_learned_by_hand_is_told_when_it_first_decides() {
        LineStanding line = book.line("2026-02-20", "Jane Doe", "DE89370400440532013000", "private", "50.00");
        match(line, HandMatch.OfCustomer.plain(book.customer("B"), new Settlement.Unapplied()));
        assertThat(book.bank.learned().list()).extracting(Learned::to).containsExactly("B");
        List<String[]> next = List.<String[]>of(new String[] {"2026-02-21", "Jane Doe", "DE89370400440532013000", "more", "20.00"});
        assertThat(book.run(BankBook.n26(next), true).orThrow().warnings()).as("before it is used, in a dry run too")
                .extracting(Problem::code).contains("bank.link_used");
        assertThat(book.bring(next).warnings()).extracting(Problem::code).contains("bank.link_used");
        assertThat(book.standing("2026-02-21", "20.00").customerCode()).isEqualTo("B");
        assertThat(book.bring(List.<String[]>of(new String[] {"2026-02-22", "Jane Doe", "DE89370400440532013000", "more", "20.00"}))
                .warnings()).extracting(Problem::code).doesNotContain("bank.link_used");
        book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(book.bank.learned().list()).as("unlearned with the match").isEmpty();
    }

    @Test
    void what_is_learned_is_listed_and_forgotten_on_request() {
        LineStanding payer = book.line("2026-02-20", "Jane Doe", "DE89370400440532013000", "private", "50.00");
        match(payer, HandMatch.OfCustomer.plain(book.customer("B"), new Settlement.Unapplied()));
        match(book.line("2026-01-03", "Landlord", "", "rent 1", "-595.00"), BankBook.booked("6000", "-595.00"));
        match(book.line("2026-02-03", "LANDLORD", "", "rent 2", "-595.00"), BankBook.booked("6100", "-595.00"));
        assertThat(book.bank.learned().list()).extracting(l -> l.kind() + " " + l.of() + " " + l.to() + " " + l.used())
                .as("the last booking tells").containsExactly("PAYER DE89370400440532013000 B false", "HABIT LANDLORD 6100 false");
        LineStanding next = book.line("2026-03-03", "Landlord", "", "rent 3", "-600.00");
        assertThat(next.proposals()).filteredOn(p -> p.reason().equals("as_before")).extracting(Proposal::account)
                .containsExactly("6100");
        for (Learned one : book.bank.learned().list()) {
            book.bank.learned().forget(one).orThrow();
            book.bank.learned().forget(one).orThrow();
        }
        assertThat(book.bank.learned().list()).isEmpty();
        assertThat(book.bank.lines().standing(next.line().id()).orElseThrow().proposals()).extracting(Proposal::reason)
                .doesNotContain("as_before");
        assertThat(book.line("2026-03-04", "Jane Doe", "DE89370400440532013000", "more", "20.00").customerCode()).isNull();
        assertThat(book.balance("6100")).as("what is booked stays").isEqualTo("595.00");
        match(next, BankBook.booked("6000", "-600.00"));
        assertThat(book.bank.learned().list()).as("learned anew").extracting(Learned::to).containsExactly("6000");
    }

    @Test
    void a_debt_written_off_is_recovered_out_of_suspense() {
        book.book.app.claims().writeOffs().writeOff(new org.goodterms.claim.WriteOffService.Request("A-101",
                org.goodterms.claim.WriteOff.ReliefTime.NONE, false, "")).orThrow();
        LineStanding line = book.line("2026-02-20", "Insolvency court", "", "quota", "773.50");
        LineStanding done = match(line, new HandMatch.Recovered("A-101"));
        assertThat(done.kind()).isEqualTo(MatchKind.RECOVERY);
        assertThat(book.balance("1990")).isEqualTo("0.00");
        assertThat(book.bank.matching().undo(line.line().id()).problems()).extracting(Problem::code)
                .containsExactly("bank.recovery_stays");
    }

    @Test
    void a_line_of_a_locked_period_is_booked_on_the_first_open_day_with_its_true_date() {
        book.book.app.ledger().lock(LocalDate.of(2026, 2, 28)).orThrow();
        BankReport report = book.bring(List.of(new String[] {"2026-02-20", "Nobody", "", "late", "5.00"},
                new String[] {"2026-02-20", "Anker", "", "A-102", "500.00"}));
        assertThat(report.warnings()).extracting(Problem::code).contains("bank.late");
        assertThat(book.book.open("A-102", LocalDate.of(2026, 2, 28))).isEqualTo("500.00");
        assertThat(book.book.open("A-102", LocalDate.of(2026, 3, 1))).isEqualTo("0.00");
    }

    @Test
    void refusals_name_what_is_wrong() {
        LineStanding out = book.line("2026-02-20", "Nobody", "", "q", "-10.00");
        assertThat(refused(out, BankBook.booked("6000", "-9.00"))).isEqualTo("bank.split_sum");
        assertThat(refused(out, BankBook.booked("1200", "-10.00"))).isEqualTo("bank.split_receivables");
        assertThat(refused(out, BankBook.booked("9999", "-10.00"))).isEqualTo("ledger.no_such_account");
        book.line("2026-02-20", "Anker", "", "A-102", "500.00");
        assertThat(refused(out, new HandMatch.CameBack(book.payment("2026-02-20", "500.00"), TestBook.eur("0.00"), false)))
                .isEqualTo("bank.return_amount");
        assertThat(book.bank.matching().undo(Id.of(java.util.UUID.randomUUID())).problems()).extracting(Problem::code)
                .containsExactly("bank.no_such_line");
        LineStanding in = book.line("2026-02-21", "Nobody", "", "r", "1.00");
        book.take(org.goodterms.intake.ImportKind.INVOICES, ("number,customer,date,due,amount,type\n"
                + "C-1,A,2026-01-10,2026-02-09,50.00,credit_note\n").getBytes(StandardCharsets.UTF_8), null);
        assertThat(refused(in, HandMatch.OfCustomer.plain(book.customer("A"), new Settlement.ByHand(List.of(
                new Settlement.Part("A-101", TestBook.eur("1.00")), new Settlement.Part("C-1", TestBook.eur("-50.00")))))))
                .isEqualTo("bank.credit_left");
    }

    private String file(String csv) {
        Problem problem = book.run(csv.getBytes(StandardCharsets.UTF_8), false).problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).doesNotContain("problem.").hasSizeLessThan(500);
        return problem.code();
    }

    @Test
    void files_that_cannot_be_taken_change_nothing() {
        int entries = book.book.entries().size();
        String head = "Booking Date,Value Date,Partner Name,Partner Iban,Payment Reference,Amount (EUR)\n";
        assertThat(file("Date,Amount\n01/02/2026,10.00\n03/04/2026,20.00\n")).isEqualTo("bank.layout_unknown");
        assertThat(file(head + "2026-02-01,,A,,x,10.00\n2026-02-30,,A,,x,10.00\n")).isEqualTo("bank.csv_row");
        assertThat(file(head + "2026-02-01,,A,,x,10.00\n2026-02-03,,A,,x,\n")).isEqualTo("bank.csv_row");
        assertThat(file(head + "2026-02-01,,A,,x,10.005\n")).isEqualTo("bank.decimals");
        assertThat(file("")).isEqualTo("csv.empty");
        assertThat(book.run(SharedData.bytes("hostile/xml/camt-amount-three-decimals.xml"), false).problems())
                .extracting(Problem::code).containsExactly("bank.decimals");
        assertThat(book.bank.imports().run(new BankImportService.Order(new byte[] {1}, "1000", "pdf", null, false),
                Progress.NONE).problems()).extracting(Problem::code).containsExactly("bank.format");
        assertThat(book.bank.imports().run(new BankImportService.Order((head + "2026-02-01,,A,,x,10.00\n").getBytes(
                StandardCharsets.UTF_8), "9999", "auto", null, false), Progress.NONE).problems())
                .extracting(Problem::code).containsExactly("ledger.no_such_account");
        assertThat(book.run(SharedData.bytes("bank/camt/sebastienrousseau/business_sample_camt.053.001.04.xml"), false)
                .problems()).extracting(Problem::code).containsExactly("bank.currency");
        assertThat(book.book.entries()).hasSize(entries);
        assertThat(book.bank.lines().list(false)).isEmpty();
    }

    @Test
    void a_dry_run_says_what_a_file_of_any_currency_holds() {
        BankReport report = book.run(SharedData.bytes("bank/camt/sebastienrousseau/business_sample_camt.053.001.04.xml"), true)
                .orThrow();
        assertThat(report.lines()).isEqualTo(3);
        assertThat(report.statements().getFirst().currency()).isEqualTo("SEK");
        assertThat(report.statements().getFirst().balanced()).isTrue();
        assertThat(book.bank.lines().list(false)).isEmpty();
    }

    @Test
    void a_map_says_which_column_is_which() {
        String map = """
                {"fields":{"date":"1","paidOut":"3","paidIn":"4","text":"2","balance":"5"},"header":false,"dateFormat":"MM/dd/yyyy"}""";
        byte[] csv = SharedData.bytes("bank/csv/reckon/51-sample.csv");
        BankReport report = book.bank.imports().run(new BankImportService.Order(csv, "1000", "auto", map, true),
                Progress.NONE).orThrow();
        assertThat(report.lines()).isEqualTo(8);
        for (String[] wrong : new String[][] {{"{\"fields\":{\"date\":\"1\",\"price\":\"3\"}}", "bank.map_field"},
            {"{\"fields\":{\"date\":\"1\"}}", "bank.map_lacks"}}) {
            assertThat(book.bank.imports().run(new BankImportService.Order(csv, "1000", "auto", wrong[0], true),
                    Progress.NONE).problems()).extracting(Problem::code).containsExactly(wrong[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"hostile/mt940/wrong-closing-balance.sta,bank.not_balanced", "hostile/mt940/no-closing.sta,bank.no_closing",
        "bank/camt/newinnovations/example-camt053-a.xml,bank.several_accounts", "scenario-a/statement-1.revolut.csv,bank.pending",
        "bank/mt940/wolph/cmxl__reference.sta,bank.no_lines", "scenario-a/statement-1.camt053.xml,bank.ledger_differs",
        "bank/ofx/ofxparse/vanguard.ofx,bank.investment"})
    void what_is_odd_about_a_file_is_said(String file, String code) {
        List<Problem> warnings = book.run(SharedData.bytes(file), true).orThrow().warnings();
        assertThat(warnings).extracting(Problem::code).contains(code);
        warnings.forEach(w -> assertThat(Texts.of(Locale.ENGLISH).of(w)).doesNotContain("problem."));
    }

    @Test
    void a_missing_statement_between_two_is_named_and_lines_of_zero_are_left_out() {
        String first = "Date,Details,Paid out,Paid in,Balance\n02 Feb 2026,a,,10.00,110.00\n03 Feb 2026,zero,,0.00,110.00\n";
        String later = "Date,Details,Paid out,Paid in,Balance\n10 Feb 2026,b,,10.00,170.00\n11 Feb 2026,c,5.00,,165.00\n";
        assertThat(book.run(first.getBytes(StandardCharsets.UTF_8), false).orThrow().warnings()).extracting(Problem::code)
                .contains("bank.zero_lines").doesNotContain("bank.gap");
        assertThat(book.run(later.getBytes(StandardCharsets.UTF_8), false).orThrow().warnings()).extracting(Problem::code)
                .contains("bank.gap");
    }

    @Test
    void an_import_can_be_stopped_and_leaves_nothing() {
        Progress stop = new Progress() {
            @Override
            public void at(long done, long total, String textKey) {
                assertThat(Texts.of(Locale.ENGLISH).get(textKey)).isNotBlank();
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Outcome<BankReport> outcome = book.bank.imports().run(new BankImportService.Order(
                SharedData.bytes("scenario-a/statement-1.qif"), "1000", "auto", null, false), stop);
        assertThat(outcome.problems()).extracting(Problem::code).containsExactly("bank.cancelled");
        assertThat(book.bank.lines().list(false)).isEmpty();
    }
}
