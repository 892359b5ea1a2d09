package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.OpenItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corrected invoices, which take the place of another. */
class CorrectionServiceTest {
    private static String open(Desk desk, String number) {
        return MoneyText.plain(desk.items(number).getFirst().open());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_corrected_invoice_credits_the_wrong_one_and_names_it(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            Document wrong = desk.issue(desk.draft(desk.customer("A"), "1|1000.00|19"));
            Document draft = desk.invoices.correction(wrong.id()).orThrow();
            assertThat(draft.isDraft()).isTrue();
            assertThat(desk.balance("1200")).isEqualTo("1190.00");
            Document stored = desk.invoices.saveDraft(draft, draft.content().withLines(List.of(Desk.line("1|900.00|19")))).orThrow();
            Document right = desk.invoices.issue(stored.id(), IssueOptions.STRICT).orThrow().document();
            assertThat(right.isCorrection()).isTrue();
            assertThat(right.credits()).isEqualTo(wrong.number());
            assertThat(right.content().supply().from()).as("what was supplied stays where it was").isEqualTo(wrong.content().date());
            assertThat(desk.invoices.creditsOf(wrong.number())).singleElement()
                    .satisfies(credit -> assertThat(MoneyText.plain(credit.sums().total())).isEqualTo("1190.00"));
            assertThat(open(desk, wrong.number())).isEqualTo("0.00");
            assertThat(open(desk, right.number())).isEqualTo("1071.00");
            assertThat(desk.balance("1200")).isEqualTo("1071.00");
            assertThat(desk.invoices.isUnchanged(desk.invoices.byNumber(right.number()).orThrow())).isTrue();
            assertThat(desk.invoices.issue(stored.id(), IssueOptions.STRICT).orThrow().document().number()).as("issued once").isEqualTo(right.number());
        }
    }

    @Test
    void what_was_paid_of_the_wrong_one_counts_towards_the_right_one() {
        try (Desk desk = Desk.german(Engine.H2)) {
            Document wrong = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            OpenItem item = desk.items(wrong.number()).getFirst();
            Document other = desk.credits.issue(CreditRequest.of(wrong.number(), List.of(Desk.line("1|40.00|19")))).orThrow().document();
            assertThat(open(desk, wrong.number())).isEqualTo("71.40");
            Document right = desk.invoices.issue(desk.invoices.correcting(wrong, Desk.TODAY), IssueOptions.STRICT).orThrow().document();
            assertThat(desk.invoices.creditsOf(wrong.number())).hasSize(2).extracting(Document::number).contains(other.number());
            assertThat(open(desk, right.number())).as("the part credited before is not credited again").isEqualTo("119.00");
            assertThat(item.original()).isEqualTo(right.sums().total());
            Document again = desk.invoices.issue(desk.invoices.correcting(wrong, Desk.TODAY), IssueOptions.STRICT).orThrow().document();
            assertThat(desk.invoices.creditsOf(wrong.number())).as("nothing is left to credit").hasSize(2);
            Document credit = desk.credits.issue(new CreditRequest(again.number(), null, List.of(), true, "")).orThrow().document();
            Link paid = new Link(desk.items(right.number()).getFirst().id(), desk.items(credit.number()).getFirst().id(), right.sums().total());
            desk.db.write(tx -> desk.receivables.allocate(tx, List.of(paid), Desk.TODAY,
                    org.goodterms.ledger.Entry.Source.of("invoice", right.id()))).orThrow();
            Document last = desk.invoices.issue(desk.invoices.correcting(right, Desk.TODAY), IssueOptions.STRICT).orThrow().document();
            assertThat(open(desk, last.number())).as("what had settled the one before settles it").isEqualTo("0.00");
        }
    }

    @Test
    void what_cannot_be_corrected_is_refused_and_nothing_has_changed() {
        try (Desk desk = Desk.german(Engine.H2)) {
            Document wrong = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            Draft others = desk.draft(desk.customer("B"), "1|10.00|19").withDeposit(Draft.Deposit.NONE.correcting(wrong.number()));
            Draft nothing = desk.draft(desk.customer("C"), "1|10.00|19").withDeposit(Draft.Deposit.NONE.correcting("2026-9999"));
            for (Draft draft : List.of(others, nothing)) {
                assertThat(desk.invoices.issue(draft, IssueOptions.STRICT).problems()).extracting(Problem::code).containsExactly("invoice.nothing_to_correct");
            }
            Draft early = desk.invoices.correcting(wrong, LocalDate.of(2026, 2, 27));
            assertThat(desk.invoices.issue(early, IssueOptions.STRICT).problems()).extracting(Problem::code).contains("credit.before_invoice");
            Draft empty = desk.invoices.correcting(wrong, Desk.TODAY).withLines(List.of());
            assertThat(desk.invoices.issue(empty, IssueOptions.STRICT).problems()).extracting(Problem::code).contains("invoice.no_lines");
            assertThat(desk.invoices.creditsOf(wrong.number())).isEmpty();
            assertThat(open(desk, wrong.number())).isEqualTo("119.00");
            assertThat(desk.invoices.correction(desk.invoices.saveDraft(others).orThrow().id()).problems()).extracting(Problem::code)
                    .containsExactly("invoice.no_draft");
        }
    }
}
