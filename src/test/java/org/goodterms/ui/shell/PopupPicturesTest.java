package org.goodterms.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Picker;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Pictures of what opens over the window: calendar, suggestions, choices, menus; they are dressed like their window. */
class PopupPicturesTest {
    private final FxRobot robot = new FxRobot();

    private void with(String section, boolean dark, java.util.function.Consumer<Stage> look) {
        DemoScreens demo = Window.on(DemoScreens::new);
        MainWindow window = Window.on(demo::window);
        Stage stage = Window.show(window.root(), 980, 680);
        try {
            Window.run(() -> {
                new Theme().dress(stage.getScene(), dark);
                demo.desk.navigator().home(Place.of(section));
            });
            Window.settle();
            look.accept(stage);
        } finally {
            Window.run(stage::close);
        }
    }

    private static void takePopup(String name) {
        Window.settle();
        List<Scene> popups = Window.on(() -> javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof PopupWindow && w.isShowing()).map(javafx.stage.Window::getScene).toList());
        assertThat(popups).as(name).isNotEmpty();
        Screenshots.take("popup-" + name, popups.getLast());
    }

    @Test
    void calendar_suggestions_and_choices() {
        for (boolean dark : new boolean[] {false, true}) {
            with("customers", dark, stage -> {
                String look = dark ? "-dark" : "-light";
                open(stage, DateField.class, KeyCode.DOWN, true);
                takePopup("calendar" + look);
                robot.push(KeyCode.ESCAPE);
                open(stage, Picker.class, KeyCode.DOWN, false);
                takePopup("suggestions" + look);
                robot.push(KeyCode.ESCAPE);
                open(stage, javafx.scene.control.ComboBox.class, KeyCode.F4, false);
                takePopup("choices" + look);
            });
        }
    }

    private void open(Stage stage, Class<? extends Node> kind, KeyCode key, boolean alt) {
        Window.run(() -> find(stage.getScene().getRoot(), kind).requestFocus());
        if (alt) {
            robot.push(KeyCode.ALT, key);
        } else {
            robot.push(key);
        }
        Window.settle();
    }

    private static Node find(Node node, Class<? extends Node> kind) {
        if (kind.isInstance(node)) {
            return node;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, kind);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Test
    void selected_rows_and_the_column_menu() {
        for (boolean dark : new boolean[] {false, true}) {
            with("invoices", dark, stage -> {
                Window.run(() -> {
                    ListTable<?> list = (ListTable<?>) find(stage.getScene().getRoot(), ListTable.class);
                    list.table().requestFocus();
                    list.table().getSelectionModel().selectRange(2, 6);
                });
                Screenshots.take("popup-selected" + (dark ? "-dark" : "-light"), stage.getScene());
                robot.clickOn(".table-bar .menu-button");
                takePopup("columns" + (dark ? "-dark" : "-light"));
            });
        }
    }
}
