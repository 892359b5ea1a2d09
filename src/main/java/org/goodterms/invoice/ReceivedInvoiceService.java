package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.db.Tx;
import org.goodterms.einvoice.EInvoiceReader;
import org.goodterms.einvoice.Facts;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Entry;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * E-invoices of suppliers: each becomes an expense once, with its file in the archive as the receipt. The entry debits an
 * expense account with the net and 1400 with the tax, and credits 2000; a credit note the other way round.
 */
public final class ReceivedInvoiceService {
    /** Expenses, where no other account is named. */
    public static final String EXPENSES = "6000";
    private static final String INPUT_TAX = "1400";
    private static final String PAYABLES = "2000";
    private static final String CREDIT_NOTE = "381";
    private final InvoiceService.Rooms rooms;
    private final Archive archive;
    private final EInvoiceStore store = new EInvoiceStore();

    public ReceivedInvoiceService(InvoiceService.Rooms rooms, Archive archive) {
        this.rooms = rooms;
        this.archive = archive;
    }

    /** What an e-invoice amounts to; of a credit note negative. */
    private record Sums(Money net, Money tax, LocalDate date) {
        Money gross() {
            return net.plus(tax);
        }
    }

    /**
     * Books a supplier's e-invoice on its own date.
     *
     * @param account an expense account; {@link #EXPENSES} where nothing else was said
     * @return refused where the file is no e-invoice or lacks number, seller, date or sums, is in a foreign currency, was
     *         booked before, names an unknown account, or its date is locked
     */
    public Outcome<ReceivedInvoice> book(byte[] file, String account) {
        EInvoiceReader.Reading reading = EInvoiceReader.read(file);
        if (reading.facts().isEmpty()) {
            return Outcome.refused(reading.problems());
        }
        Facts facts = reading.facts().get();
        String hash = Archive.hash(file);
        Outcome<ReceivedInvoice> judged = rooms.db().read(tx -> judged(tx, facts, hash, account));
        return judged.then(invoice -> archive.put(file)).then(kept -> rooms.db().write(tx -> judged(tx, facts, hash, account)
                .map(invoice -> {
                    rooms.ledger().post(tx, entry(invoice, sums(facts, invoice.payable().getCurrencyUnit()).orThrow()));
                    store.received(tx, invoice);
                    tx.touched(ReceivedInvoice.class);
                    return invoice;
                })));
    }

    private Outcome<ReceivedInvoice> judged(Tx tx, Facts facts, String hash, String account) {
        CurrencyUnit book = rooms.ledger().currency(tx);
        if (store.isReceived(tx, hash)) {
            return Outcome.refused(Problem.at("FILE", "invoice.received_before", String.valueOf(facts.id())));
        }
        if (rooms.ledger().accounts(tx).stream().noneMatch(one -> one.number().equals(account))) {
            return Outcome.refused(Problem.at("--account", "invoice.expense_account", account));
        }
        return sums(facts, book).then(sums -> {
            Optional<Problem> locked = rooms.ledger().lockProblem(tx, sums.date());
            return locked.isPresent() ? Outcome.refused(locked.get())
                    : Outcome.ok(new ReceivedInvoice(hash, String.valueOf(facts.seller()), String.valueOf(facts.id()),
                            String.valueOf(facts.issueDate()), sums.gross(), account, sums.date()));
        });
    }

    private static Outcome<Sums> sums(Facts facts, CurrencyUnit book) {
        String net = facts.totals().get("taxExclusive");
        String tax = facts.totals().get("tax");
        if (facts.id() == null || facts.seller() == null || facts.issueDate() == null || net == null) {
            return Outcome.refused(Problem.at("FILE", "invoice.received_incomplete"));
        }
        try {
            CurrencyUnit currency = CurrencyUnit.of(String.valueOf(facts.currency()));
            if (!currency.equals(book)) {
                return Outcome.refused(Problem.at("FILE", "invoice.received_currency", currency.getCode(), book.getCode()));
            }
            Money base = money(currency, net);
            Money levied = tax == null ? Money.zero(currency) : money(currency, tax);
            boolean credit = CREDIT_NOTE.equals(facts.typeCode());
            return Outcome.ok(new Sums(credit ? base.negated() : base, credit ? levied.negated() : levied, LocalDate.parse(facts.issueDate())));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            return Outcome.refused(Problem.at("FILE", "invoice.received_incomplete"));
        }
    }

    private static Money money(CurrencyUnit currency, String amount) {
        return Money.of(currency, new BigDecimal(amount.strip()).stripTrailingZeros());
    }

    private static Entry entry(ReceivedInvoice invoice, Sums sums) {
        List<Entry.Posting> postings = new ArrayList<>();
        postings.add(debit(invoice.account(), sums.net()));
        postings.add(debit(INPUT_TAX, sums.tax()));
        postings.add(debit(PAYABLES, sums.gross().negated()));
        return new Entry(invoice.bookedOn(), "Received " + invoice.number() + " of " + invoice.seller(), new Entry.Source("received", null),
                postings).withoutZeroLines();
    }

    private static Entry.Posting debit(String account, Money amount) {
        return amount.isNegative() ? Entry.Posting.credit(account, amount.negated()) : Entry.Posting.debit(account, amount);
    }

    /** All that became an expense, newest first. */
    public List<ReceivedInvoice> list() {
        return rooms.db().read(store::received);
    }

    /** The file as it came. */
    public Outcome<byte[]> file(ReceivedInvoice invoice) {
        return archive.get(invoice.hash());
    }
}
