package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Design;
import org.goodterms.company.NumberService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.invoice.Draft.Agreed;
import org.goodterms.invoice.Draft.Deposit;
import org.goodterms.invoice.Draft.Pricing;
import org.goodterms.invoice.Draft.Supply;
import org.goodterms.invoice.Draft.Wording;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;

/** Drafts and invoices: written, changed, issued, copied, found. Credit notes: {@link CreditNoteService}. */
public final class InvoiceService {
    private final Rooms rooms;
    private final PaperService papers;
    private final DocumentStore store = new DocumentStore();
    private final DisputeService disputes;
    private final InvoiceListStore list = new InvoiceListStore();
    private final IssuingService issuing;
    private final CorrectionService corrections;

    /** What issuing needs of the house below. */
    public record Rooms(Database db, Ids ids, CompanyService companies, NumberService numbers, CustomerService customers,
            LedgerService ledger, ReceivableService receivables) {
    }

    public InvoiceService(Rooms rooms, PaperService papers, DisputeService disputes) {
        this.disputes = disputes;
        this.rooms = rooms;
        this.papers = papers;
        this.issuing = new IssuingService(rooms, store);
        this.corrections = new CorrectionService(rooms, new CreditNoteService(rooms, papers), issuing, store);
    }

    /**
     * A new draft of today for a customer, with the customer's language, currency and terms; without lines. In a foreign
     * currency the rate is 0 until somebody says it (see {@link #lastRate}).
     */
    public Draft blank(Id<Customer> customer) {
        return rooms.db().read(tx -> blank(tx, customer));
    }

    public Draft blank(Tx tx, Id<Customer> customerId) {
        Customer customer = rooms.customers().customer(tx, customerId);
        CurrencyUnit currency = customer.trade().currency();
        BigDecimal rate = currency.equals(rooms.ledger().currency(tx)) ? BigDecimal.ONE : BigDecimal.ZERO;
        return new Draft(customerId, issuing.today(tx), Supply.SAME_DAY, new Pricing(currency, rate, PriceMode.NET),
                new Agreed(customer.trade().terms(), null), worded(rooms.companies().company(tx), customer), Deposit.NONE, List.of(),
                List.of());
    }

    /** The firm's own texts are in its language: they stand on documents in that one. */
    private static Wording worded(Company company, Customer customer) {
        Wording plain = Wording.in(customer.trade().language());
        Design design = company.look().design();
        String own = company.locale().getLanguage();
        return java.util.Locale.forLanguageTag(plain.language()).getLanguage().equals(own)
                ? new Wording(plain.language(), "", "", design.intro(), design.closing(), "") : plain;
    }

    /** Stores a new draft. It has no number and posts nothing. */
    public Outcome<Document> saveDraft(Draft draft) {
        return rooms.db().write(tx -> saveDraft(tx, draft));
    }

    public Outcome<Document> saveDraft(Tx tx, Draft draft) {
        return issuing.drafted(tx, draft, rooms.ids().nextId(), tx.now(), 1).map(document -> {
            store.insert(tx, document);
            tx.touched(Document.class);
            return document;
        });
    }

    /**
     * Stores a changed draft.
     *
     * @param before the draft as it was read; refused with {@code invoice.changed_elsewhere} where it changed meanwhile
     */
    public Outcome<Document> saveDraft(Document before, Draft changed) {
        return rooms.db().write(tx -> issuing.drafted(tx, changed, before.id(), before.trace().createdAt(),
                before.trace().version() + 1).then(document -> {
                    if (!store.replace(tx, document, before.trace().version())) {
                        return Outcome.refused(Problem.of("invoice.changed_elsewhere"));
                    }
                    tx.touched(Document.class);
                    return Outcome.ok(document);
                }));
    }

    /** Throws a draft away. What was issued stays for ever. */
    public Outcome<Id<Document>> discard(Id<Document> draft) {
        return rooms.db().write(tx -> {
            if (!store.discard(tx, draft)) {
                return Outcome.refused(Problem.of("invoice.no_draft"));
            }
            tx.touched(Document.class);
            return Outcome.ok(draft);
        });
    }

    /** What issuing this draft now would say: first what refuses it, else the warnings. Nothing is stored. */
    public List<Problem> judge(Draft draft, IssueOptions options) {
        Outcome<Issued> outcome = rooms.db().preview(tx -> issue(tx, draft, options));
        return outcome.isOk() ? outcome.orThrow().warnings() : outcome.problems();
    }

    /** The sums of a draft as they stand, with the firm's rounding of taxes. */
    public Totals totals(Draft draft) {
        Company company = rooms.companies().company();
        return draft.totals(company.practice().rounding());
    }

    /** The sums of what is typed before its customer is chosen. */
    public Totals totals(Pricing pricing, List<Line> lines, List<Allowance> allowances) {
        return Totals.of(lines.stream().map(Line::priced).toList(), allowances.stream().map(Allowance::adjustment).toList(),
                new Totals.Rules(pricing.currency(), pricing.mode(), rooms.companies().company().practice().rounding(), false));
    }

    /**
     * What of a draft would be due when, a deposit it deducts left aside; refused where its terms cannot be read or part of
     * it would be nothing.
     */
    public Outcome<List<Terms.Due>> dues(Draft draft) {
        return Terms.parse(draft.agreed().terms()).then(terms -> {
            Company company = rooms.companies().company();
            Totals totals = draft.totals(company.practice().rounding());
            return totals.total().isPositive() ? IssuingService.dues(draft, totals.total(), company) : Outcome.ok(List.of());
        });
    }

    /** Deposit invoices of a customer that no final invoice has deducted. */
    public List<String> deposits(Id<Customer> customer) {
        return rooms.db().read(tx -> list.deposits(tx, customer.value()));
    }

    /** Issues a stored draft; a second time gives what was issued the first time. */
    public Outcome<Issued> issue(Id<Document> draft, IssueOptions options) {
        return papers.kept(rooms.db().write(tx -> issue(tx, draft, options)));
    }

    public Outcome<Issued> issue(Tx tx, Id<Document> draft, IssueOptions options) {
        Optional<Document> found = store.lock(tx, draft, rooms.ledger().currency(tx));
        if (found.isEmpty()) {
            return Outcome.refused(Problem.of("invoice.no_draft"));
        }
        Document document = found.get();
        return document.isDraft() ? corrections.around(tx, document.content(), () -> issuing.issue(tx, document, options))
                : Outcome.ok(new Issued(document, List.of()));
    }

    /**
     * Issues an invoice at once: number, journal entry and open items arise together, or nothing does. Its page is made
     * and archived after that; where it cannot be, it is made when first asked for.
     */
    public Outcome<Issued> issue(Draft draft, IssueOptions options) {
        return papers.kept(rooms.db().write(tx -> issue(tx, draft, options)));
    }

    public Outcome<Issued> issue(Tx tx, Draft draft, IssueOptions options) {
        return corrections.around(tx, draft, () -> issuing.issue(tx, draft, options));
    }

    /** Makes and archives the page of what was issued in a transaction that has ended; where it cannot be made now, later. */
    public Issued paged(Issued issued) {
        return papers.kept(Outcome.ok(issued)).orThrow();
    }

    /** A new draft of today with the lines and terms of an invoice; its own order number is left out. */
    public Outcome<Document> duplicate(Id<Document> original) {
        return rooms.db().write(tx -> invoice(tx, original).map(Document::content).then(content -> saveDraft(tx,
                new Draft(content.customer(), issuing.today(tx), Supply.SAME_DAY, content.pricing(),
                        new Agreed(content.agreed().terms(), null), content.wording().ordered(""), Deposit.NONE,
                        content.lines(), content.allowances()))));
    }

    /** A new draft of today that will take the place of an issued invoice and begins as that one was; see {@link Document#isCorrection}. */
    public Outcome<Document> correction(Id<Document> original) {
        return rooms.db().write(tx -> invoice(tx, original).then(wrong -> wrong.isDraft() ? Outcome.refused(Problem.of("invoice.no_draft"))
                : saveDraft(tx, correcting(wrong, issuing.today(tx)))));
    }

    /** What would take the place of an issued invoice on that day: the same, to be mended. */
    public Draft correcting(Document wrong, LocalDate day) {
        Draft content = wrong.content();
        Draft.Supply supply = content.supply().from() == null ? new Draft.Supply(content.date(), null) : content.supply();
        return new Draft(content.customer(), day, supply, content.pricing(), new Agreed(content.agreed().terms(), null),
                content.wording(), content.deposit().correcting(wrong.number()), content.lines(), content.allowances());
    }

    private Outcome<Document> invoice(Tx tx, Id<Document> id) {
        return store.byId(tx, id, rooms.ledger().currency(tx)).filter(document -> !document.isCredit()).<Outcome<Document>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Problem.of("invoice.no_draft")));
    }

    public Optional<Document> byId(Id<Document> id) {
        return rooms.db().read(tx -> store.byId(tx, id, rooms.ledger().currency(tx)));
    }

    public Optional<Document> byNumber(Tx tx, String number) {
        return store.byNumber(tx, number, rooms.ledger().currency(tx));
    }

    /** An issued document by its number; refused with {@code invoice.no_such_number}. */
    public Outcome<Document> byNumber(String number) {
        return rooms.db().read(tx -> byNumber(tx, number)).<Outcome<Document>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Problem.at("number", "invoice.no_such_number", number)));
    }

    /** Credit notes for the document of that number. */
    public List<Document> creditsOf(String number) {
        return rooms.db().read(tx -> store.creditsOf(tx, number, rooms.ledger().currency(tx)));
    }

    /** The number the next invoice of that date would get; nothing is taken. */
    public String nextNumber(LocalDate date) {
        return rooms.db().read(tx -> rooms.numbers().preview(tx, org.goodterms.company.Series.INVOICE, date));
    }

    /** Whether an issued document is still what it was when it was issued. */
    public boolean isUnchanged(Document issued) {
        return Frozen.hash(issued).equals(issued.trace().contentHash());
    }

    /** Invoices and credit notes that match, with items taken over from elsewhere; newest first. One query, and what is contested. */
    public List<InvoiceRow> list(InvoiceFilter filter) {
        return rooms.db().read(tx -> {
            LocalDate today = issuing.today(tx);
            return list.rows(tx, filter, today, disputes.contestedAt(tx, today));
        });
    }

    /** The rate with which the last invoice in that currency was issued; empty where there was none. */
    public Optional<BigDecimal> lastRate(CurrencyUnit currency) {
        return rooms.db().read(tx -> list.lastRate(tx, currency));
    }
}
