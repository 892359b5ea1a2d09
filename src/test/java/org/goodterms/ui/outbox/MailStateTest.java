package org.goodterms.ui.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the foot of the window says about mail. */
class MailStateTest {

    private static Message waiting(TestBook book, String to) {
        OutboxService outbox = book.app.outbox();
        UUID customer = book.customer(to).value();
        return book.app.db().write(tx -> outbox.enqueue(tx, new Message.About(customer, "invoice", "", "1", null, TestBook.DAY),
                new Message.Parcel(Message.Channel.EMAIL, "a@firm.example", to + "@customer.example", "Subject", "label",
                        "0".repeat(64), "<" + to + "@x>"), true)).orThrow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void C41_nothing_is_said_until_something_waits_and_counts_follow(Engine engine) {
        try (TestBook book = new TestBook(engine)) {
            Desk desk = Desks.of(book.app.changes());
            StringProperty text = new SimpleStringProperty("?");
            ObjectProperty<Tone> tone = new SimpleObjectProperty<>();
            MailState state = Window.on(() -> new MailState(desk, book.app.outbox(), text, tone));
            assertThat(text.get()).isEmpty();
            Message first = waiting(book, "a");
            waiting(book, "b");
            Window.run(state::load);
            assertThat(text.get()).isEqualTo("2 messages wait");
            assertThat(tone.get()).isEqualTo(Tone.QUIET);
            book.app.outbox().sentByHand(first.id(), "mail program").orThrow();
            Window.run(state::load);
            assertThat(text.get()).isEqualTo("1 message waits");
            assertThat(book.app.outbox().counts()).containsEntry(Message.State.SENT, 1).containsEntry(Message.State.QUEUED, 1)
                    .doesNotContainKey(Message.State.FAILED);
            Window.run(state::stop);
        }
    }
}
