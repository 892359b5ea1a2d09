package org.goodterms.ui.books;

import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** Up to which day nothing changes any more; and taking that back, with a reason that is kept. */
final class LockDialog {
    private static final double WIDTH = 460;
    private final Desk desk;
    private final Texts texts;
    private final BooksViewModel model;

    LockDialog(Desk desk, BooksViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void lock() {
        Form form = new Form(texts);
        DateField to = day(desk.formats().today().withDayOfMonth(1).minusDays(1));
        VBox content = Form.column(form.banner(), said("books.lock.more"), form.add("to", "books.lock.to", to));
        show("books.lock", content, to, () -> {
            if (form.readable()) {
                model.lock(to.getValue(), desk.overlay()::close, form::show);
            }
        });
    }

    void unlock() {
        LocalDate locked = model.state.get().lockedTo();
        Form form = new Form(texts);
        DateField to = day((locked == null ? desk.formats().today() : locked).withDayOfMonth(1).minusDays(1));
        TextField reason = new TextField();
        VBox content = Form.column(form.banner(), said("books.unlock.more"), form.add("to", "books.lock.to", to),
                form.add("reason", "books.reason", reason));
        show("books.unlock", content, reason, () -> {
            if (form.readable()) {
                model.unlock(to.getValue(), reason.getText(), desk.overlay()::close, form::show);
            }
        });
    }

    private DateField day(LocalDate proposed) {
        DateField field = new DateField(desk.formats());
        field.setValue(proposed);
        return field;
    }

    private Label said(String key) {
        Label label = new Label(texts.get(key));
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private void show(String key, VBox content, javafx.scene.Node first, Runnable act) {
        desk.overlay().show(new Dialog(texts.get(key), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, Action.of(key, "fth-check", act).disabledWhile(desk.tasks().busy(key)))).focusing(first));
    }
}
