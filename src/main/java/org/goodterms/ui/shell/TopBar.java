package org.goodterms.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Shortcut;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar on top: back, the search over everything, the look and the list of keys. */
final class TopBar extends HBox {
    private static final double SEARCH_WIDTH = 420;

    TopBar(Texts texts, Navigator navigator, Runnable search, Action look, Action keys) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button back = Buttons.icon(texts, Action.of("shortcut.back", "fth-arrow-left", navigator::back).on(Shortcut.BACK)
                .disabledWhile(navigator.canGoBack().not()));
        back.setId("back");
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(back, left, searchButton(texts, search), right, Buttons.icon(texts, look), Buttons.icon(texts, keys));
    }

    private static Button searchButton(Texts texts, Runnable search) {
        Label words = new Label(texts.get("shell.search"));
        Label keys = new Label(Shortcut.FIND.shown());
        keys.getStyleClass().add("key-cap");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, new FontIcon("fth-search"), words, space, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, line);
        button.setId("search");
        button.getStyleClass().setAll("search-button", Styles.FLAT);
        button.setPrefWidth(SEARCH_WIDTH);
        button.setMinWidth(200);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(e -> search.run());
        button.setAccessibleText(texts.get("shell.search"));
        return button;
    }
}
