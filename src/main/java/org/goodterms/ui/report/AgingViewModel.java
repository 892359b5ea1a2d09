package org.goodterms.ui.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Outcome;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.AgingBasis;
import org.goodterms.report.AgingReport;
import org.goodterms.report.AgingRow;
import org.goodterms.report.Printout;
import org.goodterms.report.ReportPaperService;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.AgingBar;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** The aging of a day, in the book's currency, by due date or by the date of the invoice. */
public final class AgingViewModel {
    private static final int UNAPPLIED_TONE = 5;
    private final Desk desk;
    private final ReportService reports;
    private final ReportPaperService papers;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable LocalDate> asOf = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> knownOn = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable AgingRow> opened = new SimpleObjectProperty<>();
    final ObservableList<OpenItem> items = FXCollections.observableArrayList();
    final ObjectProperty<AgingBasis> basis = new SimpleObjectProperty<>(AgingBasis.DUE_DATE);
    final ObjectProperty<@Nullable AgingReport> report = new SimpleObjectProperty<>();
    final ObservableList<AgingRow> rows = FXCollections.observableArrayList();

    public AgingViewModel(Desk desk, ReportService reports, ReportPaperService papers) {
        this.desk = desk;
        this.papers = papers;
        this.reports = reports;
        asOf.set(desk.formats().today());
        subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Customer.class);
        asOf.addListener((o, was, is) -> load());
        basis.addListener((o, was, is) -> load());
        knownOn.addListener((o, was, is) -> load());
    }

    /** Nothing is loaded while there is no day: what was shown stays. */
    void load() {
        LocalDate day = asOf.get();
        AgingBasis by = basis.get();
        LocalDate known = knownOn.get();
        if (day != null) {
            desk.tasks().load(rows, progress -> reports.aging(day, by, known, null), this::show);
        }
    }

    /** Opens a line: what is behind it, on the day and with the knowledge of the aging. */
    void open(AgingRow row) {
        LocalDate day = asOf.get();
        LocalDate known = knownOn.get();
        if (day != null) {
            desk.tasks().load(items, progress -> reports.openItems(day, known, row.customer()), found -> {
                items.setAll(found);
                opened.set(row);
            });
        }
    }

    /** Writes the aging as it is shown into a file: as PDF, or for spreadsheets. */
    void save(Path file, boolean pdf) {
        AgingReport shown = report.get();
        if (shown != null) {
            desk.tasks().run("aging.save", progress -> {
                Printout printout = papers.printouts().aging(shown);
                return Outcome.ok(Files.write(file, pdf ? papers.pdf(printout) : papers.csv(printout)));
            }, written -> desk.overlay().toast(desk.texts().get("report.saved", written.getFileName())), desk.overlay()::problems);
        }
    }

    private void show(AgingReport made) {
        report.set(made);
        rows.setAll(made.rows());
    }

    /** Name of a bucket. */
    String bucket(AgingBasis by, int number) {
        return desk.texts().get("aging." + by.word() + "." + number);
    }

    /** The total as the parts of a bar; empty before anything is loaded. */
    List<AgingBar.Part> parts() {
        AgingReport shown = report.get();
        if (shown == null) {
            return List.of();
        }
        List<AgingBar.Part> parts = new ArrayList<>();
        for (int i = 0; i < shown.total().buckets().size(); i++) {
            parts.add(new AgingBar.Part(bucket(shown.basis(), i), shown.total().buckets().get(i), i));
        }
        parts.add(new AgingBar.Part(desk.texts().get("aging.unapplied"), shown.total().unapplied(), UNAPPLIED_TONE));
        return parts;
    }

    /** What is owed altogether, and how much of it is overdue where age counts from the due date; empty before that. */
    String summary() {
        AgingReport shown = report.get();
        if (shown == null) {
            return "";
        }
        String balance = desk.formats().money(shown.total().balance());
        return shown.basis() == AgingBasis.DUE_DATE
                ? desk.texts().get("aging.summary", balance, desk.formats().money(shown.total().overdue()))
                : desk.texts().get("aging.summary_plain", balance);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
