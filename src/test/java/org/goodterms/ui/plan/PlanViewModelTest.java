package org.goodterms.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.customer.Customer;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Reading;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.DunningPlan.Stopped;
import org.goodterms.reminder.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a day looked at, read and sent, over a real book and a mail server on this machine. */
class PlanViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private PlanViewModel model;

    @BeforeEach
    void open() {
        server.start();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456788", "", new Company.Reach("office@lark-reed.example", "", "", "Mira Okafor")))).orThrow();
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", String.valueOf(server.getSmtp().getPort()), "security", "none",
                "from", "office@lark-reed.example"), "").orThrow();
        book.invoice(customer("LATE"), "1", LocalDate.of(2026, 1, 20), "100.00", "19.00", "19");
        book.invoice(customer("HELD"), "2", LocalDate.of(2026, 1, 20), "200.00", "38.00", "19");
        book.app.holds().holdCustomer("HELD", "the owner talks to them", null).orThrow();
        model = new PlanViewModel(Desks.of(book.app.changes()), new PlanViewModel.Rooms(book.app.customers(), book.app.reminders(), book.app.mail(), book.app.holds(),
                book.app.reports()));
        Window.run(model::start);
    }

    private Id<Customer> customer(String code) {
        return book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, code).with(CustomerField.NAME, code + " Ltd")
                .with(CustomerField.LANGUAGE, "en").with(CustomerField.EMAIL, "accounts@" + code.toLowerCase() + ".example")).orThrow().id();
    }

    @AfterEach
    void close() {
        server.stop();
        book.close();
    }

    @Test
    void everybody_whose_turn_it_is_gets_a_message_or_a_reason() {
        assertThat(model.messages).extracting(Notice::code).containsExactly("LATE");
        assertThat(model.name(model.messages.getFirst().customer())).isEqualTo("LATE Ltd");
        assertThat(model.stopped).extracting(Stopped::code, Stopped::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("HELD", Reason.HOLD));
    }

    @Test
    void any_other_day_can_be_looked_at_and_changes_nothing() {
        Window.run(() -> model.day.set(LocalDate.of(2026, 2, 2)));
        assertThat(model.isToday()).isFalse();
        assertThat(model.messages).as("not due then").isEmpty();
        Window.run(() -> model.day.set(TestBook.DAY));
        assertThat(model.messages).hasSize(1);
        assertThat(book.app.outbox().list(null)).isEmpty();
    }

    @Test
    void what_was_read_is_sent_once_approved() throws Exception {
        List<Reading> read = new ArrayList<>();
        Window.run(() -> model.read(model.messages.getFirst(), read::add));
        assertThat(read).singleElement().satisfies(reading -> assertThat(reading.text()).contains("119.00"));
        assertThat(server.getReceivedMessages()).isEmpty();
        Window.run(() -> model.send(List.copyOf(model.messages)));
        Window.settle();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(book.app.outbox().list(Message.State.SENT)).hasSize(1);
        assertThat(model.messages).as("nobody is written to twice").isEmpty();
    }

    @Test
    void a_hold_is_lifted_where_it_keeps_the_engine_back() {
        Window.run(() -> model.remedy(model.stopped.getFirst()));
        Window.settle();
        assertThat(book.app.holds().standing(TestBook.DAY)).isEmpty();
        assertThat(model.stopped).isEmpty();
        assertThat(model.messages).extracting(Notice::code).containsExactlyInAnyOrder("LATE", "HELD");
    }

    @Test
    void every_overdue_item_has_what_comes_next_or_the_reason_with_what_helps() {
        Window.run(model::loadAll);
        Window.settle();
        assertThat(model.all).extracting(org.goodterms.reminder.Outlook.Next::code).containsExactly("HELD", "LATE");
        assertThat(model.remedyKey(model.all.getFirst())).isEqualTo("plan.remedy.hold");
        assertThat(model.next(model.all.getFirst())).isEqualTo(model.why(model.stopped.getFirst()));
        assertThat(model.remedyKey(model.all.getLast())).as("its day has come").isNull();
        assertThat(model.next(model.all.getLast())).contains("First reminder");
        Window.run(() -> model.remedy(model.all.getFirst()));
        Window.settle();
        assertThat(book.app.holds().standing(book.app.today())).as("the remedy lifts it").isEmpty();
    }
}
