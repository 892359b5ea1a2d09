package org.goodterms.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.calendar.Holidays;
import org.goodterms.company.Company;
import org.goodterms.company.Company.CashDiscount.Basis;
import org.goodterms.company.PayTo;
import org.goodterms.company.Series;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.Document.Kind;
import org.goodterms.invoice.Document.Sums;
import org.goodterms.invoice.Document.Trace;
import org.goodterms.invoice.Journal.Booked;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Terms.Due;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The act of issuing an invoice, inside a transaction of somebody else. */
final class IssuingService {
    private final InvoiceService.Rooms rooms;
    private final DocumentStore store;

    IssuingService(InvoiceService.Rooms rooms, DocumentStore store) {
        this.rooms = rooms;
        this.store = store;
    }

    /** What becomes a number once everything is judged. */
    private record Ready(Draft draft, Totals totals, Company company, Parties parties, Deducted deducted, List<Due> dues,
            List<Problem> warnings) {
        CurrencyUnit book() {
            return company.currency();
        }

        Money payable() {
            return totals.total().minus(deducted.total(draft.pricing().currency()));
        }
    }

    /** A deposit to be taken off: its rows in its currency, and as they were booked. */
    record Deducted(List<TaxRow> rows, Booked booked) {
        Money net(CurrencyUnit currency) {
            return rows.stream().map(TaxRow::base).reduce(Money.zero(currency), Money::plus);
        }

        Money total(CurrencyUnit currency) {
            return rows.stream().map(row -> row.base().plus(row.tax())).reduce(Money.zero(currency), Money::plus);
        }
    }

    LocalDate today(Tx tx) {
        return tx.now().atZone(rooms.companies().company(tx).zone()).toLocalDate();
    }

    /** A draft as it is stored, with its sums of the moment; refused only for what cannot be stored. */
    Outcome<Document> drafted(Tx tx, Draft draft, Id<Document> id, Instant created, int version) {
        Company company = rooms.companies().company(tx);
        List<Problem> problems = Wellformed.problems(draft, company.currency());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Totals totals = draft.totals(company.practice().rounding());
        Optional<Problem> large = Wellformed.tooLarge(totals);
        if (large.isPresent()) {
            return Outcome.refused(large.get());
        }
        Money base = Journal.booked(totals.total(), draft.pricing().rate(), company.currency());
        return Outcome.ok(new Document(id, Kind.INVOICE, "", draft, draft.deposit().corrects(), new Sums(totals.net(), totals.tax(), totals.total(),
                totals.total(), base), totals.lineNets(), totals.adjusted(), totals.taxes(), List.of(), null, null,
                new Trace("", null, null, created, null, version)));
    }

    Outcome<Issued> issue(Tx tx, Draft draft, IssueOptions options) {
        return ready(tx, draft, options).map(ready -> {
            Document document = numbered(tx, ready, rooms.ids().nextId(), tx.now(), 1, options);
            store.insert(tx, document);
            return posted(tx, document, ready);
        });
    }

    Outcome<Issued> issue(Tx tx, Document draft, IssueOptions options) {
        return ready(tx, draft.content(), options).map(ready -> {
            Document document = numbered(tx, ready, draft.id(), draft.trace().createdAt(), draft.trace().version() + 1, options);
            if (!store.replace(tx, document, draft.trace().version())) {
                throw new IllegalStateException("the draft changed while its row was locked: " + draft.id());
            }
            return posted(tx, document, ready);
        });
    }

    private Outcome<Ready> ready(Tx tx, Draft typed, IssueOptions options) {
        Company company = rooms.companies().company(tx);
        Customer customer = rooms.customers().customer(tx, typed.customer());
        List<Problem> problems = new ArrayList<>(Wellformed.problems(typed, company.currency()));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Draft draft = exempted(typed, customer, company.country());
        Totals totals = draft.totals(company.practice().rounding());
        Optional<PayTo> payTo = rooms.companies().payTo(tx, draft.pricing().currency());
        Issuing.Facts facts = new Issuing.Facts(company, customer,
                rooms.companies().law().mandatory(company.country(), draft.date()), payTo.isPresent(),
                store.lastDate(tx, Kind.INVOICE), owed(tx, customer, company.currency()),
                rooms.numbers().preview(tx, Series.INVOICE, draft.date()));
        Wellformed.tooLarge(totals).ifPresent(problems::add);
        problems.addAll(Issuing.refusals(draft, totals, facts, options));
        accountProblems(tx, draft, problems);
        rooms.ledger().lockProblem(tx, draft.date()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return deducted(tx, draft, totals, company.currency()).then(deducted -> {
            Money payable = totals.total().minus(deducted.total(draft.pricing().currency()));
            Money base = Journal.booked(payable, draft.pricing().rate(), company.currency());
            return dues(draft, payable, company).map(dues -> new Ready(draft, totals, company,
                    Parties.of(company, customer, payTo), deducted, dues,
                    Issuing.warnings(draft, totals, facts, base)));
        });
    }

    /** Without tax for a customer who is exempt from it on that day; the reason names the certificate. */
    private static Draft exempted(Draft draft, Customer customer, String country) {
        boolean taxed = draft.lines().stream().anyMatch(line -> line.tax().rate().signum() > 0);
        if (!taxed || !customer.trade().exemption().holdsOn(draft.date())) {
            return draft;
        }
        String certificate = customer.trade().exemption().certificate();
        DocumentWords words = DocumentWords.of(draft.wording().language(), country);
        String reason = certificate.isBlank() ? words.say("exempt") : words.say("exempt.certificate", certificate);
        Draft exempt = draft.withLines(draft.lines().stream()
                .map(line -> line.tax().rate().signum() == 0 ? line : line.taxed(new TaxKey("E", java.math.BigDecimal.ZERO))).toList());
        return draft.wording().exemptionReason().isBlank() ? exempt.withWording(draft.wording().exempt(reason)) : exempt;
    }

    private Money owed(Tx tx, Customer customer, CurrencyUnit book) {
        return rooms.receivables().openOf(tx, customer.id()).stream().map(OpenItem::openCarrying)
                .reduce(Money.zero(book), Money::plus);
    }

    private void accountProblems(Tx tx, Draft draft, List<Problem> problems) {
        List<String> named = draft.lines().stream().map(Line::account).filter(account -> !account.isEmpty()).toList();
        if (!named.isEmpty()) {
            List<String> known = rooms.ledger().accounts(tx).stream().map(account -> account.number()).toList();
            named.stream().filter(account -> !known.contains(account)).findFirst().ifPresent(account ->
                    problems.add(Problem.at("account", "invoice.income_account", account)));
        }
    }

    static Outcome<List<Due>> dues(Draft draft, Money payable, Company company) {
        LocalDate due = draft.agreed().due();
        if (due != null) {
            return Outcome.ok(payable.isZero() ? List.of() : List.of(new Due(due, payable)));
        }
        Terms terms = Terms.parse(draft.agreed().terms()).orThrow();
        return terms.dueOn(payable, draft.date(), Holidays.of(company.country(), company.firm().address().region()));
    }

    /** What the deposit invoice named by the draft still takes off; refused where it cannot be taken off. */
    private Outcome<Deducted> deducted(Tx tx, Draft draft, Totals totals, CurrencyUnit book) {
        String number = draft.deposit().less();
        if (number.isEmpty()) {
            return Outcome.ok(new Deducted(List.of(), Journal.booked(List.of(), java.math.BigDecimal.ONE, book)));
        }
        Optional<Document> found = store.byNumber(tx, number, book);
        if (found.isEmpty() || !found.get().content().deposit().asked() || draft.deposit().asked()) {
            return Outcome.refused(Problem.at("lessDeposit", "invoice.deposit_unknown", number));
        }
        Document deposit = found.get();
        if (!deposit.content().customer().equals(draft.customer())
                || !deposit.content().pricing().currency().equals(draft.pricing().currency())) {
            return Outcome.refused(Problem.at("lessDeposit", "invoice.deposit_of_another", number));
        }
        Optional<Document> taken = store.finalsOf(tx, number, book).stream().filter(last -> !creditedWhole(tx, last, book)).findFirst();
        if (taken.isPresent()) {
            return Outcome.refused(Problem.at("lessDeposit", "invoice.deposit_used", number, taken.get().number()));
        }
        List<TaxRow> credited = store.creditsOf(tx, number, book).stream().flatMap(credit -> credit.taxes().stream()).toList();
        Deducted deducted = new Deducted(CreditTotals.rest(deposit.taxes(), credited),
                Journal.booked(CreditTotals.rest(deposit.taxes(), credited), deposit.content().pricing().rate(), book));
        Money all = deducted.total(draft.pricing().currency());
        if (!all.isPositive() || all.isGreaterThan(totals.total())) {
            return Outcome.refused(Problem.at("lessDeposit", "invoice.deposit_above_total", number, all, totals.total()));
        }
        return Outcome.ok(deducted);
    }

    boolean creditedWhole(Tx tx, Document invoice, CurrencyUnit book) {
        List<TaxRow> credited = store.creditsOf(tx, invoice.number(), book).stream().flatMap(c -> c.taxes().stream()).toList();
        return CreditTotals.rest(invoice.taxes(), credited).isEmpty();
    }

    /** The deposit an issued final invoice took off, as it was booked. */
    Deducted deductedBy(Tx tx, Document invoice, CurrencyUnit book) {
        String number = invoice.content().deposit().less();
        Optional<Document> deposit = store.byNumber(tx, number, book);
        if (deposit.isEmpty()) {
            return new Deducted(List.of(), Journal.booked(List.of(), java.math.BigDecimal.ONE, book));
        }
        List<TaxRow> before = store.creditsOf(tx, number, book).stream()
                .filter(credit -> !credit.trace().createdAt().isAfter(invoice.trace().createdAt()))
                .flatMap(credit -> credit.taxes().stream()).toList();
        List<TaxRow> rows = CreditTotals.rest(deposit.get().taxes(), before);
        return new Deducted(rows, Journal.booked(rows, deposit.get().content().pricing().rate(), book));
    }

    private Document numbered(Tx tx, Ready ready, Id<Document> id, Instant created, int version, IssueOptions options) {
        Draft draft = ready.draft();
        Totals totals = ready.totals();
        Money base = Journal.booked(ready.payable(), draft.pricing().rate(), ready.book());
        String number = rooms.numbers().take(tx, Series.INVOICE, draft.date());
        Sums sums = new Sums(totals.net(), totals.tax(), totals.total(), ready.payable(), base);
        Document document = new Document(id, Kind.INVOICE, number, draft, draft.deposit().corrects(), sums, totals.lineNets(), totals.adjusted(),
                totals.taxes(), ready.dues(), discount(ready), ready.parties(),
                new Trace(options.override().strip(), null, null, created, tx.now(), version));
        return document.sealed(Frozen.hash(document));
    }

    private static Document.@Nullable Discount discount(Ready ready) {
        Draft draft = ready.draft();
        Terms terms = Terms.parse(draft.agreed().terms()).orThrow();
        Optional<LocalDate> until = terms.discountUntil(draft.date());
        if (until.isEmpty() || ready.payable().isZero() || draft.agreed().due() != null) {
            return null;
        }
        boolean onNet = ready.company().practice().cashDiscount().base() == Basis.NET;
        Money basis = onNet ? ready.totals().net().minus(ready.deducted().net(draft.pricing().currency())) : ready.payable();
        Money amount = terms.discountOn(basis);
        return amount.isPositive() ? new Document.Discount(until.get(), amount) : null;
    }

    private Issued posted(Tx tx, Document document, Ready ready) {
        Booked all = Journal.booked(document.taxes(), document.content().pricing().rate(), ready.book());
        rooms.ledger().post(tx, Journal.invoice(document, all, ready.deducted().booked()));
        rooms.receivables().open(tx, Journal.items(document, Journal.less(document.taxes(), ready.deducted().rows())));
        tx.touched(Document.class);
        return new Issued(document, ready.warnings());
    }
}
