package org.goodterms.ui.books;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** A new account, or another name for one. */
final class AccountDialog {
    private static final double WIDTH = 460;
    private final Desk desk;
    private final Texts texts;
    private final BooksViewModel model;

    AccountDialog(Desk desk, BooksViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void add() {
        Form form = new Form(texts);
        TextField number = new TextField();
        TextField name = new TextField();
        ComboBox<AccountKind> kind = new ComboBox<>();
        kind.getItems().setAll(AccountKind.values());
        kind.setValue(AccountKind.EXPENSE);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setConverter(Choice.named(one -> texts.get("books.kind." + one.word())));
        VBox content = Form.column(form.banner(), form.add("number", "books.number", number).hint(texts.get("books.number.hint")),
                form.add("name", "books.name", name), form.add("kind", "books.kind", kind));
        show("books.add", content, number, () -> model.add(number.getText(), name.getText(), kind.getValue(), desk.overlay()::close, form::show));
    }

    void rename(Account account) {
        Form form = new Form(texts);
        TextField name = new TextField(account.name());
        VBox content = Form.column(form.banner(), form.add("name", "books.name", name));
        show("books.rename", content, name, () -> {
            if (name.getText().isBlank()) {
                form.show(List.of(Problem.at("name", "typed.missing", texts.get("books.name"))));
            } else {
                model.rename(account, name.getText(), desk.overlay()::close, form::show);
            }
        });
    }

    private void show(String key, VBox content, Node first, Runnable save) {
        desk.overlay().show(new Dialog(texts.get(key), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, Action.of("window.save", "fth-check", save).disabledWhile(desk.tasks().busy(key)))).focusing(first));
    }
}
