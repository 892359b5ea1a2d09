package org.goodterms.recurring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;

/** Hours and expenses, collected on a customer until an invoice takes them up. */
public final class BillableService {
    private static final int LONGEST = 500;
    private static final BigDecimal MOST = new BigDecimal("999999999");
    private static final int DECIMALS = 6;
    private final Database db;
    private final Ids ids;
    private final CompanyService companies;
    private final InvoiceService invoices;
    private final BillableStore store = new BillableStore();

    public BillableService(Database db, Ids ids, CompanyService companies, InvoiceService invoices) {
        this.db = db;
        this.ids = ids;
        this.companies = companies;
        this.invoices = invoices;
    }

    /** Notes work or an expense. Refused without a text, of quantity 0, of the future, or too finely or largely counted. */
    public Outcome<Billable> add(Id<Customer> customer, LocalDate date, String text, Billable.Amount amount) {
        return db.write(tx -> {
            List<Problem> problems = new ArrayList<>();
            Typed.required("text", text, LONGEST).ifPresent(problems::add);
            Typed.line("unit", amount.unit(), LONGEST).ifPresent(problems::add);
            LocalDate today = companies.today(tx);
            if (date.isAfter(today)) {
                problems.add(Problem.at("date", "recurring.future_work", date, today));
            }
            for (BigDecimal number : List.of(amount.quantity(), amount.price(), amount.taxRate())) {
                if (number.abs().compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > DECIMALS) {
                    problems.add(Problem.at("quantity", "recurring.number", number, MOST, DECIMALS));
                }
            }
            if (amount.quantity().signum() == 0) {
                problems.add(Problem.at("quantity", "recurring.no_quantity"));
            }
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
            Billable one = new Billable(ids.nextId(), customer, date, text.strip(), amount);
            store.insert(tx, one);
            tx.touched(Billable.class);
            return Outcome.ok(one);
        });
    }

    /** All that waits to be billed, by day. */
    public List<Billable> open() {
        return db.read(store::open);
    }

    /** Takes out what was noted by mistake. */
    public Outcome<Id<Billable>> remove(Id<Billable> id) {
        return db.write(tx -> {
            if (!store.remove(tx, id)) {
                return Outcome.refused(Problem.at("id", "recurring.no_billable", id));
            }
            tx.touched(Billable.class);
            return Outcome.ok(id);
        });
    }

    /** Issues one invoice of today with all that waits of a customer. Refused where nothing does. */
    public Outcome<Issued> bill(Id<Customer> customer) {
        return db.<Issued>write(tx -> {
            List<Billable> lines = store.lockOpen(tx, customer);
            if (lines.isEmpty()) {
                return Outcome.refused(Problem.at("customer", "recurring.nothing_to_bill"));
            }
            Draft blank = invoices.blank(tx, customer);
            DocumentWords words = DocumentWords.of(blank.wording().language(), companies.company(tx).country());
            Draft draft = blank.withLines(lines.stream().map(one -> line(one, words)).toList());
            return invoices.issue(tx, draft, IssueOptions.LENIENT).map(issued -> {
                store.billed(tx, lines, issued.document().id());
                tx.touched(Billable.class);
                return issued;
            });
        }).map(invoices::paged);
    }

    private static Line line(Billable one, DocumentWords words) {
        return new Line(words.shortDate(one.date()) + ": " + one.text(), one.amount().quantity(), one.amount().unit(), one.amount().price(), BigDecimal.ONE, null,
                TaxKey.of(one.amount().taxRate()), "");
    }
}
