package org.goodterms.ui.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.claim.HandOver;
import org.goodterms.claim.Pursue;
import org.goodterms.claim.WriteOff;
import org.goodterms.customer.Customer;
import org.goodterms.dossier.DossierService;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.Printout;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a debt on screen: charged, waived, weighed, written off, recovered, handed over. */
class ClaimViewModelTest {
    @TempDir
    Path folder;
    private TestBook book;
    private Desk desk;
    private Id<Customer> who;
    private ClaimViewModel model;
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        who = book.customer("K1");
        book.invoice(who, "INV-1", DAY.minusDays(90), "2000", "380", "19");
        model = new ClaimViewModel(desk, new ClaimViewModel.Rooms(book.app.claims().interest(), book.app.claims().charges(),
                new ClaimViewModel.Ends(book.app.claims().writeOffs(), book.app.claims().recoveries(), book.app.claims().handOvers()),
                book.app.dossiers(), book.app.customers(), book.app.reports(), book.app.reporting().papers()),
                Expected.of(who, "INV-1"));
        Window.run(() -> {
            new ClaimView(desk, model);
            model.start();
        });
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void interest_is_shown_charged_once_and_waived() {
        assertThat(Objects.requireNonNull(model.quote.get()).orThrow().compensation()).isEqualTo(eur("40"));
        Window.run(model::charge);
        Window.run(model::load);
        assertThat(model.charges).hasSize(1);
        OpenItem charge = model.charges.getFirst();
        assertThat(Objects.requireNonNull(model.quote.get()).orThrow().total()).as("nothing is charged twice").isEqualTo(eur("0"));
        Window.run(() -> model.to.set(DAY.plusDays(30)));
        assertThat(Objects.requireNonNull(model.quote.get()).orThrow().interest().total().isPositive()).as("to come").isTrue();
        Window.run(() -> model.chargeFee(eur("0"), "Letter", () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("claim.fee_amount");
        Window.run(() -> model.chargeFee(eur("5"), "Letter", () -> { }, problems::addAll));
        Window.run(() -> model.waive(charge.number(), "as agreed", () -> { }, problems::addAll));
        Window.run(model::load);
        assertThat(model.charges).extracting(OpenItem::open).containsExactly(eur("5.00"));
    }

    @Test
    void the_working_is_printed_as_it_is_shown() throws Exception {
        assertThat(Objects.requireNonNull(model.standing.get()).limitation()).as("three years from the end of the year").isEqualTo("2029-12-31");
        Path file = folder.resolve("working.pdf");
        desk.overlay().saving((heading, name, ending) -> Optional.of(file));
        Window.run(model::printWorking);
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        Printout printout = book.app.reporting().papers().printouts().interest(Objects.requireNonNull(model.quote.get()).orThrow(), "K1");
        assertThat(printout.rows()).hasSize(Objects.requireNonNull(model.quote.get()).orThrow().interest().segments().size() + 3);
        assertThat(printout.rows().getLast().cells()).last().isEqualTo(Objects.requireNonNull(model.quote.get()).orThrow().total());
    }

    @Test
    void the_rule_of_a_customer_is_chosen_and_a_contract_needs_its_rate() {
        assertThat(model.rules()).contains("DE", "CONTRACT", "IN").allMatch(word -> desk.texts().has("claim.rule.of." + word));
        Window.run(() -> model.setRule("CONTRACT", null, null, () -> { }, problems::addAll));
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.quote.get()).problems()).extracting(Problem::code).containsExactly("claim.no_contract_rate");
        Window.run(() -> model.setRule("CONTRACT", new BigDecimal("101"), null, () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("claim.percent");
        Window.run(() -> model.setRule("CONTRACT", new BigDecimal("3.65"), null, () -> { }, problems::addAll));
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.quote.get()).orThrow().interest().total()).as("60 days at a hundredth of a percent a day of 2,380")
                .isEqualTo(eur("14.28"));
    }

    @Test
    void each_way_is_weighed_by_what_is_assumed() {
        assertThat(model.card()).extracting(Pursue::word).containsExactly("court", "agency", "plan", "write-off");
        assertThat(model.card()).extracting(one -> one.value().getAmount().toPlainString()).as("2,380.00 open, 380.00 tax in it")
                .containsExactly("779.00", "856.80", "1636.00", "380.00");
        Window.run(() -> model.ways.forEach(way -> way.chance.set(new BigDecimal("10"))));
        assertThat(Pursue.best(model.card()).word()).isEqualTo("write-off");
        Window.run(() -> model.ways.getFirst().chance.set(new BigDecimal("900")));
        assertThat(model.card().getFirst().value()).as("more than certain is certain").isEqualTo(eur("1850"));
    }

    @Test
    void a_write_off_is_followed_by_relief_and_money_after_all() {
        Window.run(() -> model.writeOff(WriteOff.ReliefTime.LATER, false, "gone", () -> { }, problems::addAll));
        Window.run(model::load);
        ClaimViewModel.Standing is = Objects.requireNonNull(model.standing.get());
        assertThat(is.worth()).isNull();
        assertThat(is.reliefWaits()).isTrue();
        assertThat(is.recoverable()).isEqualTo(eur("2380"));
        assertThat(model.card()).isEmpty();
        Window.run(model::claimRelief);
        Window.run(() -> model.recover(eur("3000"), DAY, () -> { }, problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("claim.recover_amount");
        Window.run(() -> model.recover(eur("380"), DAY, () -> { }, problems::addAll));
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.standing.get()).reliefWaits()).isFalse();
        assertThat(Objects.requireNonNull(model.standing.get()).recoverable()).isEqualTo(eur("2000"));
        assertThat(book.ties(DAY)).isTrue();
    }

    @Test
    void the_dossier_says_what_it_lacks_and_is_saved_where_one_says() throws Exception {
        List<DossierService.Made> made = new ArrayList<>();
        Window.run(() -> model.prepare(HandOver.Receiver.COURT, outcome -> made.add(outcome.orThrow())));
        assertThat(made.getFirst().dossier().missing()).isNotEmpty();
        desk.overlay().saving((heading, name, ending) -> Optional.empty());
        Window.run(() -> model.handOver(made.getFirst(), "", () -> { }, problems::addAll));
        assertThat(book.app.claims().handOvers().of(who)).as("thought better of it").isEmpty();
        Path file = folder.resolve("d.zip");
        desk.overlay().saving((heading, name, ending) -> Optional.of(file));
        Window.run(() -> model.handOver(made.getFirst(), "", () -> { }, problems::addAll));
        assertThat(problems).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(made.getFirst().zip());
        assertThat(book.app.claims().handOvers().of(who)).hasSize(1);
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.standing.get()).away()).isTrue();
        Window.run(model::takeBack);
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.standing.get()).away()).as("asked for by us again").isFalse();
    }
}
