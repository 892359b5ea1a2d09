package org.goodterms.ui.settings;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.goodterms.company.LogoService;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;

/** The logo: what it looks like, another one, none. */
final class LogoRow {
    private static final double HEIGHT = 56;
    private final Desk desk;
    private final Texts texts;
    private final LogoService logos;
    private final Form form;
    private final FormRow row;
    private final ImageView picture = new ImageView();
    private final Label none = new Label();

    LogoRow(Desk desk, LogoService logos) {
        this.desk = desk;
        this.texts = desk.texts();
        this.logos = logos;
        this.form = new Form(texts);
        none.setText(texts.get("settings.logo.none"));
        none.getStyleClass().add("subtle");
        picture.setFitHeight(HEIGHT);
        picture.setPreserveRatio(true);
        StackPane frame = new StackPane(none, picture);
        frame.getStyleClass().add("logo-frame");
        HBox line = new HBox(8, frame, Buttons.of(texts, Action.of("settings.logo.choose", "fth-image", this::choose)),
                Buttons.quiet(texts, Action.of("settings.logo.remove", "fth-x", this::remove)));
        line.setAlignment(Pos.CENTER_LEFT);
        this.row = form.add("logo", "settings.logo", line);
    }

    Node node() {
        return row;
    }

    void load() {
        desk.tasks().load(picture, progress -> logos.picture().map(ByteArrayInputStream::new).map(Image::new), found -> {
            picture.setImage(found.orElse(null));
            none.setVisible(found.isEmpty());
        });
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("settings.logo"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG, JPEG", "*.png", "*.jpg", "*.jpeg"));
        File chosen = chooser.showOpenDialog(row.getScene().getWindow());
        if (chosen != null) {
            desk.tasks().run("settings.logo.choose", progress -> logos.set(Files.readAllBytes(chosen.toPath())),
                    stored -> load(), form::show);
        }
    }

    private void remove() {
        desk.tasks().run("settings.logo.remove", progress -> logos.remove(), stored -> load(), form::show);
    }
}
