package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.goodterms.fixture.ChildJvm;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Fault;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Chain;
import org.goodterms.ledger.Chart;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever a desk dies, its books are whole and hold each invoice and payment of which it was told. */
@Tag("fault")
class KilledDeskTest {
    private static final int KILLS = 10;
    @TempDir
    private Path temp;
    private Path folder;

    @BeforeEach
    void found() {
        folder = temp.resolve("book");
        DeskChild.found(folder);
    }

    @Test
    void kills_at_random_moments_leave_whole_books() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("desk kills with -Dseed=" + seed);
        Random random = new Random(seed);
        long paid = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm desk = ChildJvm.start(DeskChild.class, "", folder.toString())) {
                desk.awaitFirstAcknowledgement();
                Thread.sleep(random.nextInt(120));
                desk.kill();
                paid += paid(desk);
                whole(desk.acknowledged(), paid, "kill " + kill + " of -Dseed=" + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-commit", "after-commit", "after-sync", "after-guard"})
    void death_in_the_middle_of_a_write_leaves_whole_books(String point) throws Exception {
        for (int when = 1; when <= 2; when++) {
            try (ChildJvm desk = ChildJvm.start(DeskChild.class, point + ":halt:" + (when + 2), folder.toString())) {
                assertThat(desk.awaitEnd()).as(desk.said()).isEqualTo(Fault.HALTED);
                whole(desk.acknowledged(), paid(desk), point);
            }
        }
    }

    private static long paid(ChildJvm desk) {
        return desk.said().lines().filter("PAID"::equals).count();
    }

    private void whole(long invoices, long payments, String what) {
        try (App app = DeskChild.open(folder)) {
            List<InvoiceRow> rows = app.invoices().list(InvoiceFilter.EVERYTHING);
            assertThat(rows).as(what).hasSizeBetween((int) invoices, (int) invoices + 1);
            assertThat(new TreeSet<>(rows.stream().map(row -> number(row.number())).toList())).as("no gap, " + what)
                    .hasSize(rows.size()).allMatch(number -> number >= 1 && number <= rows.size());
            assertThat(app.payments().list(null)).as(what).hasSizeGreaterThanOrEqualTo((int) payments);
            chain(app, what);
            subledger(app, what);
        }
    }

    private static int number(String shown) {
        return Integer.parseInt(shown.substring(shown.lastIndexOf('-') + 1));
    }

    private static void chain(App app, String what) {
        String[] previous = {Chain.START};
        long[] seq = {0};
        app.db().<Boolean>read(tx -> {
            app.ledger().chain(tx, entry -> {
                assertThat(entry.seq()).as(what).isEqualTo(++seq[0]);
                assertThat(entry.hash()).as(what).isEqualTo(
                        Chain.link(previous[0], entry.seq(), entry.entry(), entry.recordedAt()));
                previous[0] = entry.hash();
            });
            return true;
        });
        assertThat(seq[0]).as(what).isPositive();
    }

    private static void subledger(App app, String what) {
        List<Money> both = app.db().read(tx -> {
            Money zero = Money.zero(CurrencyUnit.EUR);
            Money items = app.receivables().openAt(tx, DeskChild.TODAY, null, null).stream().map(OpenItem::openCarrying)
                    .reduce(zero, Money::plus);
            List<Balance> balances = app.ledger().balances(tx, DeskChild.TODAY, null);
            Money account = balances.stream().filter(b -> b.account().number().equals(Chart.RECEIVABLES))
                    .map(Balance::amount).findFirst().orElse(zero);
            assertThat(balances.stream().map(Balance::amount).reduce(zero, Money::plus)).as(what).isEqualTo(zero);
            return List.of(items, account);
        });
        assertThat(both.getFirst()).as(what).isEqualTo(both.getLast());
    }
}
