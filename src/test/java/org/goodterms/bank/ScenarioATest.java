package org.goodterms.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goodterms.SharedData;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.payment.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One month of a metal workshop in thirteen formats: the same transactions, matches and balances from each. */
class ScenarioATest {
    private static final String ONE = "scenario-a/statement-1.";
    private static final String TWO = "scenario-a/statement-2-overlap.";

    static Stream<String> formats() {
        return Stream.of("camt053.xml", "mt940.sta", "ofx1.ofx", "ofx2.ofx", "qif", "sparkasse-camt.csv", "dkb.csv",
                "vrbank.csv", "n26.csv", "revolut.csv", "wise.csv", "chase.csv", "uk-debit-credit.csv");
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(SharedData.bytes("scenario-a/expected.json"));
    }

    private static void report(BankReport report, JsonNode wanted, String format) {
        assertThat(report.statements()).hasSize(1);
        BankReport.Statement statement = report.statements().getFirst();
        assertThat(statement.lines()).isEqualTo(wanted.get("count").asInt());
        assertThat(statement.credits()).isEqualByComparingTo(wanted.get("credits").asText());
        assertThat(statement.debits()).isEqualByComparingTo(wanted.get("debits").asText());
        if (statement.opening() != null) {
            assertThat(statement.opening()).isEqualByComparingTo(wanted.get("opening").asText());
            assertThat(statement.balanced()).isTrue();
        }
        if (statement.closing() != null) {
            assertThat(statement.closing()).isEqualByComparingTo(wanted.get("closing").asText());
        }
        assertThat(statement.closing() == null).as("who says no balance").isEqualTo(
                List.of("qif", "n26.csv", "sparkasse-camt.csv").contains(format));
    }

    private static List<String> matches(BankBook book) {
        return book.bank.lines().list(false).stream().map(s -> s.line().booked() + " " + s.line().amount().getAmount() + " "
                + s.state().word() + " " + s.rule() + " " + s.allocated().stream()
                        .map(a -> a.number() + "=" + a.amount().getAmount()).toList()).toList();
    }

    private static final List<String> MATCHES_OF_STATEMENT_1 = List.of(
            "2026-03-02 1190.00 matched 1 [RE-2026-0101=1190.00]",
            "2026-03-02 357.00 matched 1 [RE-2026-0102=357.00]",
            "2026-03-03 -1450.00 suspense null []",
            "2026-03-03 2400.00 matched 1 [RE-2026-0103=2400.00]",
            "2026-03-04 2180.50 matched 2 [RE-2026-0105=980.50, RE-2026-0106=1200.00]",
            "2026-03-04 1731.45 matched 4 [RE-2026-0104=1731.45]",
            "2026-03-05 535.50 matched 2 [RE-2026-0107=595.00, RE-2026-0108=-59.50]",
            "2026-03-05 -19.90 suspense null []",
            "2026-03-06 12345.67 matched 1 [RE-2026-0109=12345.67]",
            "2026-03-06 400.00 matched 4 [RE-2026-0111=400.00]",
            "2026-03-09 249.90 unapplied 6 []",
            "2026-03-09 249.90 unapplied 6 []",
            "2026-03-10 840.00 matched 4 [RE-2026-0110=833.00]",
            "2026-03-11 -238.00 suspense null []",
            "2026-03-12 714.00 matched 1 [RE-2026-0115=714.00]",
            "2026-03-13 2332.40 matched 4 [RE-2026-0114=2332.40]",
            "2026-03-16 -714.00 suspense null []",
            "2026-03-17 75.00 suspense 7 []");

    @ParameterizedTest
    @MethodSource("formats")
    void the_first_statement_then_the_second(String format) throws IOException {
        try (BankBook book = BankBook.scenarioA(Engine.H2)) {
            BankReport first = book.bring(ONE + format);
            report(first, expected().get("statement_1"), format);
            assertThat(first.fresh()).isEqualTo(18);
            assertThat(first.matched()).isEqualTo(11);
            assertThat(matches(book)).containsExactlyInAnyOrderElementsOf(MATCHES_OF_STATEMENT_1);
            byHand(book);
            assertThat(book.bring(ONE + format).fresh()).as("a second time").isZero();
            BankReport second = book.bring(TWO + format);
            report(second, expected().get("statement_2_overlap"), format);
            assertThat(second.fresh()).isEqualTo(3);
            assertThat(second.duplicates()).isEqualTo(5);
            assertThat(second.matched()).isEqualTo(3);
            assertThat(book.bring(TWO + format).fresh()).isZero();
            balances(book);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_second_statement_then_the_first(String format) throws IOException {
        try (BankBook book = BankBook.scenarioA(Engine.H2)) {
            assertThat(book.bring(TWO + format).fresh()).isEqualTo(8);
            assertThat(book.bring(ONE + format).fresh()).isEqualTo(13);
            assertThat(book.bring(TWO + format).fresh()).isZero();
            assertThat(book.bring(ONE + format).fresh()).isZero();
            assertThat(book.bank.lines().list(false)).hasSize(21);
            byHand(book);
            paidAgain(book);
            balances(book);
        }
    }

    /** What a person says of the lines that no rule decides. */
    private static void byHand(BankBook book) {
        List<LineStanding> petra = book.bank.lines().list(false).stream()
                .filter(s -> "2026-03-09".equals(s.line().booked().toString())).toList();
        assertThat(petra).allSatisfy(s -> assertThat(s.proposals().stream().map(Proposal::items).toList())
                .contains(List.of("RE-2026-0112"), List.of("RE-2026-0113")));
        book.bank.matching().match(petra.getFirst().line().id(),
                BankBook.to(book.customer("C10"), "RE-2026-0112", "249.90")).orThrow();
        book.bank.matching().match(petra.getLast().line().id(),
                BankBook.to(book.customer("C10"), "RE-2026-0113", "249.90")).orThrow();
        LineStanding paid = book.standing("2026-03-12", "714.00");
        if (paid.allocated().isEmpty()) {
            book.bank.matching().match(paid.line().id(), HandMatch.OfCustomer.plain(book.customer("C02"),
                    new Settlement.Unapplied())).orThrow();
        }
        LineStanding returned = book.standing("2026-03-16", "-714.00");
        assertThat(returned.proposals().getFirst().kind()).isEqualTo(Proposal.Kind.RETURN);
        book.bank.matching().match(returned.line().id(), new HandMatch.CameBack(
                java.util.Objects.requireNonNull(returned.proposals().stream()
                        .filter(p -> p.kind() == Proposal.Kind.RETURN).map(Proposal::payment)
                        .filter(p -> book.book.app.payments().byId(p).orElseThrow().received()
                                .equals(paid.line().booked())).findFirst().orElseThrow()),
                TestBook.eur("0.00"), false)).orThrow();
    }

    /** Paid again before anybody said that the first payment had come back: the new one waits as a credit. */
    private static void paidAgain(BankBook book) {
        LineStanding again = book.standing("2026-03-19", "714.00");
        assertThat(again.state()).isEqualTo(LineStanding.State.UNAPPLIED);
        assertThat(again.proposals().getFirst().items()).containsExactly("RE-2026-0115");
        book.bank.matching().match(again.line().id(), BankBook.to(book.customer("C02"), "RE-2026-0115", "714.00")).orThrow();
    }

    private static void balances(BankBook book) throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        expected().get("invoice_balances_after_both_statements").properties()
                .forEach(e -> wanted.put(e.getKey(), e.getValue().get("open").asText()));
        Map<String, String> found = new TreeMap<>();
        wanted.keySet().forEach(number -> found.put(number, book.open(number)));
        assertThat(found).isEqualTo(wanted);
        assertThat(book.balance("1000")).as("the bank's closing less what stood before").isEqualTo("26540.42");
        assertThat(book.balance("1990")).isEqualTo("1632.90");
        book.isSound();
    }

    @Test
    void whatever_format_comes_first_the_others_bring_nothing_new() {
        List<String> failed = new ArrayList<>();
        List<String> all = formats().toList();
        for (String first : all) {
            try (BankBook book = BankBook.scenarioA(Engine.H2)) {
                book.bring(ONE + first);
                for (String next : all) {
                    if (book.bring(ONE + next).fresh() != 0) {
                        failed.add(first + " then " + next);
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void both_engines_agree(Engine engine) throws IOException {
        try (BankBook book = BankBook.scenarioA(engine)) {
            book.bring(ONE + "camt053.xml");
            assertThat(matches(book)).containsExactlyElementsOf(MATCHES_OF_STATEMENT_1);
            byHand(book);
            book.bring(TWO + "mt940.sta");
            balances(book);
        }
    }
}
