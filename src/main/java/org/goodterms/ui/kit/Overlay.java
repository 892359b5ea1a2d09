package org.goodterms.ui.kit;

import atlantafx.base.controls.ModalPane;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** What lies over the window: dialogs, and notices at its lower edge that go away by themselves. */
public final class Overlay extends StackPane {
    private static final int NOTICES = 3;

    private record Shown(Node node, Node focus, Pos where) {
    }

    private final Texts texts;
    private final ModalPane modal = new ModalPane();
    private final VBox notices = new VBox();
    private final Deque<Shown> dialogs = new ArrayDeque<>();
    private @Nullable Node before;
    private Saving saving = this::chooseFile;

    /** Asks where a file shall be written. */
    @FunctionalInterface
    public interface Saving {
        Optional<Path> ask(String heading, String name, String ending);
    }

    public Overlay(Texts texts) {
        this.texts = texts;
        setPickOnBounds(false);
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.setPersistent(false);
        modal.mouseTransparentProperty().bind(modal.displayProperty().not());
        modal.displayProperty().addListener((o, was, is) -> {
            if (!is) {
                closed();
            }
        });
        notices.getStyleClass().add("notices");
        notices.setAlignment(Pos.BOTTOM_CENTER);
        notices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        StackPane.setMargin(notices, new Insets(0, 0, 44, 0));
        getChildren().addAll(modal, notices);
    }

    /** Shows a dialog; one that is open lies under it until it closes. */
    public void show(Dialog dialog) {
        open(new Shown(dialog, dialog.focus(), Pos.CENTER));
    }

    /** Shows a panel under the upper edge of the window, such as the command palette. */
    public void panel(Region panel, Node focus) {
        StackPane.setMargin(panel, new Insets(64, 0, 0, 0));
        open(new Shown(panel, focus, Pos.TOP_CENTER));
    }

    private void open(Shown shown) {
        if (dialogs.isEmpty() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        dialogs.push(shown);
        present(shown);
    }

    private void present(Shown shown) {
        modal.setAlignment(shown.where());
        modal.show(shown.node());
        // what scrolls takes its content in only now
        shown.node().applyCss();
        shown.focus().requestFocus();
    }

    /** Closes the dialog on top. */
    public void close() {
        modal.hide(true);
    }

    private void closed() {
        dialogs.poll();
        if (!dialogs.isEmpty()) {
            present(dialogs.peek());
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    public boolean isOpen() {
        return !dialogs.isEmpty();
    }

    /**
     * Asks where a file shall be written; empty where the user thought better of it.
     *
     * @param name   proposed, with its ending
     * @param ending such as {@code pdf}
     */
    public Optional<Path> askFile(String heading, String name, String ending) {
        return saving.ask(heading, name, ending);
    }

    /** Lets somebody else say where, instead of the dialog of the system. */
    public void saving(Saving instead) {
        saving = instead;
    }

    private Optional<Path> chooseFile(String heading, String name, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(heading);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow())).map(File::toPath);
    }

    /** Says that something was done. */
    public void toast(String text) {
        notice(new Toast(text, Toast.DONE, null, null, this::remove));
    }

    /** Says that something was done, and offers to take it back. */
    public void undoable(String text, Runnable undo) {
        notice(new Toast(text, Toast.DONE, texts.get("window.undo"), undo, this::remove));
    }

    /** Says what was done, and offers what comes next. */
    public void toast(String text, String next, Runnable act) {
        notice(new Toast(text, Toast.DONE, next, act, this::remove));
    }

    /** Says why something was refused, where there is no form to say it. */
    public void problems(List<Problem> problems) {
        notice(new Toast(problems.stream().map(texts::of).collect(Collectors.joining("\n")), Toast.REFUSED,
                null, null, this::remove));
    }

    private void notice(Toast toast) {
        if (notices.getChildren().size() >= NOTICES) {
            notices.getChildren().removeFirst();
        }
        notices.getChildren().add(toast);
    }

    private void remove(Toast toast) {
        notices.getChildren().remove(toast);
    }

    /** Asks before something that cannot be undone; everything else is done at once and offers to undo. */
    public void confirm(String heading, String sentence, Action irreversible) {
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button no = Buttons.of(texts, Action.of("window.cancel", "fth-x", this::close));
        Button yes = Buttons.danger(texts, new Action(irreversible.textKey(), irreversible.icon(), null,
                irreversible.disabled(), () -> {
                    close();
                    irreversible.run();
                }));
        Dialog dialog = new Dialog(heading, text, 460).buttons(no, yes).focusing(no);
        yes.setDefaultButton(false);
        show(dialog);
    }

    /** Shows a fault of ours. */
    public void fault(Throwable fault, Runnable openLog) {
        show(new ErrorWindow(texts, fault, openLog, this::close).dialog());
    }
}
