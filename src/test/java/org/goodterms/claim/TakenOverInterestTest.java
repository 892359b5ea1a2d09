package org.goodterms.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.intake.Opening;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.junit.jupiter.api.Test;

/** Interest on what was taken over from elsewhere, part-paid already. */
class TakenOverInterestTest {

    @Test
    void what_was_paid_before_the_book_began_bears_no_interest() {
        try (TestBook book = new TestBook(Engine.H2)) {
            var who = book.customer("K1");
            book.app.accounting().openings().takeOver(new Opening("K1", "OLD-7", LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31),
                    eur("1000"), eur("400"), BigDecimal.ONE, Map.of(), "", "", null, null)).orThrow();
            InterestQuote quote = book.app.claims().interest().quote("OLD-7", null).orThrow();
            assertThat(quote.interest().segments()).extracting(Interest.Segment::principal).containsOnly(eur("400"));
            assertThat(quote.interest().segments().getFirst().from()).isEqualTo(LocalDate.of(2026, 1, 1));
            book.app.payments().record(Receipt.plain(who, DAY.minusDays(10), eur("100"),
                    new Settlement.ByHand(java.util.List.of(new Settlement.Part("OLD-7", eur("100")))))).orThrow();
            assertThat(book.app.claims().interest().quote("OLD-7", null).orThrow().interest().segments())
                    .extracting(Interest.Segment::principal).as("money that came later still lowers it").containsExactly(eur("400"), eur("300"));
        }
    }
}
