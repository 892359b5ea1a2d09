package org.goodterms.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.RunningTask;
import org.goodterms.ui.kit.StatusPill.Tone;
import org.goodterms.ui.kit.Tasks;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip at the bottom: the day the figures are of, the state of the mail, and what is running with its cancel. */
public final class StatusStrip extends HBox {
    private static final Duration WORTH_SHOWING = Duration.millis(400);
    private final Texts texts;
    private final Tasks tasks;
    private final HBox running = new HBox();
    private final StringProperty day = new SimpleStringProperty("");
    private final StringProperty mail = new SimpleStringProperty("");
    private Runnable onMail = () -> { };
    private final ObjectProperty<Tone> mailTone = new SimpleObjectProperty<>(Tone.QUIET);
    private final PauseTransition wait = new PauseTransition(WORTH_SHOWING);

    StatusStrip(Texts texts, Tasks tasks) {
        this.texts = texts;
        this.tasks = tasks;
        getStyleClass().add("status-strip");
        setAlignment(Pos.CENTER_LEFT);
        running.getStyleClass().add("status-running");
        running.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label dayLabel = new Label(null, new FontIcon("fth-calendar"));
        dayLabel.textProperty().bind(day);
        dayLabel.visibleProperty().bind(day.isNotEmpty());
        Hyperlink mailLabel = new Hyperlink(null, new FontIcon("fth-mail"));
        mailLabel.getStyleClass().setAll("label", "status-link");
        mailLabel.setId("status-mail");
        mailLabel.setOnAction(e -> onMail.run());
        mailLabel.textProperty().bind(mail);
        mailLabel.visibleProperty().bind(mail.isNotEmpty());
        mailLabel.managedProperty().bind(mailLabel.visibleProperty());
        mailTone.addListener((o, was, is) -> {
            mailLabel.getStyleClass().removeIf(style -> style.startsWith("tone-"));
            mailLabel.getStyleClass().add("tone-" + is.name().toLowerCase(java.util.Locale.ROOT));
        });
        getChildren().addAll(running, space, mailLabel, dayLabel);
        wait.setOnFinished(e -> show());
        tasks.running().addListener((ListChangeListener<RunningTask>) change -> changed());
    }

    private void changed() {
        if (tasks.running().isEmpty()) {
            wait.stop();
            running.getChildren().clear();
        } else if (running.getChildren().isEmpty()) {
            wait.playFromStart();
        } else {
            show();
        }
    }

    private void show() {
        running.getChildren().clear();
        tasks.running().stream().limit(2).forEach(task -> running.getChildren().add(line(task)));
        if (tasks.running().size() > 2) {
            running.getChildren().add(new Label("+" + (tasks.running().size() - 2)));
        }
    }

    private HBox line(RunningTask task) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.part());
        bar.setPrefWidth(110);
        Label name = new Label();
        name.textProperty().bind(task.textKey().map(texts::get));
        Button cancel = new Button(null, new FontIcon("fth-x"));
        cancel.getStyleClass().setAll("field-button");
        cancel.setAccessibleText(texts.get("window.cancel"));
        cancel.setOnAction(e -> task.cancel());
        HBox line = new HBox(8, bar, name, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** The day that the figures are of, as it is read. */
    public StringProperty day() {
        return day;
    }

    /** What the mail does: "3 waiting", "all sent". Empty shows nothing. */
    public StringProperty mail() {
        return mail;
    }

    /** What a click on the state of the mail does. */
    public void onMail(Runnable act) {
        onMail = act;
    }

    public ObjectProperty<Tone> mailTone() {
        return mailTone;
    }
}
