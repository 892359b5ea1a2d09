package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
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
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.TaxKey;
import org.goodterms.invoice.Totals;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Tasks;
import org.jspecify.annotations.Nullable;

/** An invoice being written: new, or a stored draft. It gets its number when it is issued. */
public final class InvoiceEditViewModel {
    private static final int SUGGESTED = 20;

    /** The rooms an invoice is written with. */
    public record Rooms(InvoiceService invoices, CustomerService customers, CompanyService company) {
    }

    private record Blank(LocalDate today, List<TaxKey> taxes) {
    }

    private record Begun(CustomerRow whom, Draft draft, List<TaxKey> taxes) {
    }

    private final Tasks tasks;
    private final Rooms rooms;
    private final Consumer<Document> saved;
    private final Consumer<Issued> issued;
    final ObjectProperty<@Nullable CustomerRow> whom = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    final StringProperty terms = new SimpleStringProperty("");
    final StringProperty orderNumber = new SimpleStringProperty("");
    final ObjectProperty<@Nullable BigDecimal> rate = new SimpleObjectProperty<>();
    final ObservableList<LineFields> lines = FXCollections.observableArrayList();
    final ObservableList<TaxKey> taxes = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Totals> totals = new SimpleObjectProperty<>();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private @Nullable Draft frame;
    private volatile @Nullable Document before;

    /**
     * @param saved  called with a draft that was stored
     * @param issued called with the invoice that was issued
     */
    public InvoiceEditViewModel(Tasks tasks, Rooms rooms, Consumer<Document> saved, Consumer<Issued> issued) {
        this.tasks = tasks;
        this.rooms = rooms;
        this.saved = saved;
        this.issued = issued;
        whom.addListener((o, was, is) -> {
            if (is != null && (frame == null || !frame.customer().equals(is.id()))) {
                begin(is.id());
            }
        });
    }

    /** A new invoice of today, whose customer is still to be chosen: a first line waits, with the country's usual tax. */
    void begin() {
        tasks.load(taxes, progress -> {
            LocalDate today = rooms.company().today();
            return new Blank(today, keys(today));
        }, blank -> {
            taxes.setAll(blank.taxes());
            date.set(blank.today());
            if (lines.isEmpty()) {
                addLine();
            }
        });
    }

    /** A new invoice to that customer, with what is agreed with them; lines that were typed stay. */
    void begin(Id<Customer> customer) {
        tasks.load(whom, progress -> begun(customer, rooms.invoices().blank(customer)), this::show);
    }

    /** The stored draft. */
    void edit(Id<Document> draft) {
        tasks.load(whom, progress -> rooms.invoices().byId(draft).filter(Document::isDraft), found -> found.ifPresent(stored ->
                tasks.load(whom, progress -> begun(stored.content().customer(), stored.content()), begun -> {
                    before = stored;
                    lines.clear();
                    show(begun);
                })));
    }

    private Begun begun(Id<Customer> customer, Draft draft) {
        CustomerRow row = rooms.customers().list().stream().filter(one -> one.id().equals(customer)).findFirst().orElseThrow();
        return new Begun(row, draft, keys(draft.date()));
    }

    private List<TaxKey> keys(LocalDate on) {
        return rooms.company().allTaxRates().stream().filter(tax -> tax.isValidOn(on))
                .map(InvoiceEditViewModel::key).distinct().toList();
    }

    private static TaxKey key(TaxRate tax) {
        return new TaxKey(tax.category(), tax.percent());
    }

    private void show(Begun begun) {
        Draft draft = begun.draft();
        boolean first = frame == null && before == null;
        LocalDate typedDate = date.get();
        String typedOrder = orderNumber.get();
        frame = draft;
        taxes.setAll(begun.taxes());
        draft.lines().stream().map(org.goodterms.invoice.Line::tax).filter(tax -> !taxes.contains(tax)).distinct()
                .toList().forEach(taxes::add);
        whom.set(begun.whom());
        date.set(first && typedDate != null ? typedDate : draft.date());
        terms.set(draft.agreed().terms());
        orderNumber.set(first && !typedOrder.isBlank() ? typedOrder : draft.wording().orderNumber());
        rate.set(draft.pricing().rate().signum() == 0 ? null : draft.pricing().rate());
        draft.lines().forEach(line -> put(new LineFields(line)));
        if (lines.isEmpty()) {
            addLine();
        }
        count();
    }

    /** Whether the invoice is in a currency that needs an exchange rate. */
    boolean isForeign() {
        return frame != null && !frame.pricing().currency().equals(rooms.company().company().currency());
    }

    void addLine() {
        TaxKey usual = lines.isEmpty() ? taxes.stream().findFirst().orElse(TaxKey.of(BigDecimal.ZERO)) : lines.getLast().tax.get();
        put(LineFields.empty(usual));
    }

    private void put(LineFields line) {
        line.onChange(this::count);
        lines.add(line);
    }

    void remove(LineFields line) {
        lines.remove(line);
        count();
    }

    private void count() {
        draft().ifPresent(draft -> tasks.load(totals, progress -> rooms.invoices().totals(draft), totals::set));
    }

    /** What is typed; empty while no customer is chosen. Lines without text and price are left out. */
    Optional<Draft> draft() {
        Draft known = frame;
        LocalDate day = date.get();
        if (known == null || whom.get() == null || day == null) {
            return Optional.empty();
        }
        BigDecimal per = rate.get() == null ? BigDecimal.ZERO : rate.get();
        return Optional.of(known.on(day).withAgreed(new Draft.Agreed(terms.get().strip(), known.agreed().due()))
                .withWording(known.wording().ordered(orderNumber.get().strip()))
                .withPricing(new Draft.Pricing(known.pricing().currency(), per, known.pricing().mode()))
                .withLines(lines.stream().filter(line -> !line.isBlank()).map(LineFields::line).toList()));
    }

    List<CustomerRow> suggest(String typed) {
        return rooms.customers().search(typed, SUGGESTED);
    }

    void save() {
        withDraft(draft -> tasks.run("invoice.save", progress -> store(draft), stored -> {
            problems.set(List.of());
            before = stored;
            saved.accept(stored);
        }, problems::set));
    }

    private Outcome<Document> store(Draft draft) {
        Document known = before;
        return known == null ? rooms.invoices().saveDraft(draft) : rooms.invoices().saveDraft(known, draft);
    }

    /** Issues what is typed; refused while it lacks what the seller's country demands. A stored draft becomes the invoice. */
    void issue() {
        withDraft(draft -> tasks.run("invoice.issue", progress -> before == null
                ? rooms.invoices().issue(draft, IssueOptions.STRICT)
                : store(draft).then(stored -> issueStored(stored)), done -> {
            problems.set(List.of());
            issued.accept(done);
        }, problems::set));
    }

    private Outcome<Issued> issueStored(Document stored) {
        before = stored;
        return rooms.invoices().issue(stored.id(), IssueOptions.STRICT);
    }

    private void withDraft(Consumer<Draft> act) {
        draft().ifPresentOrElse(act, () -> problems.set(List.of(whom.get() == null
                ? Problem.at("customer", "invoice.no_customer") : Problem.at("date", "invoice.no_date"))));
    }
}
