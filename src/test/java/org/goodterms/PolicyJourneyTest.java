package org.goodterms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.SampleBook;
import org.goodterms.fixture.Window;
import org.goodterms.reminder.Occasion;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.PolicyVersion;
import org.goodterms.reminder.Step;
import org.goodterms.reminder.Tone;
import org.goodterms.ui.kit.Place;
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
    private WorkWindow window;

    @BeforeEach
    void open() {
        book = new SampleBook(Engine.H2);
        window = new WorkWindow(home, book.app);
        window.show(Place.of("reminders"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<String> labels(String id) {
        return robot.from(robot.lookup(id)).lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private void mode(String name) {
        robot.interact(() -> robot.lookup("#chip-" + name).queryAs(ToggleButton.class).fire());
        Window.settle();
    }

    @Test
    void a_ladder_is_edited_its_changes_are_read_and_then_it_is_switched_on() throws Exception {
        window.press("#plan-policy");
        window.picture("policy");
        window.type("#offset-R1", "soon");
        assertThat(robot.lookup("#policy-trouble").queryAs(Label.class).getText()).startsWith("“soon” is not a number of days");
        window.press("#policy-save");
        assertThat(robot.lookup("#policy-changes").tryQuery()).as("refused, so nothing is asked").isEmpty();
        window.type("#offset-R1", "9");
        window.type("#offset-R2", "4");
        window.press("#policy-save");
        assertThat(robot.lookup("#policy-trouble").queryAs(Label.class).getText()).contains("Step R2 would come 4 days");
        window.type("#offset-R2", "14");
        mode("ACTIVE");
        window.press("#policy-save");
        assertThat(labels("#policy-changes").getFirst()).contains("go on otherwise than now");
        assertThat(labels("#policy-changes")).anyMatch(said -> said.contains("when approved \u2192"));
        window.picture("policy-changes");
        assertThat(book.app.reminders().policies().all().company()).as("nothing holds before the last word").isEqualTo(Policy.DEFAULT);
        window.press("#policy-apply");
        Policy now = book.app.reminders().policies().all().company();
        assertThat(now.mode()).isEqualTo(Policy.Mode.ACTIVE);
        assertThat(now.rules()).filteredOn(rule -> rule.step() == Step.R1).extracting(Policy.Rule::offset).containsExactly(9);
        assertThat(book.app.reminders().policies().versions(Policies.Scope.COMPANY, "")).extracting(PolicyVersion::version).containsExactly(1);
        window.show(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "good-payer")));
        mode("OFF");
        window.press("#policy-save");
        window.press("#policy-apply");
        assertThat(book.app.reminders().policies().all().of("ANY", "good-payer").mode()).isEqualTo(Policy.Mode.OFF);
        window.show(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "at-risk")));
        assertThat(robot.lookup("#offset-R1").queryAs(TextField.class).getText()).as("the company's is where a group begins").isEqualTo("9");
        window.show(Place.of("policy", new Policies.Subject(Policies.Scope.SEGMENT, "good-payer")));
        window.press("#policy-inherit");
        window.press("#policy-apply");
        assertThat(book.app.reminders().policies().all().of("ANY", "good-payer").mode()).isEqualTo(Policy.Mode.ACTIVE);
    }

    @Test
    void a_text_is_edited_read_on_an_open_invoice_saved_and_given_back() throws Exception {
        window.show(Place.of("policy.texts"));
        Occasion r2 = new Occasion(Step.R2, Tone.USUAL, "en");
        mode("R2");
        mode("en");
        javafx.scene.control.TextArea text = robot.lookup("#text-body").queryAs(javafx.scene.control.TextArea.class);
        assertThat(text.getText()).contains("we have neither a payment", "{{>items}}");
        robot.interact(() -> text.setText("Good day,\n\nwe wonder about this:\n\n{{>items}}\n{{>pay}}\n\nPlease pay by "));
        window.press("#policy-text-save");
        assertThat(robot.lookup("#text-trouble").queryAs(Label.class).getText()).contains("The text lacks {{deadline}}");
        robot.interact(() -> text.end());
        window.press("#place-deadline");
        assertThat(text.getText()).endsWith("Please pay by {{deadline}}");
        window.press("#policy-text-save");
        assertThat(book.app.reminders().texts().text(r2).wording().text()).startsWith("Good day,");
        assertThat(robot.lookup("#text-differs").queryAs(Label.class).getText()).startsWith("Your own text");
        assertThat(robot.lookup(".mail-body").queryAs(Label.class).getText()).contains("we wonder about this:", "Please pay by").doesNotContain("{{");
        window.picture("policy-texts");
        window.press("#policy-text-reset");
        assertThat(book.app.reminders().texts().text(r2).isOwn()).isFalse();
        assertThat(text.getText()).contains("we have neither a payment");
    }
}
