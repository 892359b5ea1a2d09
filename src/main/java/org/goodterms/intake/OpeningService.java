package org.goodterms.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Texts;
import org.goodterms.kernel.Typed;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.receivable.TakenOver;
import org.goodterms.reminder.HistoryService;
import org.goodterms.reminder.Hold;
import org.goodterms.reminder.HoldService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes unpaid documents over from before this book, one by one (the domain rules, section 2, row 27). */
public final class OpeningService {
    /** The source of opening balances, and of what was settled before. */
    public static final String SOURCE = "opening";
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_REFERENCE = 200;
    private final Rooms rooms;

    /** The rooms an opening balance touches. */
    public record Rooms(Database db, CompanyService company, CustomerService customers, LedgerService ledger,
            ReceivableService receivables, HoldService holds, HistoryService steps) {
    }

    public OpeningService(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * Takes one document over; its open amount is an opening balance of the business date, against account 3900.
     * Where nobody says which steps were done and it is late already, it waits under the hold {@code review}.
     */
    public Outcome<OpenItem> takeOver(Opening opening) {
        return rooms.db().write(tx -> rooms.customers().byCode(tx, opening.customer())
                .then(customer -> takeOver(tx, opening, customer)));
    }

    private Outcome<OpenItem> takeOver(Tx tx, Opening opening, Customer customer) {
        LocalDate today = rooms.company().today(tx);
        CurrencyUnit book = rooms.ledger().currency(tx);
        List<Problem> problems = new ArrayList<>(problems(tx, opening, today, book));
        boolean debit = opening.original().isPositive();
        Outcome<Terms> terms = Terms.parse(opening.terms().isBlank() ? customer.trade().terms() : opening.terms());
        problems.addAll(terms.problems());
        Optional<List<NewItem.Tax>> taxes = TaxContained.rows(opening.original().abs(), opening.tax());
        if (taxes.isEmpty()) {
            problems.add(Problem.at("tax", "intake.tax_too_much", opening.original().abs()));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        LocalDate due = opening.due() != null ? opening.due() : terms.orThrow().lastDue(opening.date(), BusinessDays.WEEKDAYS);
        List<NewItem.Tax> signed = taxes.orElseThrow().stream().map(t -> debit ? t
                : new NewItem.Tax(t.rate(), t.net().negated(), t.tax().negated())).toList();
        ItemKind kind = debit ? ItemKind.INVOICE : signed.isEmpty() ? ItemKind.RECEIPT : ItemKind.CREDIT_NOTE;
        OpenItem.Discount discount = debit ? discount(tx, opening, terms.orThrow(), signed) : null;
        NewItem item = new NewItem(customer.id(), kind, opening.number().strip(), 1, null, today, debit ? due : null,
                opening.original(), inBook(opening.original(), opening.rate(), book), opening.reference().strip(), discount, signed);
        ItemKind settledBy = opening.writtenOff() != null ? ItemKind.WRITE_OFF : debit ? ItemKind.RECEIPT : ItemKind.REFUND;
        Money openCarrying = opening.open().equals(opening.original()) ? item.carrying()
                : inBook(opening.open(), opening.rate(), book);
        return written(tx, new TakenOver(item, opening.date(), opening.open(), openCarrying, settledBy,
                opening.writtenOff()), opening, today);
    }

    private Outcome<OpenItem> written(Tx tx, TakenOver taken, Opening opening, LocalDate today) {
        Entry.Source source = new Entry.Source(SOURCE, null);
        Id<OpenItem> id = rooms.receivables().takeOver(tx, taken, source);
        if (!taken.openCarrying().isZero()) {
            String text = Texts.of(rooms.company().company(tx).locale()).get("intake.entry.opening", taken.item().number());
            rooms.ledger().post(tx, new Entry(today, text, source, List.of(
                    Posting.debit(Chart.RECEIVABLES, taken.openCarrying()),
                    Posting.credit(Chart.OPENING_BALANCE, taken.openCarrying()))));
        }
        OpenItem item = rooms.receivables().byId(tx, id).orElseThrow();
        if (opening.steps() != null) {
            return rooms.steps().recordHistory(tx, id, opening.steps()).map(done -> item);
        }
        return item.isOverdue(today) ? rooms.holds().set(tx, item.customer(), id, Hold.REVIEW, null).map(hold -> item)
                : Outcome.ok(item);
    }

    private List<Problem> problems(Tx tx, Opening opening, LocalDate today, CurrencyUnit book) {
        List<Problem> problems = new ArrayList<>();
        Typed.required("number", opening.number(), LONGEST_NUMBER).ifPresent(problems::add);
        Typed.line("reference", opening.reference(), LONGEST_REFERENCE).ifPresent(problems::add);
        if (!rooms.receivables().byNumber(tx, opening.number().strip()).isEmpty()) {
            problems.add(Problem.at("number", "intake.number_there", opening.number().strip()));
        }
        boolean beyond = opening.open().abs().isGreaterThan(opening.original().abs())
                || opening.open().getAmountMinorLong() * Long.signum(opening.original().getAmountMinorLong()) < 0;
        if (opening.original().isZero() || beyond) {
            problems.add(Problem.at("open", "intake.open_beyond", opening.open(), opening.original()));
        }
        if (opening.open().isZero() && opening.writtenOff() == null) {
            problems.add(Problem.at("open", "intake.nothing_open", opening.number()));
        }
        if (opening.writtenOff() != null && (!opening.open().isZero() || !opening.original().isPositive())) {
            problems.add(Problem.at("written-off", "intake.written_off_open", opening.open()));
        }
        dates(opening, today).ifPresent(problems::add);
        boolean own = opening.original().getCurrencyUnit().equals(book);
        if (opening.rate().signum() <= 0 || own && opening.rate().compareTo(BigDecimal.ONE) != 0) {
            problems.add(Problem.at("rate", "intake.rate", opening.rate().toPlainString(), book.getCode()));
        }
        if (opening.reference().strip().toUpperCase(java.util.Locale.ROOT).startsWith("RF")
                && PaymentReference.read(PaymentReference.Kind.RF, opening.reference()).isEmpty()) {
            problems.add(Problem.at("reference", "intake.reference", opening.reference()));
        }
        rooms.ledger().lockProblem(tx, today).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> dates(Opening opening, LocalDate today) {
        if (opening.date().isAfter(today)) {
            return Optional.of(Problem.at("date", "intake.date_to_come", opening.date(), today));
        }
        LocalDate off = opening.writtenOff();
        return off != null && (off.isAfter(today) || off.isBefore(opening.date()))
                ? Optional.of(Problem.at("written-off", "intake.written_off_on", off, opening.date(), today))
                : Optional.empty();
    }

    private OpenItem.@Nullable Discount discount(Tx tx, Opening opening, Terms terms, List<NewItem.Tax> taxes) {
        Company.CashDiscount practice = rooms.company().company(tx).practice().cashDiscount();
        Money tax = taxes.stream().map(NewItem.Tax::tax).reduce(Money.zero(opening.original().getCurrencyUnit()), Money::plus);
        boolean onNet = practice.base() == Company.CashDiscount.Basis.NET;
        Money amount = terms.discountOn(onNet ? opening.original().minus(tax) : opening.original());
        boolean given = !opening.terms().isBlank() && amount.isPositive() && !amount.isGreaterThan(opening.open());
        return given ? new OpenItem.Discount(terms.discountUntil(opening.date()).orElseThrow(), amount) : null;
    }

    private static Money inBook(Money amount, BigDecimal rate, CurrencyUnit book) {
        return amount.getCurrencyUnit().equals(book) ? amount
                : Rounding.HALF_UP.toMoney(amount.getAmount().divide(rate, MathContext.DECIMAL128), book);
    }
}
