package org.goodterms.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/**
 * The window: side bar, search, the present screen, status strip, and what lies over them. Keys go to the present screen
 * first, then to what holds everywhere.
 */
public final class MainWindow {
    private static final double SMALL = 1120;
    private final Desk desk;
    private final Texts texts;
    private final List<Section> sections;
    private final Function<String, List<Hit>> search;
    private final List<Action> everywhere = new ArrayList<>();
    private final StringProperty bookName = new SimpleStringProperty("");
    private final StatusStrip status;
    private final BorderPane frame = new BorderPane();
    private final StackPane root;

    /**
     * @param sections of the side bar, in order; the last stands at its foot
     * @param search   finds things of the books; called away from the window's thread
     * @param commands what can be done from every screen
     */
    public MainWindow(Desk desk, List<Section> sections, Function<String, List<Hit>> search, List<Action> commands,
                      Appearance appearance) {
        this.desk = desk;
        this.texts = desk.texts();
        this.sections = List.copyOf(sections);
        this.search = search;
        this.status = new StatusStrip(texts, desk.tasks());
        Action look = Action.of("shell.look", "fth-moon", appearance::turn);
        Action keys = Action.of("shell.keys", "fth-help-circle", this::showKeys).on(Shortcut.HELP);
        everywhere.addAll(commands);
        sections.forEach(section -> everywhere.add(
                Action.of(section.textKey(), section.icon(), () -> desk.navigator().home(section.place()))));
        everywhere.addAll(List.of(look, keys));
        Label book = new Label();
        book.textProperty().bind(bookName);
        SideBar side = new SideBar(texts, desk.navigator(), book, this.sections);
        TopBar top = new TopBar(texts, desk.navigator(), () -> palette(true), look, keys);
        frame.getStyleClass().add("frame");
        VBox middle = new VBox(top, frame, status);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(frame, javafx.scene.layout.Priority.ALWAYS);
        middle.setMinSize(0, 0);
        BorderPane window = new BorderPane(middle);
        window.setLeft(side);
        root = new StackPane(window, desk.overlay());
        root.getStyleClass().add("main-window");
        side.narrow().bind(root.widthProperty().greaterThan(0).and(root.widthProperty().lessThan(SMALL)));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        desk.navigator().current().addListener((o, was, is) -> show(is));
        show(desk.navigator().current().get());
    }

    private void show(@Nullable Screen screen) {
        frame.setCenter(screen == null ? null : screen.node());
        if (screen != null) {
            // what scrolls takes its content in only now
            root.applyCss();
            screen.firstFocus().requestFocus();
        }
    }

    private void key(KeyEvent event) {
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.keys().match(event) && !desk.overlay().isOpen() && answer(shortcut)) {
                event.consume();
                return;
            }
        }
    }

    /** Only where nothing nearer wanted it, such as an open list of choices. */
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && desk.overlay().isOpen()) {
            desk.overlay().close();
            event.consume();
        }
    }

    private boolean answer(Shortcut shortcut) {
        for (Action action : possibleNow()) {
            if (action.shortcut() == shortcut && action.possible()) {
                action.run();
                return true;
            }
        }
        switch (shortcut) {
            case FIND -> palette(true);
            case PALETTE -> palette(false);
            case BACK -> desk.navigator().back();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the present screen offers, then what holds everywhere; what both have is the screen's. */
    private List<Action> possibleNow() {
        Map<String, Action> all = new LinkedHashMap<>();
        Screen screen = desk.navigator().current().get();
        if (screen != null) {
            screen.actions().forEach(action -> all.putIfAbsent(action.textKey(), action));
        }
        everywhere.forEach(action -> all.putIfAbsent(action.textKey(), action));
        return List.copyOf(all.values());
    }

    /** Opens the palette: as a search over the books, or over what can be done. */
    public void palette(boolean asSearch) {
        CommandPalette palette = new CommandPalette(desk, search, possibleNow(), asSearch);
        desk.overlay().panel(palette, palette.field());
    }

    private void showKeys() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        int row = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            Label keys = new Label(shortcut.shown());
            keys.getStyleClass().add("key-cap");
            grid.addRow(row++, keys, new Label(texts.get(shortcut.textKey())));
        }
        for (String more : List.of("enter", "slash", "arrows", "escape")) {
            Label keys = new Label(texts.get("keys." + more));
            keys.getStyleClass().add("key-cap");
            grid.addRow(row++, keys, new Label(texts.get("keys." + more + ".does")));
        }
        desk.overlay().show(new Dialog(texts.get("shell.keys"), grid, 440).buttons(
                Buttons.primary(texts, Action.of("window.close", "fth-check", desk.overlay()::close))));
    }

    public Parent root() {
        return root;
    }

    /** The name of the open book, under the program's. */
    public StringProperty bookName() {
        return bookName;
    }

    public StatusStrip status() {
        return status;
    }

    /** For the side bar's numbers. */
    public List<Section> sections() {
        return sections;
    }

    Node frame() {
        return frame;
    }
}
