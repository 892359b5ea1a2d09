package org.goodterms.ui.start;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.goodterms.Bookcase.Recent;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.start.StartViewModel.Step;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first window: what one wants to begin with. */
public final class StartView extends StackPane {
    private final Desk desk;
    private final Texts texts;
    private final StartViewModel model;
    private final Node mark;
    private final MakeForm form;
    private final Label banner = new Label();

    /** @param mark the sign of the program */
    public StartView(Desk desk, StartViewModel model, Node mark) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.mark = mark;
        this.form = new MakeForm(desk, model);
        getStyleClass().addAll("main-window", "start");
        banner.getStyleClass().add("form-banner");
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.managedProperty().bind(banner.visibleProperty());
        banner.setVisible(false);
        model.step.addListener((o, was, is) -> show());
        model.problems.addListener((o, was, is) -> say(is));
        model.recent.addListener((javafx.collections.ListChangeListener<Recent>) change -> {
            if (model.step.get() == Step.CHOOSE) {
                show();
            }
        });
        model.load();
        show();
    }

    private void say(List<Problem> problems) {
        boolean here = model.step.get() != Step.MAKE;
        banner.setText(String.join("\n", problems.stream().map(texts::of).toList()));
        banner.setVisible(here && !problems.isEmpty());
    }

    private void show() {
        Node page = switch (model.step.get()) {
            case CHOOSE -> choose();
            case MAKE -> form.node();
            case RECOVER -> new RecoveryPane(desk, model).node(banner);
        };
        ScrollPane scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        getChildren().setAll(scroll, desk.overlay());
        if (model.step.get() == Step.MAKE) {
            form.focus();
        }
    }

    private Node choose() {
        Label welcome = new Label(texts.get("start.welcome"));
        welcome.getStyleClass().add("start-title");
        Label more = new Label(texts.get("start.welcome.more"));
        more.getStyleClass().add("empty-more");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        VBox ways = new VBox(way("start.make", "fth-plus", model::toMake));
        if (model.hasSample()) {
            ways.getChildren().add(way("start.sample", "fth-compass", model::sample));
        }
        ways.getChildren().add(way("start.import", "fth-upload", model::toImport));
        ways.getChildren().add(way("start.open", "fth-folder", this::pick));
        ways.getStyleClass().add("start-ways");
        VBox column = new VBox(mark, welcome, more, banner, ways);
        column.getStyleClass().add("start-column");
        if (!model.recent.isEmpty()) {
            column.getChildren().add(recent());
        }
        column.setMaxSize(560, USE_PREF_SIZE);
        column.disableProperty().bind(model.working);
        return column;
    }

    private Node recent() {
        Label heading = new Label(texts.get("start.recent"));
        heading.getStyleClass().add("caption");
        VBox list = new VBox(heading);
        list.getStyleClass().add("start-recent");
        model.recent.stream().limit(5).forEach(book -> {
            Label name = new Label(book.name());
            name.getStyleClass().add("strong");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label place = new Label(book.location());
            place.getStyleClass().add("subtle");
            place.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
            HBox line = new HBox(new FontIcon("fth-book"), name, place);
            line.getStyleClass().add("start-line");
            line.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(entry("recent-" + list.getChildren().size(), line, () -> model.open(book.location())));
        });
        return list;
    }

    private Button way(String key, String icon, Runnable act) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("start-way-name");
        Label more = new Label(texts.get(key + ".more"));
        more.getStyleClass().add("muted");
        VBox words = new VBox(2, name, more);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane disc = new StackPane(new FontIcon(icon));
        disc.getStyleClass().add("start-disc");
        HBox line = new HBox(disc, words, new FontIcon("fth-chevron-right"));
        line.getStyleClass().add("start-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = entry(key.replace('.', '-'), line, act);
        button.getStyleClass().add("start-way");
        return button;
    }

    private static Button entry(String id, HBox line, Runnable act) {
        Button button = new Button(null, line);
        button.setId(id);
        button.getStyleClass().setAll("start-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        line.prefWidthProperty().bind(button.widthProperty().subtract(34));
        button.setOnAction(e -> act.run());
        return button;
    }

    private void pick() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("start.open"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toString());
        }
    }
}
