package org.goodterms.ui.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.closing.YearEnd;
import org.goodterms.closing.YearProposal;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Balance;
import org.goodterms.ledger.Entry;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.DateField;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.ListTable;
import org.jspecify.annotations.Nullable;

/** Closes a year after showing what is posted, and opens the latest one again. */
final class YearDialog {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 520;
    private static final double NARROW = 460;
    private static final double TWO_LINES = 40;
    private final Desk desk;
    private final Texts texts;
    private final BooksViewModel model;
    private final ObservableList<Entry.Posting> lines = FXCollections.observableArrayList();

    YearDialog(Desk desk, BooksViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    void close() {
        Form form = new Form(texts);
        DateField date = new DateField(desk.formats());
        Label profit = new Label();
        profit.setId("year-profit");
        profit.setWrapText(true);
        profit.setMinHeight(Region.USE_PREF_SIZE);
        profit.setPrefHeight(TWO_LINES);
        Button close = Buttons.primary(texts, Action.of("books.close", "fth-archive", () -> model.close(date.getValue(),
                desk.overlay()::close, form::show)).disabledWhile(desk.tasks().busy("books.close")));
        date.valueProperty().addListener((o, was, is) -> propose(is, form, profit));
        date.setValue(proposed());
        ListTable<Entry.Posting> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox content = Form.column(form.banner(), form.add("date", "books.close.date", date), profit, table);
        desk.overlay().show(new Dialog(texts.get("books.close"), content, WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), close).tall(HEIGHT).focusing(date));
    }

    /** The end of the year before this one, or of the year after the one closed last. */
    private LocalDate proposed() {
        YearEnd closed = model.state.get().closed();
        return closed == null ? desk.formats().today().withDayOfYear(1).minusDays(1) : closed.date().plusYears(1);
    }

    private void propose(@Nullable LocalDate date, Form form, Label profit) {
        lines.clear();
        profit.setText("");
        if (date != null) {
            model.propose(date, found -> show(found, form, profit), form::show);
        }
    }

    private void show(YearProposal found, Form form, Label profit) {
        form.show(List.<Problem>of());
        lines.setAll(found.postings());
        profit.setText(found.postings().isEmpty() ? texts.get("books.close.nothing") : texts.get(found.profit().isNegative()
                ? "books.close.loss" : "books.close.profit", found.profit().abs(), found.date()));
    }

    private ListTable<Entry.Posting> table() {
        Map<String, String> names = model.accounts.stream().map(Balance::account).collect(Collectors.toMap(Account::number, Account::name));
        ListTable<Entry.Posting> table = new ListTable<Entry.Posting>(desk, "year-lines");
        table.text("account", "report.account", line -> line.account() + "  " + names.getOrDefault(line.account(), "")).wide();
        table.number("debit", "report.debit", line -> side(line, true)).width(140);
        table.number("credit", "report.credit", line -> side(line, false)).width(140);
        table.plain();
        table.rows(lines);
        return table;
    }

    private static @Nullable BigDecimal side(Entry.Posting line, boolean debit) {
        BigDecimal amount = line.amount().getAmount();
        return amount.signum() > 0 == debit ? amount.abs() : null;
    }

    void reopen(YearEnd closed) {
        Form form = new Form(texts);
        TextField reason = new TextField();
        Label more = new Label(texts.get("books.reopen.more", closed.date(), closed.profit()));
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = Form.column(form.banner(), more, form.add("reason", "books.reason", reason));
        desk.overlay().show(new Dialog(texts.get("books.reopen"), content, NARROW).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)),
                Buttons.primary(texts, Action.of("books.reopen", "fth-rotate-ccw", () -> model.reopen(closed.date(), reason.getText(),
                        desk.overlay()::close, form::show)).disabledWhile(desk.tasks().busy("books.reopen")))).focusing(reason));
    }
}
