package org.goodterms.ui.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.closing.YearEnd;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Balance;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.ListTable;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;
import org.jspecify.annotations.Nullable;

/** The chart of accounts with balances; Enter shows the lines of an account. What is done by hand starts here. */
public final class AccountsView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final BooksViewModel model;
    private final ListTable<Balance> table;
    private final List<Action> actions;
    private final Page page;

    public AccountsView(Desk desk, BooksViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.table = table();
        AccountDialog accounts = new AccountDialog(desk, model);
        YearDialog years = new YearDialog(desk, model);
        LockDialog locks = new LockDialog(desk, model);
        Action entry = Action.of("books.entry", "fth-edit-3", () -> new JournalDialog(desk, model).show()).on(Shortcut.NEW);
        Action add = Action.of("books.add", "fth-plus", accounts::add);
        Action rename = Action.of("books.rename", "fth-edit-2", () -> selected(balance -> accounts.rename(balance.account())))
                .disabledWhile(Bindings.isEmpty(table.selection()));
        Action lock = Action.of("books.lock", "fth-lock", locks::lock);
        Action unlock = Action.of("books.unlock", "fth-unlock", locks::unlock)
                .disabledWhile(Bindings.createBooleanBinding(() -> model.state.get().lockedTo() == null, model.state));
        Action close = Action.of("books.close", "fth-archive", years::close);
        Action reopen = Action.of("books.reopen", "fth-rotate-ccw", () -> reopen(years))
                .disabledWhile(Bindings.createBooleanBinding(() -> model.state.get().closed() == null, model.state));
        actions = List.of(entry, add, rename, lock, unlock, close, reopen);
        table.leading(Buttons.quiet(texts, add), Buttons.quiet(texts, rename));
        VBox.setVgrow(table, Priority.ALWAYS);
        page = new Page(texts.get(titleKey())).content(table).actions(Buttons.quiet(texts, lock), Buttons.quiet(texts, unlock),
                Buttons.quiet(texts, reopen), Buttons.of(texts, close), Buttons.primary(texts, entry));
        page.sub().textProperty().bind(Bindings.createStringBinding(() -> said(model.state.get()), model.state));
    }

    private String said(BooksViewModel.State state) {
        LocalDate locked = state.lockedTo();
        YearEnd closed = state.closed();
        String lock = locked == null ? texts.get("books.not_locked") : texts.get("books.locked", locked);
        return closed == null ? lock : texts.get("books.and", texts.get("books.closed_to", closed.date()), lock);
    }

    private void reopen(YearDialog years) {
        YearEnd closed = model.state.get().closed();
        if (closed != null) {
            years.reopen(closed);
        }
    }

    private void selected(Consumer<Balance> act) {
        Balance row = table.selected().getValue();
        if (row != null) {
            act.accept(row);
        }
    }

    private ListTable<Balance> table() {
        ListTable<Balance> list = new ListTable<Balance>(desk, "chart").keyedBy(balance -> balance.account().number())
                .onOpen(this::lines);
        list.text("number", "books.number", balance -> balance.account().number()).width(110);
        list.text("name", "books.name", balance -> balance.account().name()).wide();
        list.text("kind", "books.kind", balance -> texts.get("books.kind." + balance.account().kind().word())).width(140);
        list.number("debit", "report.debit", balance -> side(balance, true)).width(150);
        list.number("credit", "report.credit", balance -> side(balance, false)).width(150);
        list.rows(model.accounts);
        return list;
    }

    private static @Nullable BigDecimal side(Balance balance, boolean debit) {
        BigDecimal amount = balance.amount().getAmount();
        return amount.signum() == 0 || amount.signum() > 0 != debit ? null : amount.abs();
    }

    private void lines(Balance balance) {
        Account account = balance.account();
        desk.navigator().go(Place.of("account.now", account.number()));
    }

    @Override
    public String titleKey() {
        return "screen.accounts";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        model.start();
    }

    @Override
    public void onHide() {
        model.stop();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Node firstFocus() {
        return table.table();
    }
}
