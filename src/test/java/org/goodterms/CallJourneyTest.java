package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.goodterms.agreement.PromiseState;
import org.goodterms.customer.Customer;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.followup.FollowUp;
import org.goodterms.intake.Attachment;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.report.LateCustomer;
import org.goodterms.report.TodayEntry;
import org.joda.money.Money;
import org.goodterms.ui.kit.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** From the day's list to the phone: a call that becomes a promise, with its confirmation ready to be read. */
class CallJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private SampleBook book;
    private WorkWindow window;
    private Id<Customer> late;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", "2525", "security", "none", "from", "office@lark-reed.example",
                "fromName", "Lark & Reed Studio"), "").orThrow();
        late = book.app.reporting().today().glance().late().stream().map(LateCustomer::whom)
                .filter(whom -> book.app.calls().desk().prepare(whom.id()).told().broken() < 2)
                .filter(whom -> !book.app.customers().customer(whom.id()).reminderMailboxes().isEmpty()).findFirst().orElseThrow().id();
        book.app.followUps().add(new FollowUp.Plan(late, FollowUp.Kind.CALL, "", "", List.of(), null)).orThrow();
        window = new WorkWindow(home, book.app);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_call_becomes_a_promise() throws Exception {
        robot.interact(() -> {
            ListView<TodayEntry> list = robot.lookup("#today-list").queryListView();
            int call = java.util.stream.IntStream.range(0, list.getItems().size()).filter(i -> list.getItems().get(i).kind().equals("call")
                    && list.getItems().get(i).whom() != null && list.getItems().get(i).whom().id().equals(late)).findFirst().orElseThrow();
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(call);
        });
        robot.push(KeyCode.ENTER);
        Window.settle();
        Money asked = book.app.calls().desk().prepare(late).asked().values().iterator().next();
        String name = book.app.customers().customer(late).name();
        assertThat(robot.lookup(".page-title").queryLabeled().getText()).isEqualTo(name);
        window.picture("call");
        robot.push(KeyCode.DIGIT1);
        Window.settle();
        Screenshots.take("call-promise-light", window.desktop.stage().getScene());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();

        assertThat(book.app.agreements().promises().of(late)).filteredOn(one -> one.state() == PromiseState.PENDING).singleElement()
                .satisfies(one -> assertThat(one.promise().amount()).as("all that is asked for").isEqualTo(asked));
        assertThat(book.app.followUps().list(FollowUp.Filter.DUE)).as("the call is made").filteredOn(task -> task.whom() != null
                && task.whom().id().equals(late)).extracting(FollowUp::kind).doesNotContain(FollowUp.Kind.CALL);
        List<Message> ready = book.app.outbox().list(Message.State.DRAFT).stream().filter(one -> late.value().equals(one.about().customer())).toList();
        assertThat(ready).as("the confirmation lies ready").hasSize(1);
        assertThat(robot.lookup("Read and send").queryAs(Button.class)).isNotNull();
        robot.interact(() -> robot.lookup("#call-to_customer").queryButton().fire());
        Window.settle();
        window.picture("customer-agreed");
        InvoiceRow invoice = book.app.invoices().list(new InvoiceFilter(InvoiceFilter.Which.ALL, "", late, 0)).stream()
                .filter(row -> !row.number().isEmpty()).findFirst().orElseThrow();
        Path note = Files.writeString(home.resolve("delivery note.txt"), "received, with thanks");
        Attachment kept = book.app.attachments().addTo(Objects.requireNonNull(invoice.id()).value(), note).orThrow();
        assertThat(kept.customer()).as("whose invoice it is").isEqualTo(late);
        robot.interact(() -> window.go.go(Place.of("invoice", invoice.id())));
        Window.settle();
        assertThat(robot.lookup("#attachment-open").queryAll()).as("to be opened from what happened with the invoice").hasSize(1);
        window.picture("invoice-attachment");
    }
}
