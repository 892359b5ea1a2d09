package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.outbox.Message;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** From who is late to a reminder read, changed and sent; the server receives the very bytes of the preview. */
class ReminderJourneyTest {
    private static final String ADDED = "Mira asked me to say hello.";
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private SampleBook book;
    private Desktop desktop;

    @BeforeEach
    void open() {
        server.start();
        book = new SampleBook(Engine.H2);
        book.app.mail().save(Map.of("host", "127.0.0.1", "port", String.valueOf(server.getSmtp().getPort()), "security", "none",
                "from", "office@lark-reed.example", "fromName", "Lark & Reed Studio"), "").orThrow();
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE), Desks.CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            made.stage().setWidth(1280);
            made.stage().setHeight(800);
            return made;
        });
        Window.run(() -> desktop.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of())));
        Window.settle();
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
        server.stop();
    }

    private void pictures(String name) {
        for (int[] size : new int[][] {{1280, 800}, {1000, 680}}) {
            Window.run(() -> {
                desktop.stage().setWidth(size[0]);
                desktop.stage().setHeight(size[1]);
            });
            Window.settle();
            for (boolean dark : new boolean[] {false, true}) {
                Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
                Screenshots.take(name + "-" + size[0] + (dark ? "-dark" : "-light"), desktop.stage().getScene());
            }
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    @Test
    void an_overdue_customer_is_reminded_with_the_bytes_that_were_read() throws Exception {
        Button bell = robot.lookup("#reminder-new").queryAll().stream().map(Button.class::cast).findFirst().orElseThrow();
        robot.interact(bell::fire);
        Window.settle();
        pictures("reminder");
        TextInputControl text = robot.lookup("#field-text").queryTextInputControl();
        String before = text.getText();
        assertThat(before).as("the text of the step is there").isNotBlank();
        robot.interact(() -> text.setText(before + "\n" + ADDED));
        WaitForAsyncUtils.sleep(900, java.util.concurrent.TimeUnit.MILLISECONDS);
        Window.settle();
        robot.interact(() -> robot.lookup("#chip-CHANGES").queryAs(javafx.scene.control.ToggleButton.class).fire());
        Window.settle();
        Screenshots.take("reminder-changes-light", desktop.stage().getScene());
        assertThat(robot.lookup(".change-in").queryAll()).as("what was changed is marked").isNotEmpty();
        int known = book.app.outbox().list(null).size();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Window.settle();

        List<Message> all = book.app.outbox().list(null);
        assertThat(all).hasSizeGreaterThan(known);
        Message sent = all.getLast();
        assertThat(sent.state()).isEqualTo(Message.State.SENT);
        assertThat(server.getReceivedMessages()).hasSize(all.size() - known);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        server.getReceivedMessages()[0].writeTo(received);
        String raw = received.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.substring(raw.indexOf("Date: ")).strip()).as("behind the line of the server")
                .isEqualToNormalizingNewlines(new String(book.app.mail().bytes(sent).orThrow(), StandardCharsets.ISO_8859_1).strip());
        assertThat(book.app.mail().read(sent).orThrow().text()).contains(ADDED);
        assertThat(robot.lookup(".page-title").queryLabeled().getText()).as("on the customer's page").isNotBlank();
    }
}
