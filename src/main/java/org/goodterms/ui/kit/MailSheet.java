package org.goodterms.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mail as its reader sees it: from, to, subject, the text, and what goes along. */
public final class MailSheet extends VBox {
    private static final double NAMES = 64;
    private final Texts texts;
    private final VBox head = new VBox();
    private final Label body = new Label();
    private final FlowPane files = new FlowPane(8, 8);
    private IntConsumer open = number -> { };

    public MailSheet(Texts texts) {
        this.texts = texts;
        getStyleClass().add("mail-sheet");
        head.getStyleClass().add("mail-head");
        body.setWrapText(true);
        body.setMinHeight(Region.USE_PREF_SIZE);
        body.setMaxWidth(Double.MAX_VALUE);
        body.getStyleClass().add("mail-body");
        files.getStyleClass().add("mail-files");
        ScrollPane scroll = new ScrollPane(new VBox(body));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("page-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(head, scroll, files);
        files.managedProperty().bind(files.visibleProperty());
    }

    /** What a click on a file does; files count from 0. */
    public MailSheet onFile(IntConsumer act) {
        open = act;
        return this;
    }

    /** @param from left out where it is empty */
    public void show(String from, String to, String subject, String text, List<String> fileNames) {
        head.getChildren().clear();
        line("mail.from", from);
        line("mail.to", to);
        line("mail.subject", subject);
        body.setText(text.strip());
        files.getChildren().clear();
        for (int i = 0; i < fileNames.size(); i++) {
            int number = i;
            Button file = new Button(fileNames.get(i), new FontIcon("fth-paperclip"));
            file.getStyleClass().add("mail-file");
            file.setOnAction(e -> open.accept(number));
            files.getChildren().add(file);
        }
        files.setVisible(!fileNames.isEmpty());
    }

    private void line(String key, String value) {
        if (!value.isBlank()) {
            Label name = new Label(texts.get(key));
            name.getStyleClass().add("caption");
            name.setMinWidth(NAMES);
            Label words = new Label(value);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(words, Priority.ALWAYS);
            if (key.equals("mail.subject")) {
                words.getStyleClass().add("strong");
            }
            head.getChildren().add(new HBox(10, name, words));
        }
    }
}
