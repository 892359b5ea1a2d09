package org.goodterms.ui.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.recurring.Schedule;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.MoneyField;
import org.joda.money.Money;

/** An entry by hand: accounts with debit or credit, and by how much the sides still differ. */
final class JournalDialog {
    private static final double WIDTH = 680;
    private static final double AMOUNT = 140;
    private static final double ACCOUNT = 320;

    private record Row(ComboBox<Account> account, MoneyField debit, MoneyField credit) {
        BooksViewModel.Line line() {
            return new BooksViewModel.Line(account.getValue(), zeroless(debit.getValue()), zeroless(credit.getValue()));
        }

        private static @org.jspecify.annotations.Nullable Money zeroless(@org.jspecify.annotations.Nullable Money money) {
            return money == null || money.isZero() ? null : money;
        }
    }

    private final Desk desk;
    private final Texts texts;
    private final BooksViewModel model;
    private final Form form;
    private final GridPane grid = new GridPane(10, 8);
    private final Label balance = new Label();
    private final List<Row> rows = new ArrayList<>();

    JournalDialog(Desk desk, BooksViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.form = new Form(texts);
    }

    void show() {
        DateField date = new DateField(desk.formats());
        date.setValue(desk.formats().today());
        TextField text = new TextField();
        ComboBox<Optional<Schedule.Unit>> repeat = new ComboBox<>();
        repeat.getItems().add(Optional.empty());
        Stream.of(Schedule.Unit.values()).map(Optional::of).forEach(repeat.getItems()::add);
        repeat.setConverter(Choice.named(unit -> unit.map(one -> texts.get("recurring.every." + one.word(), 1)).orElse(texts.get("books.once"))));
        repeat.setValue(Optional.empty());
        repeat.setId("journal-repeat");
        DateField until = new DateField(desk.formats());
        until.disableProperty().bind(repeat.valueProperty().map(Optional::isEmpty));
        head("report.account", 0);
        head("report.debit", 1);
        head("report.credit", 2);
        add();
        add();
        balance.setId("journal-balance");
        var more = Buttons.quiet(texts, Action.of("books.entry.more", "fth-plus", this::add));
        var content = Form.column(form.banner(), Form.line(form.add("date", "books.date", date).width(160),
                form.add("text", "books.text", text)), grid, more, balance,
                Form.line(form.add("repeat", "recurring.every", repeat).width(200), form.add("until", "recurring.until", until).width(160)));
        balance();
        desk.overlay().show(new Dialog(texts.get("books.entry"), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, Action.of("books.post", "fth-check", () -> {
                    if (form.readable()) {
                        model.keep(date.getValue(), new BooksViewModel.Repeat(repeat.getValue().orElse(null), until.getValue()),
                                text.getText(), lines(), desk.overlay()::close, form::show);
                    }
                }).disabledWhile(desk.tasks().busy("books.post")))).focusing(text));
    }

    private void head(String key, int column) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("caption");
        grid.add(label, column, 0);
    }

    /** Another line; what the sides differ by is proposed on the side that lacks it. */
    private void add() {
        ComboBox<Account> account = new ComboBox<>();
        account.getItems().setAll(model.forEntries());
        account.setConverter(Choice.named(one -> one.number() + "  " + one.name()));
        account.setPrefWidth(ACCOUNT);
        account.setId("journal-account-" + rows.size());
        account.setAccessibleText(texts.get("report.account"));
        MoneyField debit = amount("debit");
        MoneyField credit = amount("credit");
        Money open = model.difference(lines());
        (open.isNegative() ? debit : credit).setValue(open.isZero() ? null : open.abs());
        rows.add(new Row(account, debit, credit));
        grid.addRow(rows.size(), account, debit, credit);
        balance();
    }

    private MoneyField amount(String side) {
        MoneyField field = new MoneyField(desk.formats(), model.currency());
        field.setPrefWidth(AMOUNT);
        field.setId("journal-" + side + "-" + rows.size());
        field.setAccessibleText(texts.get("report." + side));
        field.valueProperty().addListener((o, was, is) -> balance());
        return field;
    }

    private List<BooksViewModel.Line> lines() {
        return rows.stream().map(Row::line).toList();
    }

    private void balance() {
        Money open = model.difference(lines());
        balance.setText(open.isZero() ? texts.get("books.balanced") : texts.get(open.isPositive() ? "books.credit_lacks" : "books.debit_lacks", open.abs()));
        balance.getStyleClass().removeIf(s -> s.startsWith("tone-"));
        balance.getStyleClass().add(open.isZero() ? "tone-good" : "tone-watch");
    }
}
