package org.goodterms.ui.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.payment.Expected;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.Distribution;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.SettlingOrder;
import org.goodterms.ui.kit.Tasks;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money being recorded: from whom, how much, and what it is for. What it is for follows the amount, oldest due first,
 * until somebody says it by hand; what is shown is what is recorded. Also used to settle more with a payment that is there.
 */
public final class PaymentEntryViewModel {
    private static final int SUGGESTED = 20;

    /** The rooms that money is recorded with. */
    public record Rooms(PaymentService payments, CustomerService customers, InvoiceService invoices) {
    }

    /**
     * What came of it.
     *
     * @param settles whether something is settled that could be taken back
     * @param more    whether more was settled with a payment that was there
     */
    public record Recorded(Payment payment, boolean settles, boolean more) {
    }

    private record Loaded(CustomerRow whom, CurrencyUnit usual, List<OpenItem> open, SettlingOrder settling) {
    }

    private final Tasks tasks;
    private final Rooms rooms;
    private final CurrencyUnit book;
    private final Consumer<Recorded> recorded;
    final ObjectProperty<@Nullable CustomerRow> whom = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    final ObservableList<CurrencyUnit> currencies = FXCollections.observableArrayList();
    final ObjectProperty<CurrencyUnit> currency = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Money> amount = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable BigDecimal> rate = new SimpleObjectProperty<>(BigDecimal.ONE);
    final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.BANK);
    final ObjectProperty<@Nullable Money> kept = new SimpleObjectProperty<>();
    final StringProperty reference = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    final ObservableList<DueRow> rows = FXCollections.observableArrayList();
    /** What of the amount is for nothing yet; negative where more is given away than came in; null without an amount. */
    final ObjectProperty<@Nullable Money> remainder = new SimpleObjectProperty<>();
    final BooleanProperty byHand = new SimpleBooleanProperty();
    /** Whether more is settled with a payment that is there; else a new one is recorded. */
    final BooleanProperty more = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Payment> there = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private List<OpenItem> open = List.of();
    private SettlingOrder settling = SettlingOrder.PRINCIPAL_FIRST;
    private @Nullable Expected expected;
    private boolean filling;
    private boolean begun;
    private @Nullable Money proposal;

    /**
     * @param today    the day the money came in, until another is typed
     * @param recorded called with the payment, once it stands in the books
     */
    public PaymentEntryViewModel(Tasks tasks, Rooms rooms, LocalDate today, CurrencyUnit book, Consumer<Recorded> recorded) {
        this.tasks = tasks;
        this.rooms = rooms;
        this.book = book;
        this.recorded = recorded;
        date.set(today);
        currencies.setAll(book);
        currency.set(book);
        whom.addListener((o, was, is) -> {
            if (is != null && !filling && (was == null || !was.id().equals(is.id()))) {
                expected = expected != null && expected.customer().equals(is.id()) ? expected : null;
                load(is.id());
            }
        });
        currency.addListener((o, was, is) -> chosen(is));
        amount.addListener((o, was, is) -> follow());
        date.addListener((o, was, is) -> follow());
    }

    /** Whether it is known from whom the money is, or being looked up. */
    boolean knowsWhom() {
        return begun;
    }

    /** Money from that customer. */
    void begin(Id<Customer> customer) {
        load(customer);
    }

    /** Money for those documents: all that is open of them is proposed. */
    void begin(Expected documents) {
        expected = documents;
        load(documents.customer());
    }

    /** More is settled with a payment that is there. */
    void settle(Id<Payment> payment) {
        begun = true;
        more.set(true);
        tasks.load(there, progress -> rooms.payments().story(payment), found -> found.ifPresent(story -> {
            there.set(story.payment());
            amount.set(story.row().unapplied());
            rate.set(story.payment().rate());
            load(story.payment().customer());
        }));
    }

    private void load(Id<Customer> customer) {
        begun = true;
        tasks.load(whom, progress -> {
            CustomerRow row = rooms.customers().list().stream().filter(one -> one.id().equals(customer)).findFirst().orElseThrow();
            return new Loaded(row, rooms.customers().customer(customer).trade().currency(), rooms.payments().openOf(customer),
                    rooms.payments().order());
        }, this::show);
    }

    private void show(Loaded loaded) {
        filling = true;
        whom.set(loaded.whom());
        filling = false;
        settling = loaded.settling();
        open = loaded.open().stream().filter(item -> item.kind().debit() && item.open().isPositive()).toList();
        CurrencyUnit wanted = there.get() != null ? there.get().amount().getCurrencyUnit()
                : open.stream().filter(this::isExpected).map(item -> item.open().getCurrencyUnit()).findFirst()
                .or(() -> open.stream().map(item -> item.open().getCurrencyUnit()).findFirst()).orElse(loaded.usual());
        List<CurrencyUnit> all = there.get() != null ? List.of(wanted) : Stream.concat(Stream.of(wanted, loaded.usual(), book),
                open.stream().map(item -> item.open().getCurrencyUnit())).distinct().toList();
        currencies.setAll(all);
        if (wanted.equals(currency.get())) {
            chosen(wanted);
        } else {
            currency.set(wanted);
        }
    }

    private boolean isExpected(OpenItem item) {
        return expected != null && expected.numbers().contains(item.number());
    }

    /** The rows of a currency, the amount that is proposed, and the rate last used. */
    private void chosen(@Nullable CurrencyUnit unit) {
        if (unit == null) {
            return;
        }
        Map<String, List<OpenItem>> byNumber = new LinkedHashMap<>();
        order(unit).forEach(item -> byNumber.computeIfAbsent(item.number(), n -> new ArrayList<>()).add(item));
        rows.setAll(byNumber.values().stream().map(DueRow::new).toList());
        rows.forEach(this::listen);
        byHand.set(false);
        if (there.get() == null) {
            kept.set(null);
            rate.set(unit.equals(book) ? BigDecimal.ONE : null);
            if (!unit.equals(book)) {
                tasks.load(rate, progress -> rooms.invoices().lastRate(unit), last -> rate.set(last.orElse(null)));
            }
            propose(unit);
        }
        follow();
    }

    private void propose(CurrencyUnit unit) {
        Money due = rows.stream().filter(this::isExpected).map(row -> row.open).reduce(Money.zero(unit), Money::plus);
        Money typed = amount.get();
        proposal = due.isPositive() ? due : null;
        fill(() -> amount.set(due.isPositive() ? due : typed == null ? null
                : Money.of(unit, typed.getAmount(), java.math.RoundingMode.HALF_UP)));
    }

    private boolean isExpected(DueRow row) {
        return expected != null && expected.numbers().contains(row.number);
    }

    private List<OpenItem> order(CurrencyUnit unit) {
        List<OpenItem> same = open.stream().filter(item -> item.open().getCurrencyUnit().equals(unit)).toList();
        Money all = same.stream().map(OpenItem::open).reduce(Money.zero(unit), Money::plus);
        return Distribution.of(same, all, settling).stream().map(Distribution.Share::item).toList();
    }

    private void listen(DueRow row) {
        row.pay.addListener((o, was, is) -> {
            if (!filling) {
                byHand.set(true);
                count();
            }
        });
        row.discounted.addListener((o, was, is) -> {
            if (!filling) {
                grant(row);
            }
        });
    }

    /** A discount granted by hand: an amount that was proposed becomes less, another is spread anew. */
    private void grant(DueRow row) {
        LocalDate day = day();
        if (proposal != null && proposal.equals(amount.get())) {
            proposal = rows.stream().filter(this::isExpected).map(one -> one.open.minus(one.taken(day)))
                    .reduce(Money.zero(currency.get()), Money::plus);
            fill(() -> amount.set(proposal));
        } else if (byHand.get() && row.paid().isGreaterThan(row.open.minus(row.taken(day)))) {
            row.pay.set(row.open.minus(row.taken(day)));
        }
        spread(false);
    }

    private LocalDate day() {
        return Objects.requireNonNullElse(date.get(), LocalDate.MAX);
    }

    private void follow() {
        spread(true);
    }

    /** Gives the amount to the oldest first, as if nothing had been said by hand. */
    void oldestFirst() {
        expected = null;
        byHand.set(false);
        spread(true);
    }

    /** Keeps the whole amount as a credit of the customer. */
    void keepUnapplied() {
        fill(() -> rows.forEach(row -> {
            row.pay.set(null);
            row.discounted.set(false);
        }));
        byHand.set(true);
        count();
    }

    /** @param guess whether an amount that is exactly short of a discount means that the discount was taken */
    private void spread(boolean guess) {
        if (!byHand.get() && amount.get() != null && amount.get().getCurrencyUnit().equals(currency.get())) {
            fill(() -> give(Objects.requireNonNull(amount.get()), guess));
        } else if (!byHand.get()) {
            fill(() -> rows.forEach(row -> row.pay.set(null)));
        }
        count();
    }

    private void give(Money all, boolean guess) {
        Money left = all;
        LocalDate day = day();
        for (DueRow row : rows) {
            Money earned = there.get() == null ? row.earned(day) : Money.zero(currency.get());
            boolean meant = expected == null || isExpected(row);
            if (guess || earned.isZero()) {
                row.discounted.set(meant && earned.isPositive() && left.isEqual(row.open.minus(earned)));
            }
            Money due = row.open.minus(row.taken(day));
            Money share = !meant || !left.isPositive() ? Money.zero(currency.get()) : due.isLessThan(left) ? due : left;
            row.pay.set(share.isPositive() ? share : null);
            left = left.minus(share);
        }
    }

    private void fill(Runnable act) {
        boolean was = filling;
        filling = true;
        act.run();
        filling = was;
    }

    private void count() {
        Money in = amount.get();
        remainder.set(in == null || !in.getCurrencyUnit().equals(currency.get()) ? null
                : rows.stream().map(DueRow::paid).reduce(in, Money::minus));
    }

    /** Whether the rest of a row is given up: so little is left of it, and nothing of the money. */
    boolean givesUp(DueRow row) {
        return there.get() == null && remainder.get() != null && remainder.get().isZero() && row.isSmall(day());
    }

    /** All that is open of a row, less its discount where that is granted. */
    void payAll(DueRow row) {
        row.pay.set(row.open.minus(row.taken(day())));
    }

    Money rest(DueRow row) {
        return row.rest(day());
    }

    /** The discount that row earns; zero where none. */
    Money earned(DueRow row) {
        return there.get() == null && date.get() != null ? row.earned(day()) : Money.zero(row.open.getCurrencyUnit());
    }

    boolean isForeign() {
        return currency.get() != null && !currency.get().equals(book);
    }

    List<CustomerRow> suggest(String typed) {
        return rooms.customers().search(typed, SUGGESTED);
    }

    void record() {
        List<Problem> missing = missing();
        if (!missing.isEmpty()) {
            problems.set(missing);
            return;
        }
        Payment known = there.get();
        Receipt receipt = receipt();
        boolean settles = rows.stream().anyMatch(row -> row.paid().isPositive());
        tasks.run("payment.record", progress -> known == null ? rooms.payments().record(receipt)
                : settle(known, receipt), payment -> {
            problems.set(List.of());
            recorded.accept(new Recorded(payment, settles, known != null));
        }, problems::set);
    }

    private Outcome<Payment> settle(Payment payment, Receipt more) {
        return rooms.payments().allocate(payment.id(), more.settlement(), more.date()).map(allocations -> payment);
    }

    private List<Problem> missing() {
        List<Problem> missing = new ArrayList<>();
        if (whom.get() == null) {
            missing.add(Problem.at("customer", "payment.no_customer"));
        }
        if (amount.get() == null) {
            missing.add(Problem.at("amount", "payment.no_amount"));
        }
        if (date.get() == null) {
            missing.add(Problem.at("date", "payment.no_date"));
        }
        if (rate.get() == null) {
            missing.add(Problem.at("rate", "payment.no_rate", currency.get().getCode(), book.getCode()));
        }
        if (there.get() != null && rows.stream().noneMatch(row -> row.paid().isPositive())) {
            missing.add(Problem.of("payment.nothing_chosen"));
        }
        return missing;
    }

    private Receipt receipt() {
        LocalDate day = day();
        List<Settlement.Part> parts = rows.stream().filter(row -> row.pay.get() != null && !row.paid().isZero())
                .map(row -> new Settlement.Part(row.number, row.paid())).toList();
        List<Settlement.Part> discounts = rows.stream().filter(row -> row.taken(day).isPositive())
                .map(row -> new Settlement.Part(row.number, row.taken(day))).toList();
        Money less = kept.get();
        return new Receipt(Objects.requireNonNull(whom.get()).id(), day, Objects.requireNonNull(amount.get()),
                Objects.requireNonNull(rate.get()), method.get(), new Settlement.ByHand(parts), discounts,
                less == null || less.isZero() ? Map.of() : Map.of(Chart.BANK_CHARGES, less), reference.get(), note.get());
    }
}
