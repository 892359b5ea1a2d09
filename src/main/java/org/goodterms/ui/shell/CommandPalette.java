package org.goodterms.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One field for everything: what one can do, where one can go, and what there is in the books. */
final class CommandPalette extends VBox {
    private static final int MOST_COMMANDS = 8;
    private static final int MOST_HITS = 12;
    private static final int SHORTEST = 2;
    private static final double ROW = 38;
    private static final double EDGES = 16;
    private static final double WIDTH = 600;

    /** One line: a command or a hit. */
    record Line(String icon, String title, String more, String keys, Runnable act) {
    }

    private final Desk desk;
    private final Function<String, List<Hit>> search;
    private final List<Line> commands;
    private final boolean hitsFirst;
    private final CustomTextField field = new CustomTextField();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final Label nothing = new Label();

    /** @param hitsFirst for a search: commands stand under what was found */
    CommandPalette(Desk desk, Function<String, List<Hit>> search, List<Action> actions, boolean hitsFirst) {
        this.desk = desk;
        this.search = search;
        this.hitsFirst = hitsFirst;
        this.commands = actions.stream().filter(Action::possible).map(this::line).toList();
        getStyleClass().add("palette");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.setLeft(new FontIcon("fth-search"));
        field.setPromptText(desk.texts().get(hitsFirst ? "shell.search" : "shell.palette"));
        field.textProperty().addListener((o, was, is) -> typed(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(l -> new PaletteCell(this::run));
        nothing.getStyleClass().add("palette-nothing");
        nothing.setWrapText(true);
        getChildren().addAll(field, nothing, list);
        typed("");
    }

    private Line line(Action action) {
        String keys = action.shortcut() == null ? "" : action.shortcut().shown();
        return new Line(action.icon(), desk.texts().get(action.textKey()), "", keys, action::run);
    }

    private Line line(Hit hit) {
        return new Line(hit.icon(), hit.title(), hit.more(), "", () -> desk.navigator().go(hit.place()));
    }

    private void typed(String text) {
        List<Line> matching = Fuzzy.best(commands, Line::title, text);
        boolean searching = text.strip().length() >= SHORTEST;
        show(text, matching, List.of(), searching);
        if (searching) {
            desk.tasks().load(this, progress -> search.apply(text.strip()), hits -> show(text, matching, hits, false));
        }
    }

    private void show(String text, List<Line> matching, List<Hit> hits, boolean searching) {
        List<Line> all = new ArrayList<>();
        List<Line> found = hits.stream().limit(MOST_HITS).map(this::line).toList();
        List<Line> offered = hitsFirst && text.isBlank() ? List.of()
                : matching.stream().limit(text.isBlank() ? MOST_COMMANDS + 4 : MOST_COMMANDS).toList();
        all.addAll(hitsFirst ? found : offered);
        all.addAll(hitsFirst ? offered : found);
        lines.setAll(all);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(all.size(), 10) * ROW + EDGES);
        list.setVisible(!all.isEmpty());
        list.setManaged(!all.isEmpty());
        nothing.setText(text.isBlank() ? desk.texts().get("shell.search_hint") : searching ? desk.texts().get("shell.searching")
                : desk.texts().get("shell.nothing_found", text));
        nothing.setVisible(all.isEmpty());
        nothing.setManaged(all.isEmpty());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (!lines.isEmpty()) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, lines.size());
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 5));
        }
    }

    private void run(@Nullable Line line) {
        if (line != null) {
            desk.overlay().close();
            line.act().run();
        }
    }

    CustomTextField field() {
        return field;
    }
}
