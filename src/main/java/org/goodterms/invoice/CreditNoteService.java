package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.company.Series;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.Crediting.Credited;
import org.goodterms.invoice.Document.Kind;
import org.goodterms.invoice.Document.Sums;
import org.goodterms.invoice.Document.Trace;
import org.goodterms.invoice.Journal.Booked;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Corrects invoices: by credit notes only, which settle the invoice as far as it is open. */
public final class CreditNoteService {
    private final InvoiceService.Rooms rooms;
    private final PaperService papers;
    private final DocumentStore store = new DocumentStore();
    private final IssuingService issuing;

    public CreditNoteService(InvoiceService.Rooms rooms, PaperService papers) {
        this.rooms = rooms;
        this.papers = papers;
        this.issuing = new IssuingService(rooms, store);
    }

    /** Issues a credit note: number, entry, item and allocation arise together. */
    public Outcome<Issued> issue(CreditRequest request) {
        return papers.kept(rooms.db().write(tx -> issue(tx, request)));
    }

    /** What issuing it would give, taken back at once. */
    public Outcome<Issued> preview(CreditRequest request) {
        return rooms.db().preview(tx -> issue(tx, request));
    }

    /**
     * What lines of an invoice come to, tax included: what a credit note over them would credit.
     *
     * @param positions from 1. Refused where the invoice has no such line, or where less than that is left to be credited
     */
    public Outcome<Money> worth(String invoice, List<Integer> positions) {
        return rooms.db().preview(tx -> {
            List<Line> lines = store.byNumber(tx, invoice, rooms.companies().company(tx).currency())
                    .map(document -> document.content().lines()).orElse(List.of());
            Optional<Integer> wrong = positions.stream().filter(one -> one < 1 || one > lines.size()).findFirst();
            return wrong.isPresent() ? Outcome.refused(Problem.at("line", "credit.no_such_line", invoice, wrong.get(), lines.size()))
                    : issue(tx, CreditRequest.of(invoice, positions.stream().distinct().map(one -> lines.get(one - 1)).toList())
                            .leftUnallocated()).map(issued -> issued.document().sums().total().abs());
        });
    }

    public Outcome<Issued> issue(Tx tx, CreditRequest request) {
        Company company = rooms.companies().company(tx);
        LocalDate date = request.date() == null ? issuing.today(tx) : request.date();
        List<OpenItem> items = rooms.receivables().byNumber(tx, request.invoice());
        Optional<Document> found = store.byNumber(tx, request.invoice(), company.currency());
        if (found.isEmpty() && items.stream().noneMatch(item -> item.kind().debit()) || found.filter(Document::isCredit).isPresent()) {
            return Outcome.refused(Problem.at("invoice", "credit.no_such_invoice", request.invoice()));
        }
        found.ifPresent(document -> store.lock(tx, document.id(), company.currency()));
        Draft content = found.map(Document::content).orElseGet(() -> takenOver(tx, items)).on(date);
        List<Problem> problems = problems(tx, request, content, found.map(d -> d.content().date()).orElse(null), company);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        List<TaxRow> whole = found.map(Document::taxes).orElseGet(() -> taxes(tx, items));
        List<TaxRow> before = store.creditsOf(tx, request.invoice(), company.currency()).stream()
                .flatMap(credit -> credit.taxes().stream()).toList();
        Outcome<Credited> credited = Crediting.credit(request, content, found, whole, before);
        return credited.map(credit -> stored(tx, request, found, credit, items, company));
    }

    private List<Problem> problems(Tx tx, CreditRequest request, Draft content,
            @org.jspecify.annotations.Nullable LocalDate invoiced, Company company) {
        Draft.Wording wording = content.wording();
        Draft checked = content.withLines(request.lines()).withAgreed(new Draft.Agreed(content.agreed().terms(), null))
                .withWording(new Draft.Wording(wording.language(), wording.orderNumber(), wording.contact(), request.reason(), "",
                        wording.exemptionReason()));
        List<Problem> problems = new ArrayList<>(Wellformed.problems(checked, company.currency()));
        if (invoiced != null && content.date().isBefore(invoiced)) {
            problems.add(Problem.at("date", "credit.before_invoice", content.date(), invoiced));
        }
        rooms.ledger().lockProblem(tx, content.date()).ifPresent(problems::add);
        return problems;
    }

    /** What is known of an item that has no document here. */
    private Draft takenOver(Tx tx, List<OpenItem> items) {
        OpenItem item = items.getFirst();
        Customer customer = rooms.customers().customer(tx, item.customer());
        CurrencyUnit currency = item.original().getCurrencyUnit();
        BigDecimal rate = Crediting.rate(item);
        return new Draft(item.customer(), item.date(), Draft.Supply.SAME_DAY,
                new Draft.Pricing(currency, rate, Totals.PriceMode.NET), new Draft.Agreed(customer.trade().terms(), null),
                Draft.Wording.in(customer.trade().language()), Draft.Deposit.NONE, List.of(), List.of());
    }

    private List<TaxRow> taxes(Tx tx, List<OpenItem> items) {
        List<NewItem.Tax> known = rooms.receivables().taxes(tx, items.getFirst());
        Money original = items.stream().map(OpenItem::original).reduce(Money::plus).orElseThrow();
        return Crediting.rows(known, original);
    }

    private Issued stored(Tx tx, CreditRequest request, Optional<Document> invoice, Credited credit, List<OpenItem> items,
            Company company) {
        CurrencyUnit book = company.currency();
        Customer customer = rooms.customers().customer(tx, credit.content().customer());
        Booked all = Journal.booked(credit.rows(), credit.content().pricing().rate(), book);
        IssuingService.Deducted deposit = restored(tx, invoice, credit, book);
        Money net = sum(credit.rows().stream().map(TaxRow::base).toList(), credit.content().pricing().currency());
        Money tax = sum(credit.rows().stream().map(TaxRow::tax).toList(), credit.content().pricing().currency());
        Money total = net.plus(tax);
        Money payable = total.minus(deposit.total(total.getCurrencyUnit()));
        Money base = Journal.booked(payable, credit.content().pricing().rate(), book);
        String number = rooms.numbers().take(tx, Series.CREDIT_NOTE, credit.content().date());
        Id<Document> id = rooms.ids().nextId();
        Document unsealed = new Document(id, Kind.CREDIT_NOTE, number, credit.content(), request.invoice(),
                new Sums(net, tax, total, payable, base), credit.lineNets(), credit.adjusted(), credit.rows(), List.of(), null,
                Parties.of(company, customer, Optional.empty()), new Trace("", null, null, tx.now(), tx.now(), 1));
        Document document = unsealed.sealed(Frozen.hash(unsealed));
        store.insert(tx, document);
        boolean ofDeposit = invoice.isPresent() && invoice.get().content().deposit().asked();
        rooms.ledger().post(tx, Journal.credit(document, ofDeposit ? Chart.DEPOSITS : Chart.RETURNS, all, deposit.booked()));
        if (!payable.isZero()) {
            NewItem item = Journal.item(document, Journal.less(credit.rows(), deposit.rows()));
            Id<OpenItem> opened = rooms.receivables().open(tx, List.of(item)).getFirst();
            if (!request.unallocated()) {
                allocate(tx, document, opened, items);
            }
        }
        tx.touched(Document.class);
        return new Issued(document, warnings(tx, document, book));
    }

    private List<Problem> warnings(Tx tx, Document credit, CurrencyUnit book) {
        LocalDate last = store.lastDate(tx, Kind.CREDIT_NOTE);
        return last != null && credit.content().date().isBefore(last)
                ? List.of(Problem.at("date", "invoice.date_before_last", credit.content().date(), last)) : List.of();
    }

    /** A final invoice credited whole gives its deposit back to be deducted again. */
    private IssuingService.Deducted restored(Tx tx, Optional<Document> invoice, Credited credit, CurrencyUnit book) {
        return invoice.isPresent() && credit.mirrors() ? issuing.deductedBy(tx, invoice.get(), book)
                : new IssuingService.Deducted(List.of(), Journal.booked(List.of(), BigDecimal.ONE, book));
    }

    private void allocate(Tx tx, Document credit, Id<OpenItem> opened, List<OpenItem> items) {
        Money left = credit.sums().payable();
        List<Link> links = new ArrayList<>();
        List<OpenItem> open = items.stream().filter(item -> item.kind() == ItemKind.INVOICE || item.kind() == ItemKind.DEBIT_NOTE)
                .filter(item -> item.open().isPositive())
                .sorted(Comparator.comparing(item -> Objects.requireNonNullElse(item.due(), item.date()))).toList();
        for (OpenItem item : open) {
            Money part = item.open().isGreaterThan(left) ? left : item.open();
            if (part.isPositive()) {
                links.add(new Link(item.id(), opened, part));
                left = left.minus(part);
            }
        }
        if (!links.isEmpty()) {
            Entry.Source source = Entry.Source.of("credit-note", credit.id());
            rooms.receivables().postExchange(tx, rooms.receivables().allocate(tx, links, credit.content().date(), source).orThrow(),
                    "Exchange difference of credit note " + credit.number(), source);
        }
    }

    private static Money sum(List<Money> amounts, CurrencyUnit currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
