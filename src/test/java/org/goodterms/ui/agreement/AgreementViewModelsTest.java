package org.goodterms.ui.agreement;

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
import org.goodterms.agreement.Advice;
import org.goodterms.agreement.PlanState;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Expected;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.PageImage;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment plan worked out, agreed, followed and ended on screen. */
class AgreementViewModelsTest {
    @TempDir
    Path folder;
    private TestBook book;
    private Desk desk;
    private Id<Customer> who;
    private AgreementViewModel.Rooms rooms;
    private final List<Integer> read = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        who = book.customer("K1");
        book.invoice(who, "INV-1", DAY.minusDays(60), "100", "19", "19");
        book.invoice(who, "INV-2", DAY.minusDays(5), "50", "0", "0");
        rooms = new AgreementViewModel.Rooms(book.app.agreements().plans(), book.app.agreements().planPapers(), book.app.customers(),
                book.app.reports());
        desk.navigator().route("agreement", "plans", place -> blank());
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Pages pages(byte[] pdf) {
        read.add(pdf.length);
        return new Pages(List.of(), (page, scale) -> new PageImage(1, 1, new int[1]));
    }

    private NewAgreementViewModel form(Expected wanted) {
        NewAgreementViewModel form = new NewAgreementViewModel(desk, rooms, this::pages, wanted);
        Window.run(() -> {
            new NewAgreementView(desk, form);
            form.load();
        });
        return form;
    }

    private static List<String> parts(NewAgreementViewModel form) {
        return Objects.requireNonNull(form.preview.get()).orThrow().instalments().stream()
                .map(one -> one.date() + " " + one.amount().getAmount()).toList();
    }

    @Test
    void the_schedule_follows_what_is_typed() {
        NewAgreementViewModel form = form(new Expected(who, List.of()));
        assertThat(parts(form)).as("what is overdue, in three parts, the rest on the last").containsExactly(
                "2026-03-09 39.66", "2026-04-09 39.66", "2026-05-09 39.68");
        Window.run(() -> form.spread.set(true));
        assertThat(parts(form)).containsExactly("2026-03-09 39.67", "2026-04-09 39.67", "2026-05-09 39.66");
        Window.run(() -> form.debts.getLast().chosen().set(true));
        assertThat(form.chosenSum()).isEqualTo(eur("169"));
        assertThat(form.advice()).isEmpty();
        Window.run(() -> {
            form.parts.set(new BigDecimal("8"));
            form.first.set(DAY.plusDays(8));
        });
        assertThat(form.advice()).containsExactly(Advice.STARTS_LATE, Advice.TAKES_LONG);
        Window.run(() -> form.parts.set(BigDecimal.ZERO));
        assertThat(Objects.requireNonNull(form.preview.get()).problems()).extracting(Problem::code).containsExactly("agreement.parts");
    }

    @Test
    void by_hand_the_parts_must_add_up() {
        NewAgreementViewModel form = form(Expected.of(who, "INV-2"));
        Window.run(() -> {
            form.parts.set(new BigDecimal("1"));
            form.byHand.set(true);
        });
        assertThat(parts(form)).as("begins with what was worked out").containsExactly("2026-03-09 50.00");
        Window.run(() -> form.hand.getFirst().amount().set(eur("20")));
        assertThat(Objects.requireNonNull(form.preview.get()).problems()).extracting(Problem::code).containsExactly("agreement.parts_sum");
        Window.run(form::addPart);
        assertThat(parts(form)).containsExactly("2026-03-09 20.00", "2026-04-09 30.00");
    }

    @Test
    void it_is_read_agreed_followed_saved_and_ended() throws Exception {
        NewAgreementViewModel form = form(Expected.of(who, "INV-2"));
        List<Problem> problems = new ArrayList<>();
        Window.run(() -> form.read(pages -> { }));
        assertThat(book.app.agreements().plans().list(who)).as("only read").isEmpty();
        Window.run(() -> form.save(problems::addAll));
        assertThat(problems).isEmpty();
        book.app.payments().record(Receipt.plain(who, DAY, eur("20"), new Settlement.ByHand(List.of(new Settlement.Part("INV-2", eur("20")))))).orThrow();
        AgreementViewModel model = new AgreementViewModel(desk, rooms, this::pages, who);
        Window.run(() -> {
            new AgreementView(desk, model);
            model.start();
        });
        assertThat(Objects.requireNonNull(model.standing.get()).matched()).extracting(row -> row.paid().getAmount().toPlainString())
                .containsExactly("16.66", "3.34", "0.00");
        assertThat(read).as("the draft, then what was agreed").hasSizeGreaterThan(1).allMatch(length -> length > 1000);
        Path file = folder.resolve("plan.pdf");
        desk.overlay().saving((heading, name, ending) -> Optional.of(file));
        Window.run(model::save);
        assertThat(Files.readAllBytes(file)).isEqualTo(book.app.agreements().planPapers().pdf(who).orThrow());
        Window.run(() -> form.save(problems::addAll));
        assertThat(problems).extracting(Problem::code).containsExactly("agreement.plan_running");
        PlanListViewModel list = new PlanListViewModel(desk, rooms.plans(), rooms.customers());
        Window.run(list::start);
        assertThat(list.count(PlanListViewModel.Show.RUNNING)).isEqualTo(1);
        Window.run(() -> model.end("they pay at once", () -> { }, problems::addAll));
        Window.run(model::load);
        assertThat(Objects.requireNonNull(model.standing.get()).state()).isEqualTo(PlanState.ENDED);
        assertThat(model.isRunning()).isFalse();
        Window.run(list::load);
        assertThat(list.count(PlanListViewModel.Show.RUNNING)).isZero();
    }

    private static Screen blank() {
        return new Screen() {
            @Override
            public String titleKey() {
                return "screen.agreement";
            }

            @Override
            public javafx.scene.Node node() {
                return new javafx.scene.layout.Pane();
            }
        };
    }
}
