package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.ledger.Entry;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money written down by hand and the line of the bank about it are counted once, whichever comes first. */
class RecordedBeforeTest {
    private BankBook book;

    private void open(Engine engine) {
        book = new BankBook(engine).customers("A,Anker GmbH,", "B,Birke KG,")
                .invoices("A-101,A,2026-01-10,2026-02-09,1190.00,", "A-102,A,2026-01-11,2026-02-10,500.00,",
                        "B-201,B,2026-01-12,2026-02-11,300.00,");
    }

    @AfterEach
    void close() {
        if (book != null) {
            book.isSound();
            book.close();
        }
    }

    private Payment record(String date, String amount, Settlement settlement) {
        return record(date, amount, Method.BANK, settlement);
    }

    private Payment record(String date, String amount, Method method, Settlement settlement) {
        return book.book.app.payments().record(new Receipt(book.customer("A"), LocalDate.parse(date), TestBook.eur(amount),
                BigDecimal.ONE, method, settlement, List.of(), Map.of(), "seen online", "")).orThrow();
    }

    private Payment record(String date, String amount, String number) {
        return record(date, amount, new Settlement.ByHand(List.of(new Settlement.Part(number, TestBook.eur(amount)))));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_line_of_money_recorded_before_is_recognised_and_posts_nothing(Engine engine) {
        open(engine);
        record("2026-02-19", "500.00", "A-101");
        int entries = book.book.entries().size();
        LineStanding line = book.line("2026-02-20", "Anker GmbH", "", "invoice A-101", "500.00");
        assertThat(line.kind()).isEqualTo(MatchKind.RECORDED);
        assertThat(line.state()).isEqualTo(LineStanding.State.MATCHED);
        assertThat(line.rule()).as("a person did it").isNull();
        assertThat(line.allocated()).extracting(a -> a.number() + "=" + a.amount().getAmount()).containsExactly("A-101=500.00");
        assertThat(book.book.entries()).hasSize(entries);
        assertThat(book.open("A-101")).as("paid in part once, not twice").isEqualTo("690.00");
        assertThat(book.balance("1000")).isEqualTo("500.00");
        LineStanding again = book.line("2026-02-21", "Anker GmbH", "", "A-101 second part", "500.00");
        assertThat(again.rule()).as("one record stands for one line").isEqualTo(4);
        assertThat(book.open("A-101")).isEqualTo("190.00");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void where_the_line_came_first_one_key_says_that_it_is_the_money_recorded(Engine engine) {
        open(engine);
        LineStanding line = book.line("2026-02-20", "Anker GmbH", "", "thanks", "700.00");
        assertThat(line.rule()).as("a credit of a known customer").isEqualTo(6);
        record("2026-02-20", "700.00", "A-101");
        assertThat(book.balance("1000")).as("counted twice until somebody looks").isEqualTo("1400.00");
        Proposal first = book.bank.lines().standing(line.line().id()).orElseThrow().proposals().getFirst();
        assertThat(first.kind()).isEqualTo(Proposal.Kind.RECORDED);
        assertThat(first.reason()).isEqualTo("recorded_payer");
        assertThat(first.recorded().on()).hasToString("2026-02-20");
        LineStanding done = book.bank.matching().match(line.line().id(), new HandMatch.Already(first.recorded().entry())).orThrow();
        assertThat(done.state()).isEqualTo(LineStanding.State.MATCHED);
        assertThat(book.balance("1000")).isEqualTo("700.00");
        assertThat(book.balance("1990")).isEqualTo("0.00");
        assertThat(book.open("A-101")).isEqualTo("490.00");
        int entries = book.book.entries().size();
        book.bank.matching().match(line.line().id(), new HandMatch.Already(first.recorded().entry())).orThrow();
        assertThat(book.book.entries()).as("said twice, done once").hasSize(entries);
        book.bank.matching().undo(line.line().id()).orThrow();
        assertThat(book.balance("1000")).isEqualTo("1400.00");
        assertThat(book.open("A-101")).as("what was recorded stays").isEqualTo("490.00");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void cash_is_never_taken_for_a_line_of_the_bank(Engine engine) {
        open(engine);
        record("2026-02-20", "500.00", Method.CASH, new Settlement.ByHand(List.of(new Settlement.Part("A-101",
                TestBook.eur("500.00")))));
        LineStanding line = book.line("2026-02-20", "Anker GmbH", "", "invoice A-101", "500.00");
        assertThat(line.kind()).as("two payments of one amount on one day").isEqualTo(MatchKind.RECEIPT);
        assertThat(line.rule()).isEqualTo(4);
        assertThat(book.open("A-101")).isEqualTo("190.00");
        assertThat(book.balance("1000")).isEqualTo("1000.00");
        LineStanding odd = book.line("2026-02-21", "Anker GmbH", "", "hello", "77.00");
        record("2026-02-21", "77.00", Method.CASH, new Settlement.Unapplied());
        List<Proposal> proposals = book.bank.lines().standing(odd.line().id()).orElseThrow().proposals();
        assertThat(proposals.getFirst().kind()).isEqualTo(Proposal.Kind.RECEIPT);
        assertThat(proposals).as("a person may know better").extracting(Proposal::kind).contains(Proposal.Kind.RECORDED);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatever_is_not_certain_is_only_proposed(Engine engine) {
        open(engine);
        record("2026-02-12", "500.00", "A-102");
        assertThat(book.line("2026-02-20", "Anker GmbH", "", "long after", "500.00").kind()).as("days apart")
                .isEqualTo(MatchKind.RECEIPT);
        record("2026-02-20", "123.00", new Settlement.Unapplied());
        record("2026-02-20", "123.00", new Settlement.Unapplied());
        LineStanding two = book.line("2026-02-20", "Anker GmbH", "", "which", "123.00");
        assertThat(two.kind()).as("two of them").isEqualTo(MatchKind.RECEIPT);
        assertThat(two.proposals().subList(0, 2)).allMatch(p -> p.kind() == Proposal.Kind.RECORDED);
        record("2026-02-20", "77.00", new Settlement.Unapplied());
        assertThat(book.line("2026-02-20", "Somebody Else", "", "x", "77.00").kind()).as("another payer")
                .isEqualTo(MatchKind.SUSPENSE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_expense_posted_by_hand_is_proposed_for_its_line_and_counted_once(Engine engine) {
        open(engine);
        book.book.app.ledger().postByHand(LocalDate.parse("2026-02-18"), "Rent", List.of(
                Entry.Posting.debit("6000", TestBook.eur("595.00")), Entry.Posting.credit("1000", TestBook.eur("595.00")))).orThrow();
        LineStanding line = book.line("2026-02-20", "Landlord", "", "rent", "-595.00");
        assertThat(line.kind()).as("an outgoing line is never matched by itself").isEqualTo(MatchKind.SUSPENSE);
        Proposal first = line.proposals().getFirst();
        assertThat(first.kind()).isEqualTo(Proposal.Kind.RECORDED);
        book.bank.matching().match(line.line().id(), new HandMatch.Already(first.recorded().entry())).orThrow();
        assertThat(book.balance("6000")).isEqualTo("595.00");
        assertThat(book.balance("1000")).isEqualTo("-595.00");
        assertThat(book.balance("1990")).isEqualTo("0.00");
        LineStanding other = book.line("2026-02-21", "Landlord", "", "deposit", "-600.00");
        assertThat(book.bank.matching().match(other.line().id(), new HandMatch.Already(first.recorded().entry())).problems())
                .extracting(p -> p.code()).containsExactly("bank.not_recorded");
    }
}
