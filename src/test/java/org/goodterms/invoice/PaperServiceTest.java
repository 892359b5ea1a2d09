package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.archive.Archive;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages are made once and kept. */
class PaperServiceTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_is_made_once_and_then_read_from_the_archive(Engine engine) throws IOException {
        try (Desk desk = Desk.german(engine)) {
            PaperService papers = desk.papers;
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            assertThat(desk.shelf).hasSize(1);
            byte[] first = papers.pdf(invoice.number()).orThrow();
            String kept = desk.invoices.byNumber(invoice.number()).orThrow().trace().pdfHash();
            assertThat(kept).isEqualTo(Archive.hash(first));
            desk.companies.change(desk.companies.company().withFirm(Desk.firm("Other Name", "DE", "EUR", "DE1").firm())).orThrow();
            assertThat(papers.pdf(invoice.number()).orThrow()).isEqualTo(first);
            assertThat(text(first)).contains("Muster & Söhne GmbH").doesNotContain("Other Name");
            assertThat(desk.invoices.isUnchanged(desk.invoices.byNumber(invoice.number()).orThrow())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_lost_from_the_archive_is_made_again_the_same(Engine engine) throws IOException {
        try (Desk desk = Desk.german(engine)) {
            PaperService papers = desk.papers;
            Document invoice = desk.issue(desk.draft(desk.customer("A"), "1|100.00|19"));
            byte[] first = papers.pdf(invoice.number()).orThrow();
            desk.shelf.clear();
            desk.companies.change(desk.companies.company().withFirm(Desk.firm("Other Name", "DE", "EUR", "DE1").firm())).orThrow();
            assertThat(papers.pdf(invoice.number()).orThrow()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_never_made_are_made_later(Engine engine) {
        try (Desk desk = Desk.german(engine)) {
            PaperService papers = desk.papers;
            Draft draft = desk.draft(desk.customer("A"), "1|100.00|19");
            desk.db.write(tx -> desk.invoices.issue(tx, draft, IssueOptions.STRICT)
                    .then(issued -> desk.credits.issue(tx, CreditRequest.full(issued.document().number())))).orThrow();
            desk.invoices.saveDraft(desk.draft(desk.customer("B"), "1|100.00|19")).orThrow();
            assertThat(desk.shelf).isEmpty();
            assertThat(papers.makeMissing(Progress.NONE)).isEqualTo(2);
            assertThat(papers.makeMissing(Progress.NONE)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_a_way_to_pay_there_is_no_page_until_one_is_known(Engine engine) throws IOException {
        try (Desk desk = new Desk(engine, Founding.of("Firm", "US", "USD"))) {
            PaperService papers = desk.papers;
            Document invoice = desk.invoices.issue(desk.draft(desk.customer("A"), "1|100.00|8"), IssueOptions.LENIENT).orThrow().document();
            assertThat(papers.pdf(invoice.number()).problems()).extracting(Problem::code).isEqualTo(List.of("invoice.no_pay_to"));
            desk.companies.setPayTo("USD", "Check to Firm, PO Box 7").orThrow();
            assertThat(text(papers.pdf(invoice.number()).orThrow())).contains("Check to Firm, PO Box 7", "Sales tax", "8%");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_draft_can_be_looked_at_and_a_deposit_is_shown_on_its_final_invoice(Engine engine) throws IOException {
        try (Desk desk = Desk.german(engine)) {
            PaperService papers = desk.papers;
            Draft draft = desk.draft(desk.customer("A"), "1|600.00|19");
            assertThat(text(papers.preview(draft).orThrow())).contains("Entwurf", "714,00");
            Document deposit = desk.issue(draft.withDeposit(new Draft.Deposit(true, "")));
            Document last = desk.issue(draft.withLines(List.of(Desk.line("1|2000.00|19"))).withDeposit(
                    new Draft.Deposit(false, deposit.number())));
            assertThat(text(papers.pdf(last.number()).orThrow())).contains("Anzahlung " + deposit.number() + " (darin USt 114,00)", "1.666,00");
            assertThat(papers.pdf("nothing").problems()).extracting(Problem::code).isEqualTo(List.of("invoice.no_such_number"));
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\u00A0\\u202F\\s]+", " ");
        }
    }
}
