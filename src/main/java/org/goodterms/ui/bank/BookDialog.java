package org.goodterms.ui.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.goodterms.bank.LineStanding;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.Money;

/** A line booked to one account or to several, with what is left of it. */
final class BookDialog {
    private static final double WIDTH = 560;
    private static final double GAP = 10;

    /** An account and what goes to it. */
    private record Row(ComboBox<Account> account, MoneyField amount) {
    }

    private final Desk desk;
    private final Texts texts;
    private final BankViewModel model;
    private final LineStanding standing;
    private final Form form;
    private final VBox box = new VBox(GAP);
    private final Label left = new Label();
    private final List<Row> rows = new ArrayList<>();

    BookDialog(Desk desk, BankViewModel model, LineStanding standing) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.standing = standing;
        this.form = new Form(texts);
    }

    void show() {
        add();
        var more = Buttons.quiet(texts, Action.of("bank.book.more", "fth-plus", this::add));
        more.setId("book-more");
        var content = Form.column(form.banner(), box, more, left);
        var take = Buttons.primary(texts, Action.of("bank.book", "fth-check", this::take)
                .disabledWhile(desk.tasks().busy("bank.match")));
        take.setId("book-take");
        desk.overlay().show(new Dialog(texts.get("bank.book_of", standing.line().amount()), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), take)
                .focusing(rows.getFirst().account()));
    }

    /** Another account, with what is left so far. */
    private void add() {
        ComboBox<Account> account = new ComboBox<>();
        account.getItems().setAll(model.accounts());
        account.setConverter(Choice.named(one -> one.number() + "  " + one.name()));
        account.setPrefWidth(330);
        account.setId("book-account-" + rows.size());
        MoneyField amount = new MoneyField(desk.formats(), standing.line().amount().getCurrencyUnit());
        amount.setId("book-amount-" + rows.size());
        amount.setValue(rest());
        amount.valueProperty().addListener((o, was, is) -> left());
        account.valueProperty().addListener((o, was, is) -> left());
        rows.add(new Row(account, amount));
        box.getChildren().add(new HBox(GAP, account, amount));
        left();
    }

    private Money rest() {
        Money rest = standing.line().amount();
        for (Row row : rows) {
            Money amount = row.amount().getValue();
            rest = amount == null ? rest : rest.minus(amount);
        }
        return rest;
    }

    private void left() {
        Money rest = rest();
        left.setText(rest.isZero() ? texts.get("bank.book.all") : texts.get("bank.book.left", rest));
        left.getStyleClass().removeIf(s -> s.startsWith("tone-"));
        left.getStyleClass().add(rest.isZero() ? "tone-good" : "tone-watch");
    }

    private void take() {
        Map<String, Money> accounts = new LinkedHashMap<>();
        for (Row row : rows) {
            Money amount = row.amount().getValue();
            if (row.account().getValue() != null && amount != null && !amount.isZero()) {
                accounts.merge(row.account().getValue().number(), amount, Money::plus);
            }
        }
        if (form.readable()) {
            model.book(standing, accounts, desk.overlay()::close, form::show);
        }
    }
}
