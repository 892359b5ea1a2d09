package org.goodterms.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** What a page needs to take files: the drop, the button that asks for some, and the one that opens one. */
public final class FilePart {

    /**
     * Where the files of a page are kept.
     *
     * @param add    takes a copy of one
     * @param saving the name under which a file is saved that may be a program; empty for one that is looked at
     * @param open   shows one, with the program of this machine
     * @param save   writes a copy
     */
    public record Shelf(Function<Path, Outcome<?>> add, Function<UUID, String> saving, Function<UUID, Outcome<Path>> open,
            BiFunction<UUID, Path, Outcome<Path>> save) {
    }

    private record Taken(int added, List<Problem> problems) {
    }

    private final Desk desk;
    private final Shelf shelf;

    public FilePart(Desk desk, Shelf shelf) {
        this.desk = desk;
        this.shelf = shelf;
    }

    /** Files dropped anywhere on that part of the window. */
    public void dropOn(Node node) {
        FileDrop.on(node, this::add);
    }

    /** Asks for files, for those who do not drop. */
    public Action choosing() {
        return Action.of("attachment.add", "fth-paperclip", this::choose);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(desk.texts().get("attachment.add"));
        List<File> chosen = chooser.showOpenMultipleDialog(desk.overlay().getScene().getWindow());
        if (chosen != null && !chosen.isEmpty()) {
            add(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Takes copies; what cannot be taken is named, the others are there. */
    public void add(List<Path> dropped) {
        desk.tasks().run("attachment.add", progress -> {
            List<Problem> problems = new ArrayList<>();
            int added = 0;
            for (Path file : dropped) {
                Outcome<?> one = shelf.add().apply(file);
                problems.addAll(one.problems());
                added += one.isOk() ? 1 : 0;
            }
            return added == 0 ? Outcome.refused(problems) : Outcome.ok(new Taken(added, problems));
        }, this::say, desk.overlay()::problems);
    }

    private void say(Taken taken) {
        desk.overlay().toast(desk.texts().get("attachment.added", taken.added()));
        if (!taken.problems().isEmpty()) {
            desk.overlay().problems(taken.problems());
        }
    }

    /** Opens what is looked at; asks where to save anything else. */
    public void open(UUID id) {
        desk.tasks().run("attachment.open", progress -> Outcome.ok(shelf.saving().apply(id)), name -> {
            if (name.isEmpty()) {
                desk.tasks().run("attachment.show", progress -> shelf.open().apply(id), shown -> { }, desk.overlay()::problems);
            } else {
                save(id, name);
            }
        }, desk.overlay()::problems);
    }

    private void save(UUID id, String name) {
        int dot = name.lastIndexOf('.');
        desk.overlay().askFile(desk.texts().get("attachment.save"), name, dot < 0 ? "*" : name.substring(dot + 1))
                .ifPresent(to -> desk.tasks().run("attachment.save", progress -> shelf.save().apply(id, to),
                        saved -> desk.overlay().toast(desk.texts().get("attachment.saved", saved.getFileName())), desk.overlay()::problems));
    }

    /** Beside a line that tells of a file. */
    public Button opening(UUID id) {
        return Buttons.icon(desk.texts(), Action.of("attachment.open", "fth-external-link", () -> open(id)));
    }
}
