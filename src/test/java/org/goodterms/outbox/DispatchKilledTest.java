package org.goodterms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.goodterms.archive.Archive;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.fixture.ChildJvm;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.fixture.ScriptedSmtpServer.Action;
import org.goodterms.fixture.ScriptedSmtpServer.Step;
import org.goodterms.fixture.TestServer;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Fault;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.MailAccount;
import org.goodterms.mail.Smtp;
import org.goodterms.outbox.Message.Channel;
import org.goodterms.outbox.Message.Parcel;
import org.goodterms.outbox.Message.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that dies while sending sends nothing twice, loses nothing, and says of which message nobody knows. */
@Tag("fault")
class DispatchKilledTest {
    private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneOffset.UTC);
    @TempDir
    private Path temp;
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void close() {
        server.close();
    }

    /** A book reopened by a later program. */
    private final class Later implements AutoCloseable {
        final Database db;
        final OutboxService outbox;
        final DispatchService dispatch;

        Later(BookLocation book) {
            db = Database.open(book, CLOCK, new Changes()).orThrow();
            outbox = new OutboxService(db, Ids.timeOrdered(CLOCK));
            dispatch = new DispatchService(db, Ids.timeOrdered(CLOCK), CLOCK, Archive.inFolder(temp.resolve("archive")));
            dispatch.recover();
        }

        void run() {
            try (Carrier line = new Smtp().line(MailAccount.onThisMachine(server.port(), new EmailAddress("books@example.org"), ""), "")) {
                dispatch.dispatch(line, DispatchService.Recheck.none(), Progress.NONE);
            }
        }

        int count(State state) {
            return outbox.list(state).size();
        }

        @Override
        public void close() {
            db.close();
        }
    }

    private void fill(Database db, int messages) {
        Archive archive = Archive.inFolder(temp.resolve("archive"));
        OutboxService outbox = new OutboxService(db, Ids.timeOrdered(CLOCK));
        for (int i = 0; i < messages; i++) {
            byte[] bytes = ("Subject: " + i + "\r\n\r\nmessage " + i + "\r\n").getBytes(StandardCharsets.US_ASCII);
            Parcel parcel = new Parcel(Channel.EMAIL, "books@example.org", "m" + i + "@example.com", "s", "m" + i,
                    archive.put(bytes).orThrow(), "<" + i + "@example.org>");
            db.write(tx -> outbox.enqueue(tx, Desk.about("key" + parcel.label()), parcel, true)).orThrow();
        }
    }

    private BookLocation book(int messages) {
        BookLocation.Folder location = new BookLocation.Folder(temp.resolve("book"));
        try (Database db = Database.create(location, CLOCK, new Changes()).orThrow()) {
            fill(db, messages);
        }
        return location;
    }

    private ChildJvm child(String fault, String book) throws IOException {
        return ChildJvm.start(DispatchChild.class, fault, book, temp.resolve("archive").toString(), String.valueOf(server.port()));
    }

    private static int end(ChildJvm child) throws InterruptedException {
        return child.awaitEnd();
    }

    private List<String> receivedRecipients() {
        return server.received().stream().map(ScriptedSmtpServer.Received::to).toList();
    }

    /** The second of three messages is under way when the program dies. */
    @ParameterizedTest
    @CsvSource({"outbox-claiming, 1, 0, 1", "outbox-claimed, 1, 1, 1", "outbox-delivered, 1, 1, 2", "outbox-recorded, 2, 0, 2"})
    void death_at_each_point_sends_nothing_twice_and_loses_nothing(String point, int sent, int unknown, int received) throws Exception {
        BookLocation book = book(3);
        assertThat(end(child(point + ":halt:2", temp.resolve("book").toString()))).isEqualTo(Fault.HALTED);
        assertThat(server.received()).hasSize(received);
        try (Later later = new Later(book)) {
            assertThat(later.count(State.SENT)).isEqualTo(sent);
            assertThat(later.count(State.UNKNOWN)).isEqualTo(unknown);
            assertThat(later.count(State.QUEUED)).isEqualTo(3 - sent - unknown);
            later.run();
            assertThat(later.count(State.SENT)).isEqualTo(3 - unknown);
            assertThat(receivedRecipients()).doesNotHaveDuplicates();
            assertThat(later.count(State.UNKNOWN)).as("never sent again by itself").isEqualTo(unknown);
        }
        try (Later evenLater = new Later(book)) {
            assertThat(evenLater.count(State.UNKNOWN)).isEqualTo(unknown);
            evenLater.outbox.list(State.UNKNOWN).forEach(m -> evenLater.outbox.settle(m.id(), false).orThrow());
            evenLater.run();
            assertThat(evenLater.count(State.SENT)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"GREETING", "MAIL", "BODY", "DOT"})
    void death_at_each_step_of_the_talk_with_the_server_leaves_one_unknown(Step step) throws Exception {
        server.on(step, Action.silence());
        BookLocation book = book(2);
        ChildJvm child = child("", temp.resolve("book").toString());
        String seen = switch (step) {
            case GREETING -> "";
            case MAIL -> "MAIL";
            default -> "DATA";
        };
        while (server.connections() == 0 || server.commands().stream().noneMatch(c -> c.startsWith(seen)) && !seen.isEmpty()
                || step == Step.DOT && server.received().isEmpty()) {
            assertThat(child.isAlive()).isTrue();
            Thread.sleep(20);
        }
        child.kill();
        int taken = server.received().size();
        server.on(step);
        try (Later later = new Later(book)) {
            assertThat(later.count(State.UNKNOWN)).isEqualTo(1);
            later.run();
            assertThat(later.count(State.SENT)).isEqualTo(1);
            assertThat(server.received()).hasSize(taken + 1);
            assertThat(receivedRecipients()).doesNotHaveDuplicates();
        }
    }

    @Test
    void kills_at_random_moments_never_send_a_message_twice() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("kills while sending with -Dseed=" + seed);
        Random random = new Random(seed);
        server.on(Step.DOT, Action.late("250 taken", java.time.Duration.ofMillis(30)));
        BookLocation book = book(40);
        for (int kill = 0; kill < 8; kill++) {
            ChildJvm child = child("", temp.resolve("book").toString());
            int before = server.received().size();
            while (child.isAlive() && server.received().size() == before) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(120));
            child.kill();
        }
        try (Later later = new Later(book)) {
            later.run();
            assertThat(receivedRecipients()).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(later.count(State.SENT) + later.count(State.UNKNOWN)).isEqualTo(40);
            assertThat(later.count(State.UNKNOWN)).isLessThanOrEqualTo(8);
            List<String> sent = new ArrayList<>();
            later.outbox.list(State.SENT).forEach(m -> sent.add("RCPT TO:<" + m.parcel().recipient() + ">"));
            assertThat(receivedRecipients()).as("what is called sent has arrived").containsAll(sent);
        }
    }

    @Test
    void two_programs_on_one_shared_book_send_each_message_once() throws Exception {
        BookLocation.Shared book = (BookLocation.Shared) TestServer.freshBook();
        try (Database db = Database.open(book, CLOCK, new Changes()).orThrow()) {
            fill(db, 20);
        }
        server.on(Step.DOT, Action.late("250 taken", java.time.Duration.ofMillis(20)));
        ChildJvm one = child("", book.url());
        ChildJvm two = child("", book.url());
        assertThat(end(one)).isZero();
        assertThat(end(two)).isZero();
        assertThat(receivedRecipients()).hasSize(20).doesNotHaveDuplicates();
        try (Later later = new Later(book)) {
            assertThat(later.count(State.SENT)).isEqualTo(20);
        }
    }

    @Test
    void on_a_shared_book_a_killed_program_leaves_its_message_unknown_to_the_next() throws Exception {
        BookLocation.Shared book = (BookLocation.Shared) TestServer.freshBook();
        try (Database db = Database.open(book, CLOCK, new Changes()).orThrow()) {
            fill(db, 2);
        }
        assertThat(end(child("outbox-delivered:halt:1", book.url()))).isEqualTo(Fault.HALTED);
        Thread.sleep(300);
        try (Later later = new Later(book)) {
            assertThat(later.count(State.UNKNOWN)).isEqualTo(1);
            later.run();
            assertThat(receivedRecipients()).hasSize(2).doesNotHaveDuplicates();
        }
    }
}
