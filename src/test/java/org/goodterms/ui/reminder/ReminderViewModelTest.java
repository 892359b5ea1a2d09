package org.goodterms.ui.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.payment.Method;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.reminder.ManualReminderService.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reminder by hand, over a real book and a mail server on this machine. */
class ReminderViewModelTest {
    private final TestBook book = new TestBook(Engine.H2);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Id<Customer> customer;
    private ReminderViewModel model;
    private Desk desk;

    @BeforeEach
    void open() {
        server.start();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Lark & Reed", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456788", "", new Company.Reach("office@lark-reed.example", "", "", "Mira Okafor")))).orThrow();
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", String.valueOf(server.getSmtp().getPort()), "security", "none",
                "from", "office@lark-reed.example"), "").orThrow();
        customer = book.app.customers().add(book.app.customers().blank().with(CustomerField.CODE, "BRIGHT")
                .with(CustomerField.NAME, "Brightwater Hotels").with(CustomerField.LANGUAGE, "en")
                .with(CustomerField.EMAIL, "accounts@brightwater.example")).orThrow().id();
        book.invoice(customer, "1", LocalDate.of(2026, 1, 2), "100.00", "19.00", "19");
        book.invoice(customer, "2", LocalDate.of(2026, 1, 20), "200.00", "38.00", "19");
        book.invoice(customer, "3", LocalDate.of(2026, 2, 27), "400.00", "76.00", "19");
        desk = Desks.of(book.app.changes());
        desk.navigator().route("customer", "customers", place -> new org.goodterms.ui.kit.Screen() {
            @Override
            public String titleKey() {
                return "screen.customer";
            }

            @Override
            public javafx.scene.Node node() {
                return new javafx.scene.layout.Region();
            }
        });
        model = new ReminderViewModel(desk, new ReminderViewModel.Rooms(book.app.customers(), book.app.reminders().manual(), book.app.mail(),
                book.app.handover()), pdf -> new Pages(List.of(), (page, scale) -> null), customer);
        Window.run(model::start);
    }

    @AfterEach
    void close() {
        server.stop();
        book.close();
    }

    @Test
    void what_is_overdue_is_picked_and_said_in_the_words_of_the_step() {
        assertThat(model.choices).extracting(Choice::number).containsExactly("1", "2");
        assertThat(model.picked).hasSize(2);
        assertThat(model.sum()).startsWith("357.00");
        assertThat(model.text.get()).contains("357.00");
        assertThat(model.changed()).isFalse();
        Window.run(() -> model.pick(model.choices.getFirst(), false));
        assertThat(model.text.get()).as("one total only").contains("238.00").doesNotContain("357.00");
        Window.run(() -> model.pick(model.choices.getLast(), false));
        assertThat(model.shown.get()).as("nothing picked").isNull();
    }

    @Test
    void changed_words_are_marked_and_nothing_goes_before_they_are_shown() {
        Window.run(() -> model.text.set(model.text.get() + "\nSee you at the fair."));
        assertThat(model.changed()).isTrue();
        assertThat(model.current()).isFalse();
        Window.run(model::send);
        assertThat(server.getReceivedMessages()).as("shown first").isEmpty();
        assertThat(model.current()).isTrue();
        assertThat(model.shown.get().reading().text()).contains("See you at the fair.");
        Window.run(model::reset);
        assertThat(model.changed()).isFalse();
    }

    @Test
    void the_server_receives_the_very_bytes_that_were_shown() throws Exception {
        byte[] shown = model.shown.get().written().copies().getFirst().bytes();
        Window.run(model::send);
        assertThat(model.problems.get()).isEmpty();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        server.getReceivedMessages()[0].writeTo(received);
        String raw = received.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.substring(raw.indexOf("Date: ")).strip()).as("behind the line of the server")
                .isEqualToNormalizingNewlines(new String(shown, StandardCharsets.ISO_8859_1).strip());
        Message message = book.app.outbox().list(null).getFirst();
        assertThat(message.state()).isEqualTo(Message.State.SENT);
        assertThat(book.app.mail().bytes(message).orThrow()).isEqualTo(shown);
        assertThat(book.app.reminders().manual().choices(customer)).extracting(choice -> choice.step().name())
                .as("the ladder goes on").containsExactly("R2", "R2");
    }

    @Test
    void money_that_came_in_meanwhile_stops_the_message() {
        Window.run(model::stop);
        book.app.payments().record(new Receipt(customer, TestBook.DAY, TestBook.eur("119.00"), BigDecimal.ONE,
                Method.BANK, new Settlement.OldestFirst(), List.of(), Map.of(), "", "")).orThrow();
        Window.run(model::send);
        assertThat(model.problems.get()).extracting(Problem::code).isNotEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(book.app.outbox().list(null)).isEmpty();
        Window.run(model::start);
        assertThat(model.text.get()).as("written anew for what is still open").contains("238.00").doesNotContain("357.00");
    }

    @Test
    void differences_are_lines_taken_out_and_put_in() {
        assertThat(Differences.of("a\nb\nc", "a\nx\nc\nd").stream().map(line -> line.kind() + " " + line.text()).toList())
                .containsExactly("SAME a", "OUT b", "IN x", "SAME c", "IN d");
        assertThat(Differences.of("same", "same")).extracting(Differences.Line::kind).containsExactly(Differences.Kind.SAME);
    }
}
