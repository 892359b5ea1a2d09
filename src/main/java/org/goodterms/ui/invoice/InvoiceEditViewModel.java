package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.company.CompanyService;
import org.goodterms.company.TaxRate;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerRow;
import org.goodterms.customer.CustomerService;
import org.goodterms.invoice.Allowance;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.invoice.Totals;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.ui.kit.Tasks;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** An invoice being written: new, or a stored draft. It gets its number when it is issued. */
public final class InvoiceEditViewModel {
    private static final int SUGGESTED = 20;
    static final String ON_HOLD = "invoice.credit_hold";

    /** The rooms an invoice is written with. */
    public record Rooms(InvoiceService invoices, CustomerService customers, CompanyService company) {
    }

    /**
     * What becomes of an invoice that is written.
     *
     * @param saved     called with a draft that was stored
     * @param issued    called with the invoice that was issued
     * @param discarded called when a stored draft was thrown away
     */
    public record Ends(Consumer<Document> saved, Consumer<Issued> issued, Runnable discarded) {
    }

    private record Blank(LocalDate today, CurrencyUnit book, List<TaxKey> taxes) {
    }

    private record Begun(CustomerRow whom, Draft draft, CurrencyUnit book, List<TaxKey> taxes, List<String> deposits) {
    }

    /** What it comes to, and when that is due. */
    record Sums(Totals totals, List<Terms.Due> dues) {
    }

    private final Tasks tasks;
    private final Rooms rooms;
    private final Ends ends;
    final ObjectProperty<@Nullable CustomerRow> whom = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    final StringProperty terms = new SimpleStringProperty("");
    final StringProperty orderNumber = new SimpleStringProperty("");
    final StringProperty currency = new SimpleStringProperty("");
    final ObjectProperty<@Nullable BigDecimal> rate = new SimpleObjectProperty<>();
    final BooleanProperty foreign = new SimpleBooleanProperty();
    final BooleanProperty stored = new SimpleBooleanProperty();
    final MoreFields more = new MoreFields();
    final ObservableList<LineFields> lines = FXCollections.observableArrayList();
    final ObservableList<AllowanceFields> allowances = FXCollections.observableArrayList();
    final ObservableList<TaxKey> taxes = FXCollections.observableArrayList();
    final ObservableList<String> deposits = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Sums> sums = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private @Nullable CurrencyUnit book;
    private boolean showing;
    private @Nullable Draft frame;
    private @Nullable LocalDate proposedDate;
    private volatile @Nullable Document before;

    public InvoiceEditViewModel(Tasks tasks, Rooms rooms, Ends ends) {
        this.tasks = tasks;
        this.rooms = rooms;
        this.ends = ends;
        whom.addListener((o, was, is) -> {
            if (is != null && (frame == null || !frame.customer().equals(is.id()))) {
                begin(is.id());
            }
        });
        currency.addListener((o, was, is) -> changedCurrency());
        date.addListener((o, was, is) -> count());
        terms.addListener((o, was, is) -> count());
        more.onChange(this::count);
    }

    /** A new invoice of today, whose customer is still to be chosen: a first line waits, with the country's usual tax. */
    void begin() {
        tasks.load(taxes, progress -> {
            LocalDate today = rooms.company().today();
            return new Blank(today, rooms.company().company().currency(), keys(today));
        }, blank -> {
            book = blank.book();
            taxes.setAll(blank.taxes());
            proposedDate = blank.today();
            date.set(blank.today());
            if (currency.get().isEmpty()) {
                currency.set(blank.book().getCode());
            }
            if (lines.isEmpty()) {
                addLine();
            }
        });
    }

    /** A new invoice to that customer, with what is agreed with them; what was typed stays. */
    void begin(Id<Customer> customer) {
        tasks.load(whom, progress -> begun(customer, rooms.invoices().blank(customer)), this::show);
    }

    /** The stored draft. */
    void edit(Id<Document> draft) {
        tasks.load(whom, progress -> rooms.invoices().byId(draft).filter(Document::isDraft), found -> found.ifPresent(known ->
                tasks.load(whom, progress -> begun(known.content().customer(), known.content()), begun -> {
                    before = known;
                    stored.set(true);
                    lines.clear();
                    allowances.clear();
                    more.show(known.content());
                    show(begun);
                })));
    }

    private Begun begun(Id<Customer> customer, Draft draft) {
        CustomerRow row = rooms.customers().list().stream().filter(one -> one.id().equals(customer)).findFirst().orElseThrow();
        return new Begun(row, draft, rooms.company().company().currency(), keys(draft.date()), rooms.invoices().deposits(customer));
    }

    private List<TaxKey> keys(LocalDate on) {
        return rooms.company().allTaxRates().stream().filter(tax -> tax.isValidOn(on))
                .map(InvoiceEditViewModel::key).distinct().toList();
    }

    private static TaxKey key(TaxRate tax) {
        return new TaxKey(tax.category(), tax.percent());
    }

    /** What the customer brings along replaces what the one before brought along; what somebody typed stays. */
    private void show(Begun begun) {
        Draft draft = begun.draft();
        Draft last = frame;
        boolean typedDate = date.get() != null && !date.get().equals(last == null ? proposedDate : last.date());
        boolean typedTerms = !terms.get().isBlank() && (last == null || !terms.get().equals(last.agreed().terms()));
        boolean typedCurrency = last != null && !currency.get().equals(last.pricing().currency().getCode());
        String typedOrder = orderNumber.get();
        book = begun.book();
        frame = draft;
        TaxKey usual = taxes.isEmpty() ? null : taxes.getFirst();
        taxes.setAll(begun.taxes());
        draft.lines().stream().map(Line::tax).filter(tax -> !taxes.contains(tax)).distinct().toList().forEach(taxes::add);
        deposits.setAll(begun.deposits());
        if (!draft.deposit().less().isBlank() && !deposits.contains(draft.deposit().less())) {
            deposits.add(draft.deposit().less());
        }
        whom.set(begun.whom());
        date.set(typedDate && before == null ? date.get() : draft.date());
        terms.set(typedTerms && before == null ? terms.get() : draft.agreed().terms());
        orderNumber.set(last != null || draft.wording().orderNumber().isBlank() ? typedOrder : draft.wording().orderNumber());
        if (!typedCurrency) {
            showing = true;
            currency.set(draft.pricing().currency().getCode());
            showing = false;
            changedCurrency(draft.pricing().rate());
        }
        draft.lines().forEach(line -> put(new LineFields(line)));
        draft.allowances().forEach(allowance -> put(new AllowanceFields(allowance)));
        if (lines.isEmpty()) {
            addLine();
        } else if (usual == null) {
            lines.stream().filter(LineFields::isBlank).forEach(line -> line.tax.set(usual()));
        }
        count();
    }

    /** The rate last used in another currency than the book's; 1 in the book's. */
    private void changedCurrency() {
        Optional<CurrencyUnit> unit = unit();
        foreign.set(unit.isPresent() && book != null && !unit.get().equals(book));
        if (!showing) {
            proposeRate();
        }
        count();
    }

    private void proposeRate() {
        if (foreign.get()) {
            CurrencyUnit unit = unit().orElseThrow();
            tasks.load(rate, progress -> rooms.invoices().lastRate(unit), last -> rate.set(last.orElse(null)));
        } else {
            rate.set(BigDecimal.ONE);
        }
    }

    /** @param known the rate of a stored draft; zero where none is known */
    private void changedCurrency(BigDecimal known) {
        foreign.set(book != null && unit().filter(unit -> !unit.equals(book)).isPresent());
        if (known.signum() == 0) {
            proposeRate();
        } else {
            rate.set(known);
        }
    }

    private Optional<CurrencyUnit> unit() {
        try {
            return Optional.of(CurrencyUnit.of(currency.get().strip().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }

    private TaxKey usual() {
        return taxes.stream().findFirst().orElse(TaxKey.of(BigDecimal.ZERO));
    }

    void addLine() {
        put(LineFields.empty(lines.isEmpty() ? usual() : lines.getLast().tax.get()));
    }

    private void put(LineFields line) {
        line.onChange(this::count);
        lines.add(line);
    }

    void remove(LineFields line) {
        lines.remove(line);
        count();
    }

    void addAllowance(boolean charge) {
        put(new AllowanceFields(charge));
    }

    private void put(AllowanceFields allowance) {
        allowance.onChange(this::count);
        allowances.add(allowance);
    }

    void remove(AllowanceFields allowance) {
        allowances.remove(allowance);
        count();
    }

    /** Whether a line is without tax for a reason that the law wants printed. */
    boolean needsReason() {
        return lines.stream().anyMatch(line -> line.tax.get() != null && line.tax.get().needsReason());
    }

    private void count() {
        Optional<CurrencyUnit> unit = unit();
        if (unit.isEmpty()) {
            sums.set(null);
            return;
        }
        Optional<Draft> typed = draft();
        Draft.Pricing pricing = new Draft.Pricing(unit.get(), BigDecimal.ONE, more.mode.get());
        List<Line> priced = priced(unit.get());
        List<Allowance> off = offs(unit.get());
        tasks.load(sums, progress -> new Sums(rooms.invoices().totals(pricing, priced, off),
                typed.map(draft -> rooms.invoices().dues(draft)).filter(Outcome::isOk).map(Outcome::orThrow).orElse(List.of())),
                sums::set);
    }

    private List<Line> priced(CurrencyUnit unit) {
        return lines.stream().filter(line -> !line.isBlank()).map(line -> line.line(unit)).toList();
    }

    private List<Allowance> offs(CurrencyUnit unit) {
        return allowances.stream().filter(one -> !one.isBlank()).map(one -> one.allowance(unit)).toList();
    }

    /** What is typed; empty while no customer is chosen. Lines without text and price are left out. */
    Optional<Draft> draft() {
        Draft known = frame;
        LocalDate day = date.get();
        Optional<CurrencyUnit> unit = unit();
        if (known == null || whom.get() == null || day == null || unit.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal per = rate.get() == null ? BigDecimal.ZERO : rate.get();
        return Optional.of(more.onto(known.on(day).withAgreed(new Draft.Agreed(terms.get().strip(), null))
                .withPricing(new Draft.Pricing(unit.get(), per, more.mode.get())), orderNumber.get().strip())
                .withLines(priced(unit.get())).withAllowances(offs(unit.get())));
    }

    List<CustomerRow> suggest(String typed) {
        return rooms.customers().search(typed, SUGGESTED);
    }

    void save() {
        stored(ends.saved());
    }

    /** Stores what is typed and hands it on, to be written as a quote or an order confirmation. */
    void stored(Consumer<Document> then) {
        withDraft(draft -> tasks.run("invoice.save", progress -> store(draft), kept -> {
            problems.set(List.of());
            before = kept;
            stored.set(true);
            then.accept(kept);
        }, problems::set));
    }

    private Outcome<Document> store(Draft draft) {
        Document known = before;
        return known == null ? rooms.invoices().saveDraft(draft) : rooms.invoices().saveDraft(known, draft);
    }

    /**
     * Issues what is typed; refused while it lacks what the seller's country demands. A stored draft becomes the invoice.
     *
     * @param override why it is issued although the customer is on credit hold; empty: then it is refused
     */
    void issue(String override) {
        IssueOptions options = IssueOptions.STRICT.overriding(override.strip());
        withDraft(draft -> tasks.run("invoice.issue", progress -> before == null ? rooms.invoices().issue(draft, options)
                : store(draft).then(kept -> issueStored(kept, options)), done -> {
            problems.set(List.of());
            ends.issued().accept(done);
        }, problems::set));
    }

    private Outcome<Issued> issueStored(Document kept, IssueOptions options) {
        before = kept;
        return rooms.invoices().issue(kept.id(), options);
    }

    /** Throws the stored draft away. */
    void discard() {
        Document known = before;
        if (known != null) {
            tasks.run("invoice.discard", progress -> rooms.invoices().discard(known.id()), gone -> ends.discarded().run(),
                    problems::set);
        }
    }

    private void withDraft(Consumer<Draft> act) {
        draft().ifPresentOrElse(act, () -> problems.set(List.of(whom.get() == null
                ? Problem.at("customer", "invoice.no_customer") : date.get() == null ? Problem.at("date", "invoice.no_date")
                : Problem.at("currency", "invoice.no_currency", Objects.requireNonNullElse(currency.get(), "")))));
    }
}
