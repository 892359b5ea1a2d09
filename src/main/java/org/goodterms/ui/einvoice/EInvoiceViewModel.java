package org.goodterms.ui.einvoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.invoice.EInvoiceService;
import org.goodterms.invoice.ReceivedInvoice;
import org.goodterms.invoice.ReceivedInvoiceService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** The e-invoices that became an expense, and the file that is being looked at. */
public final class EInvoiceViewModel {
    private static final List<String> ORDER = List.of("seller", "id", "issueDate", "dueDate", "buyer", "buyerReference", "currency");
    private static final List<String> SUMS = List.of("taxExclusive", "tax", "taxInclusive", "prepaid", "payable");
    private final Desk desk;
    private final ReceivedInvoiceService received;
    private final Subscriptions subscriptions;
    final ObservableList<ReceivedInvoice> rows = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();

    /** A file somebody opened, with what it says. */
    record Looked(String name, byte[] file, EInvoiceService.Read read) {

        /** What it says, in the order people look: key and value. */
        List<Map.Entry<String, String>> facts() {
            return java.util.stream.Stream.concat(
                    ORDER.stream().map(key -> Map.entry(key, text(read.facts().get(key)))),
                    SUMS.stream().map(key -> Map.entry(key, text(sums().get(key)))))
                    .filter(fact -> !fact.getValue().isBlank()).toList();
        }

        private Map<?, ?> sums() {
            return read.facts().get("totals") instanceof Map<?, ?> totals ? totals : Map.of();
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    public EInvoiceViewModel(Desk desk, ReceivedInvoiceService received) {
        this.desk = desk;
        this.received = received;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, ReceivedInvoice.class);
    }

    void load() {
        desk.tasks().load(rows, progress -> received.list(), rows::setAll);
    }

    /** Reads a file; what cannot be read is said. */
    void look(Path path) {
        desk.tasks().run("einvoice.open", progress -> {
            try {
                byte[] file = Files.readAllBytes(path);
                return Outcome.ok(new Looked(path.getFileName().toString(), file, EInvoiceService.read(file)));
            } catch (IOException e) {
                return Outcome.refused(Problem.of("cli.file_unreadable", path.getFileName()));
            }
        }, looked::set, desk.overlay()::problems);
    }

    /** Makes the file an expense. */
    void book() {
        Looked now = looked.get();
        if (now != null) {
            desk.tasks().run("einvoice.book", progress -> received.book(now.file(), ReceivedInvoiceService.EXPENSES), booked -> {
                looked.set(null);
                desk.overlay().toast(desk.texts().get("einvoice.booked", booked.number(), booked.seller()));
            }, desk.overlay()::problems);
        }
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
