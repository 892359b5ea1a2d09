package org.goodterms.ui.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.CreditNoteService;
import org.goodterms.invoice.CreditProposal;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.PartCredit;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.junit.jupiter.api.Test;

/** Disputes in a list, closed one way or the other, over the sample book. */
class DisputeListViewModelTest {

    @Test
    void who_was_right_leads_to_the_credit_note_and_who_was_not_to_quiet_days() {
        try (SampleBook book = new SampleBook(Engine.H2)) {
            Desk desk = Desks.of(book.app.changes());
            InvoiceRow late = book.app.invoices().list(new InvoiceFilter(InvoiceFilter.Which.OVERDUE, "", null, 0)).stream()
                    .filter(row -> row.disputed().isZero() && row.total().getCurrencyUnit().getCode().equals("EUR")).findFirst().orElseThrow();
            book.app.disputes().open(late.number(), eur("119"), "two hours too many", "Mira", DAY.minusDays(1), DAY).orThrow();
            DisputeListViewModel model = new DisputeListViewModel(desk, new DisputeListViewModel.Rooms(book.app.disputes(),
                    book.app.reports(), book.app.customers(), book.app.invoices(), book.app.attachments()));
            List<Place> places = new ArrayList<>();
            desk.navigator().route("invoice.credit", "invoices", place -> {
                places.add(place);
                return blank();
            });
            Window.run(model::start);
            DisputeRow row = model.rows.stream().filter(one -> one.dispute().number().equals(late.number())).findFirst().orElseThrow();
            assertThat(row.name()).isEqualTo(late.buyer().name());
            assertThat(row.isLate(DAY)).isTrue();
            assertThat(row.document()).isEqualTo(late.id());
            List<Problem> problems = new ArrayList<>();
            Window.run(() -> model.close(row, new EndingDialog.Ending("perhaps", null, ""), () -> { }, problems::addAll));
            assertThat(problems).extracting(Problem::code).containsExactly("dispute.outcome");
            Window.run(() -> model.close(row, new EndingDialog.Ending("rejected", null, "a\u0007bell"), () -> { }, problems::addAll));
            assertThat(problems).extracting(Problem::field).as("nothing unseen is kept").endsWith("note");
            problems.clear();
            Window.run(() -> model.close(row, new EndingDialog.Ending("accepted", null, ""), () -> { }, problems::addAll));
            assertThat(places).hasSize(1);
            CreditProposal proposal = places.getFirst().about(CreditProposal.class);
            assertThat(proposal).isEqualTo(new CreditProposal(Objects.requireNonNull(late.id()), eur("119"), List.of(), "two hours too many"));
            Window.run(model::load);
            assertThat(model.rows).noneMatch(one -> one.dispute().number().equals(late.number()));
            Document invoice = book.app.invoices().byId(proposal.invoice()).orElseThrow();
            CreditNoteService credits = book.app.creditNotes();
            assertThat(credits.preview(CreditRequest.of(late.number(), PartCredit.lines(invoice, eur("119"), "two hours")))
                    .orThrow().document().sums().total().minus(eur("119")).abs()).isLessThanOrEqualTo(eur("0.01"));
        }
    }

    private static Screen blank() {
        return new Screen() {
            @Override
            public String titleKey() {
                return "screen.invoice";
            }

            @Override
            public javafx.scene.Node node() {
                return new javafx.scene.layout.Pane();
            }
        };
    }
}
