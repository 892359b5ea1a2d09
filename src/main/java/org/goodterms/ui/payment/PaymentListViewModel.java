package org.goodterms.ui.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Settlement;
import org.goodterms.payment.SuspenseService;
import org.goodterms.payment.Unidentified;
import org.goodterms.receivable.Allocation;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that came in and went back, with what is still to be identified or allocated. */
public final class PaymentListViewModel {
    private static final int SUGGESTED = 20;
    private static final int MOST_LIKELY = 5;

    /** The rooms that know of money. */
    public record Rooms(PaymentService payments, SuspenseService suspense, CustomerService customers,
            InvoiceService invoices) {
    }

    /** Which are shown. */
    public enum Show {
        ALL, TO_ALLOCATE, UNKNOWN, RETURNED, REFUNDS;

        boolean has(PaymentLine line) {
            return switch (this) {
                case ALL -> true;
                case TO_ALLOCATE -> line.state() == PaymentLine.State.UNAPPLIED
                        || line.state() == PaymentLine.State.PARTLY_APPLIED;
                case UNKNOWN -> line.state() == PaymentLine.State.UNKNOWN;
                case RETURNED -> line.state() == PaymentLine.State.RETURNED;
                case REFUNDS -> line.state() == PaymentLine.State.REFUND;
            };
        }
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Subscriptions subscriptions;
    final ObservableList<PaymentLine> lines = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final ObjectProperty<Predicate<PaymentLine>> shown = new SimpleObjectProperty<>(line -> true);

    public PaymentListViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        subscriptions = new Subscriptions(desk.changes()).on(this::load, Payment.class, Unidentified.class, Allocation.class,
                Customer.class);
        show.addListener((o, was, is) -> shown.set(is::has));
    }

    void load() {
        desk.tasks().load(lines, progress -> Stream.concat(rooms.suspense().list().stream().map(PaymentLine::of),
                rooms.payments().list(null).stream().map(PaymentLine::of))
                .sorted(Comparator.comparing(PaymentLine::date).reversed()).toList(), lines::setAll);
    }

    long count(Show which) {
        return lines.stream().filter(which::has).count();
    }

    /** Leads to the payment's page; of unknown money {@code identify} is asked for instead. */
    void open(PaymentLine line, Consumer<Unidentified> identify) {
        if (line.payment() != null) {
            desk.navigator().go(Place.of("payment", line.payment().id()));
        } else if (line.unknown() != null) {
            identify.accept(line.unknown());
        }
    }

    /** Books money whose payer is not known. */
    void receive(LocalDate date, Money amount, String text, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("payment.unknown", progress -> rooms.suspense().record(date, amount, text), money -> {
            done.run();
            desk.overlay().toast(desk.texts().get("payment.unknown_recorded", money.amount()));
        }, problems);
    }

    /**
     * Says whose money it is.
     *
     * @param number the invoice it settles; null: the oldest items first
     */
    void identify(Unidentified money, CustomerRow customer, @Nullable String number, Runnable done,
            Consumer<List<Problem>> problems) {
        Settlement settlement = number == null ? new Settlement.OldestFirst()
                : new Settlement.ByHand(List.of(new Settlement.Part(number, money.amount())));
        desk.tasks().run("payment.identify", progress -> rooms.suspense().identify(money.id(), customer.id(), settlement,
                desk.formats().today()), payment -> {
                    done.run();
                    desk.overlay().toast(desk.texts().get("payment.identified", payment.amount(), customer.name()));
                }, problems);
    }

    List<CustomerRow> suggest(String typed) {
        return rooms.customers().search(typed, SUGGESTED);
    }

    /** Open invoices over exactly that amount, newest first: whose money it may be. Runs away from the window's thread. */
    void likely(Money amount, Consumer<List<InvoiceRow>> found) {
        desk.tasks().load(amount, progress -> rooms.invoices().list(InvoiceFilter.of(InvoiceFilter.Which.OPEN)).stream()
                .filter(row -> row.open().equals(amount)).limit(MOST_LIKELY).toList(), found);
    }

    /** The customer of an invoice. */
    @Nullable CustomerRow buyer(InvoiceRow row) {
        return rooms.customers().list().stream().filter(one -> one.id().equals(row.buyer().id())).findFirst().orElse(null);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
