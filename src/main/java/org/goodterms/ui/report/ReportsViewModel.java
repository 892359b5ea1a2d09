package org.goodterms.ui.report;

import java.time.LocalDate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.BooksService;
import org.goodterms.report.IncomeStatement.Basis;
import org.goodterms.report.Printout;
import org.goodterms.report.Printouts;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One of the reports of the general ledger, for a period or at the end of a day. */
public final class ReportsViewModel {
    private final Desk desk;
    private final Books books;
    private final Subscriptions subscriptions;
    final ObjectProperty<ReportKind> kind = new SimpleObjectProperty<>(ReportKind.TRIAL_BALANCE);
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> knownOn = new SimpleObjectProperty<>();
    final BooleanProperty cash = new SimpleBooleanProperty();
    final ObjectProperty<@Nullable Printout> shown = new SimpleObjectProperty<>();
    private @Nullable ReportKind shownKind;

    /** Where the reports come from. */
    public record Books(BooksService reports, ReportService balances, LedgerService ledger, CurrencyUnit currency) {
    }

    public ReportsViewModel(Desk desk, Books books) {
        this.desk = desk;
        this.books = books;
        LocalDate today = desk.formats().today();
        from.set(today.withDayOfYear(1));
        to.set(today);
        subscriptions = new Subscriptions(desk.changes()).on(this::load, PostedEntry.class, OpenItem.class);
        kind.addListener((o, was, is) -> load());
        from.addListener((o, was, is) -> load());
        to.addListener((o, was, is) -> load());
        knownOn.addListener((o, was, is) -> load());
        cash.addListener((o, was, is) -> load());
    }

    private record Made(ReportKind kind, Printout printout) {
    }

    /** Nothing is loaded while the period has no end or ends before it begins: what was shown stays. */
    void load() {
        LocalDate last = to.get();
        LocalDate first = from.get();
        ReportKind wanted = kind.get();
        if (last == null || first == null || !wanted.ofOneDay() && first.isAfter(last)) {
            return;
        }
        LocalDate known = wanted.knowsThen() ? knownOn.get() : null;
        Basis basis = cash.get() ? Basis.CASH : Basis.ACCRUAL;
        desk.tasks().load(shown, progress -> new Made(wanted, made(wanted, first, last, known, basis)), made -> {
            shownKind = made.kind();
            shown.set(made.printout());
        });
    }

    private Printout made(ReportKind wanted, LocalDate first, LocalDate last, @Nullable LocalDate known, Basis basis) {
        Printouts printouts = new Printouts(desk.formats().locale());
        Money zero = Money.zero(books.currency());
        return switch (wanted) {
            case TRIAL_BALANCE -> printouts.trialBalance(last, books.balances().trialBalance(last, known), zero);
            case INCOME -> printouts.income(books.reports().income(first, last, basis, known));
            case BALANCE_SHEET -> printouts.balanceSheet(books.reports().balanceSheet(last, known));
            case TAX -> printouts.tax(books.reports().tax(first, last, basis, known));
            case METRICS -> printouts.metrics(books.reports().metrics(first, last));
            case RECONCILIATION -> printouts.reconciliation(books.reports().reconcile(last));
            case JOURNAL -> printouts.journal(first, last, books.ledger().entries(first, last));
        };
    }

    /** Which report {@link #shown} is. */
    @Nullable ReportKind shownKind() {
        return shownKind;
    }

    /** The days of which the lines of an account are asked when a figure of this report is opened. */
    AccountPlace account(String number) {
        LocalDate last = to.get() == null ? desk.formats().today() : to.get();
        LocalDate first = from.get() == null || kind.get().ofOneDay() ? LocalDate.of(1, 1, 1) : from.get();
        return new AccountPlace(number, first, last);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
