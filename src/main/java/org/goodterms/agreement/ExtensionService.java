package org.goodterms.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;

/** Later due days. */
public final class ExtensionService {
    private static final int LINE = 200;
    private static final int BLOCK = 2000;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final ReceivableService receivables;
    private final ExtensionStore store = new ExtensionStore();

    public ExtensionService(Database db, Ids ids, CompanyService companies, ReceivableService receivables) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.receivables = receivables;
    }

    /**
     * What is agreed.
     *
     * @param number a document; where it has several due days, the earliest that is open moves
     * @param by     who agreed; may be empty
     */
    public record Request(String number, LocalDate to, String by, String note, boolean interestRuns) {
    }

    /** Moves a due day, from today on. Refused where nothing is open or the day is not later. */
    public Outcome<Extension> extend(Request request) {
        return db.write(tx -> {
            Optional<OpenItem> found = receivables.byNumber(tx, request.number()).stream()
                    .filter(item -> item.kind().debit() && item.open().isPositive()).findFirst();
            if (found.isEmpty()) {
                return Outcome.refused(Problem.at("item", "agreement.nothing_open", request.number()));
            }
            OpenItem item = found.get();
            List<Problem> problems = new ArrayList<>();
            Typed.line("by", request.by(), LINE).ifPresent(problems::add);
            Typed.lines("note", request.note(), BLOCK).ifPresent(problems::add);
            Extension.problem(item, request.to()).ifPresent(problems::add);
            LocalDate due = item.due();
            if (!problems.isEmpty() || due == null) {
                return Outcome.refused(problems);
            }
            Extension extension = new Extension(ids.nextId(), item.id(), item.number(), companies.today(tx), due,
                    request.to(), request.by().strip(), request.note().strip(), request.interestRuns());
            store.insert(tx, extension);
            receivables.moveDue(tx, item.id(), request.to());
            tx.touched(Extension.class);
            return Outcome.ok(extension);
        });
    }

    /** Extensions of an item, the first one first. */
    public List<Extension> of(Tx tx, Id<OpenItem> item) {
        return store.of(tx, item);
    }

    public List<Extension> ofCustomer(Id<Customer> customer) {
        return db.read(tx -> store.ofCustomer(tx, customer));
    }

    /** All extensions of a customer's items. */
    public List<Extension> ofCustomer(Tx tx, Id<Customer> customer) {
        return store.ofCustomer(tx, customer);
    }
}
