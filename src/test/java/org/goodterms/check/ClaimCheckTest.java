package org.goodterms.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.INSTALMENT;
import static org.goodterms.db.gen.Tables.INTEREST_CHARGE;
import static org.goodterms.db.gen.Tables.RECOVERY;
import static org.goodterms.db.gen.Tables.WRITE_OFF;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.util.List;
import java.util.function.Function;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.Planning;
import org.goodterms.claim.WriteOffService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored of plans, interest and write-offs is proved (invariants 24 and 29), and a change is found. */
@ParameterizedClass
@EnumSource(Engine.class)
class ClaimCheckTest {
    private final TestBook book;

    ClaimCheckTest(Engine engine) {
        book = new TestBook(engine);
        Id<Customer> customer = book.customer("A");
        book.invoice(customer, "I1", DAY.minusDays(100), "1000.00", "190.00", "19");
        book.invoice(customer, "I2", DAY.minusDays(100), "1000.00", "190.00", "19");
        book.invoice(customer, "I3", DAY.minusDays(100), "100.00", "19.00", "19");
        book.app.agreements().plans().create(new PlanService.Request(customer, List.of("I2"),
                new Planning.Schedule.Monthly(3, DAY, false), Plan.Terms.DEFAULT)).orThrow();
        book.app.claims().interest().charge("I3", DAY.minusDays(30)).orThrow();
        book.app.claims().interest().charge("I3", DAY).orThrow();
        book.app.claims().writeOffs().writeOff(new WriteOffService.Request("I1", null, false, "")).orThrow();
        book.app.claims().recoveries().recover("I1", eur("773.50"), DAY).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private List<String> bad() {
        return book.app.checks().run().stream().filter(finding -> !finding.ok()).map(Finding::name).toList();
    }

    private void damage(Function<Tx, Integer> change) {
        assertThat(book.app.db().write(tx -> Outcome.ok(change.apply(tx))).orThrow()).isPositive();
    }

    @Test
    void nothing_is_wrong_with_what_the_program_stored() {
        assertThat(bad()).isEmpty();
        assertThat(book.ties(DAY)).isTrue();
    }

    @Test
    void an_instalment_that_was_changed_is_found() {
        damage(tx -> tx.sql().update(INSTALMENT).set(INSTALMENT.AMOUNT, INSTALMENT.AMOUNT.plus(1L)).where(INSTALMENT.LINE.eq(1)).execute());
        assertThat(bad()).containsExactly("payment-plans");
    }

    @Test
    void a_loss_or_a_recovery_that_was_changed_is_found() {
        damage(tx -> tx.sql().update(WRITE_OFF).set(WRITE_OFF.NET, WRITE_OFF.NET.plus(1L)).set(WRITE_OFF.TAX, WRITE_OFF.TAX.minus(1L)).execute());
        assertThat(bad()).containsExactly("write-offs");
        damage(tx -> tx.sql().update(WRITE_OFF).set(WRITE_OFF.NET, WRITE_OFF.NET.minus(1L)).set(WRITE_OFF.TAX, WRITE_OFF.TAX.plus(1L)).execute());
        assertThat(bad()).isEmpty();
        damage(tx -> tx.sql().update(RECOVERY).set(RECOVERY.NET, RECOVERY.NET.minus(1L)).execute());
        assertThat(bad()).containsExactly("write-offs");
    }

    @Test
    void days_charged_twice_are_found() {
        damage(tx -> tx.sql().update(INTEREST_CHARGE).set(INTEREST_CHARGE.FROM_DATE, DAY.minusDays(60)).where(INTEREST_CHARGE.TO_DATE.eq(DAY)).execute());
        assertThat(bad()).containsExactly("interest");
    }
}
