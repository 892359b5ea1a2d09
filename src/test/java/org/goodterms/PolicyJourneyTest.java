package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.reminder.Occasion;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.PolicyVersion;
import org.goodterms.reminder.Step;
import org.goodterms.reminder.Tone;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A policy is edited, what it would change is read, and then it holds; a group gets one of its own and gives it back. */
class PolicyJourneyTest {
    @TempDir
    Path home;
    private final FxRobot robot = new FxRobot();
    private SampleBook book;
    private Desktop desktop;
    private Navigator go;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        desktop = Window.on(() -> {
            Desktop made = new Desktop(new Stage(), new Bookcase(home, Desks.CLOCK, Bookcase.SAMPLE), Desks.CLOCK,
                    Preferences.forgetful(), overlay -> Tasks.inline());
            made.show(null);
            made.stage().setWidth(1280);
            made.stage().setHeight(900);
            go = made.work(new Bookcase.Opened(book.app, "/home/mira/Good Terms/Lark & Reed Studio", List.of()));
            go.go(Place.of("reminders"));
            return made;
        });
        Window.settle();
    }

    @AfterEach
    void close() {
        Window.run(() -> desktop.stage().close());
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
        Window.settle();
    }

    private void type(String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
        Window.settle();
    }

    private List<String> labels(String id) {
        return robot.from(robot.lookup(id)).lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private void picture(String name) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Window.run(() -> new Theme().dress(desktop.stage().getScene(), dark));
            assertThat(Files.size(Screenshots.take(name + (dark ? "-dark" : "-light"), desktop.stage().getScene()))).isGreaterThan(8_000);
        }
        Window.run(() -> new Theme().dress(desktop.stage().getScene(), false));
    }

    private void mode(String name) {
        robot.interact(() -> robot.lookup("#chip-" + name).queryAs(ToggleButton.class).fire());
        Window.settle();
    }

    @Test
    void a_ladder_is_edited_its_changes_are_read_and_then_it_is_switched_on() throws Exception {
        press("#plan-policy");
        picture("policy");
        type("#offset-R1", "soon");
        assertThat(robot.lookup("#policy-trouble").queryAs(Label.class).getText()).startsWith("“soon” is not a number of days");
        press("#policy-save");
        assertThat(robot.lookup("#policy-changes").tryQuery()).as("refused, so nothing is asked").isEmpty();
        type("#offset-R1", "9");
        type("#offset-R2", "4");
        press("#policy-save");
        assertThat(robot.lookup("#policy-trouble").queryAs(Label.class).getText()).contains("Step R2 would come 4 days");
        type("#offset-R2", "14");
        mode("ACTIVE");
        press("#policy-save");
        assertThat(labels("#policy-changes").getFirst()).contains("get another next step");
        assertThat(labels("#policy-changes")).anyMatch(said -> said.contains("when approved \u2192"));
        picture("policy-changes");
        assertThat(book.app.reminders().policies().all().company()).as("nothing holds before the last word").isEqualTo(Policy.DEFAULT);
        press("#policy-apply");
        Policy now = book.app.reminders().policies().all().company();
        assertThat(now.mode()).isEqualTo(Policy.Mode.ACTIVE);
        assertThat(now.rules()).filteredOn(rule -> rule.step() == Step.R1).extracting(Policy.Rule::offset).containsExactly(9);
        assertThat(book.app.reminders().policies().versions(Policies.Scope.COMPANY, "")).extracting(PolicyVersion::version).containsExactly(1);
        Window.run(() -> go.go(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "good-payer"))));
        Window.settle();
        mode("OFF");
        press("#policy-save");
        press("#policy-apply");
        assertThat(book.app.reminders().policies().all().of("ANY", "good-payer").mode()).isEqualTo(Policy.Mode.OFF);
        Window.run(() -> go.go(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "at-risk"))));
        Window.settle();
        assertThat(robot.lookup("#offset-R1").queryAs(TextField.class).getText()).as("the company's is where a group begins").isEqualTo("9");
        Window.run(() -> go.go(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "good-payer"))));
        Window.settle();
        press("#policy-inherit");
        press("#policy-apply");
        assertThat(book.app.reminders().policies().all().of("ANY", "good-payer").mode()).isEqualTo(Policy.Mode.ACTIVE);
    }

    @Test
    void a_text_is_edited_read_on_an_open_invoice_saved_and_given_back() throws Exception {
        Window.run(() -> go.go(Place.of("policy.texts")));
        Window.settle();
        Occasion r2 = new Occasion(Step.R2, Tone.USUAL, "en");
        mode("R2");
        mode("en");
        javafx.scene.control.TextArea text = robot.lookup("#text-body").queryAs(javafx.scene.control.TextArea.class);
        assertThat(text.getText()).contains("we have neither a payment", "{{>items}}");
        robot.interact(() -> text.setText("Good day,\n\nwe wonder about this:\n\n{{>items}}\n{{>pay}}\n\nPlease pay by "));
        press("#policy-text-save");
        assertThat(robot.lookup("#text-trouble").queryAs(Label.class).getText()).contains("The text lacks {{deadline}}");
        robot.interact(() -> text.end());
        press("#place-deadline");
        assertThat(text.getText()).endsWith("Please pay by {{deadline}}");
        press("#policy-text-save");
        assertThat(book.app.reminders().texts().text(r2).wording().text()).startsWith("Good day,");
        assertThat(robot.lookup("#text-differs").queryAs(Label.class).getText()).startsWith("Your own text");
        assertThat(robot.lookup(".mail-body").queryAs(Label.class).getText()).contains("we wonder about this:", "Please pay by").doesNotContain("{{");
        picture("policy-texts");
        press("#policy-text-reset");
        assertThat(book.app.reminders().texts().text(r2).isOwn()).isFalse();
        assertThat(text.getText()).contains("we have neither a payment");
    }
}
