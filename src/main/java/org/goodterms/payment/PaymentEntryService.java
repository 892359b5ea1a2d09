package org.goodterms.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodterms.company.Company;
import org.goodterms.company.Series;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Split;
import org.goodterms.kernel.Texts;
import org.goodterms.db.Tx;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.Entry.Posting;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.NewItem;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The entries of payments (the domain rules, section 2, rows 3 to 8d, 10, 13, 14, 24). */
final class PaymentEntryService {
    private final PaymentService.Rooms rooms;

    PaymentEntryService(PaymentService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** The words of a journal line, in the firm's language. */
    String text(Tx tx, String what, String number) {
        return text(rooms.company().company(tx), what, number);
    }

    private static String text(Company company, String what, String number) {
        return Texts.of(company.locale()).get("payment.entry." + what, number);
    }

    /**
     * What a receipt is booked as.
     *
     * @param account that received the money
     * @param number  of the receipt
     * @param base    what the customer is credited with, in the book's currency
     */
    record Booking(Receipt receipt, String account, String number, Money base, Entry.Source source) {
    }

    /** The entry of a receipt, then those of exchange differences that take effect later. */
    List<Entry> receipt(Tx tx, Company company, Booking booking, List<Reduction> reductions,
            List<Allocation> allocations) {
        Receipt receipt = booking.receipt();
        Money base = booking.base();
        CurrencyUnit book = base.getCurrencyUnit();
        Money receivables = base;
        List<Posting> postings = new ArrayList<>();
        Money kept = Money.zero(book);
        List<Posting> less = new ArrayList<>();
        for (Map.Entry<String, Money> deduction : new java.util.TreeMap<>(receipt.less()).entrySet()) {
            Money amount = Receiving.toBook(deduction.getValue(), receipt.rate(), book);
            less.add(Posting.debit(deduction.getKey(), amount));
            kept = kept.plus(amount);
        }
        postings.add(Posting.debit(booking.account(), base.minus(kept)));
        postings.addAll(less);
        List<Entry.TaxLine> taxes = new ArrayList<>();
        for (Reduction reduction : reductions) {
            postings.addAll(reduce(tx, company, reduction, taxes));
            receivables = receivables.plus(reduction.carrying());
        }
        List<Allocation> sameDay = allocations.stream().filter(a -> a.effective().equals(receipt.date())).toList();
        Money gain = sameDay.stream().map(Allocation::exchangeGain).reduce(Money.zero(book), Money::plus);
        postings.add(Posting.credit(Chart.RECEIVABLES, receivables.minus(gain)));
        postings.add(Posting.credit(Chart.FX_DIFFERENCES, gain));
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(receipt.date(), text(company, "receipt", booking.number()), booking.source(), postings,
                taxes, null).withoutZeroLines());
        entries.addAll(ReceivableService.exchangeEntries(allocations.stream().filter(a -> !sameDay.contains(a)).toList(),
                text(company, "exchange", booking.number()), booking.source()));
        return entries;
    }

    private List<Posting> reduce(Tx tx, Company company, Reduction reduction, List<Entry.TaxLine> taxes) {
        if (reduction.kind() == ItemKind.SMALL_DIFFERENCE) {
            return List.of(Posting.debit(Chart.SMALL_DIFFERENCES, reduction.carrying()));
        }
        boolean corrects = company.practice().cashDiscount().correctsTax();
        List<NewItem.Tax> parts = CashDiscount.split(reduction.amount(),
                rooms.receivables().taxes(tx, reduction.of()), corrects);
        List<BigDecimal> weights = new ArrayList<>();
        parts.forEach(part -> {
            weights.add(part.net().getAmount());
            weights.add(part.tax().getAmount());
        });
        List<Money> base = Split.byWeight(reduction.carrying(), weights);
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Money net = base.get(2 * i);
            Money tax = base.get(2 * i + 1);
            postings.add(Posting.debit(Chart.CASH_DISCOUNTS, net));
            postings.add(Posting.debit(Chart.OUTPUT_TAX, tax));
            if (corrects) {
                taxes.add(new Entry.TaxLine("cash-discount", parts.get(i).rate(), net.negated(), tax.negated()));
            }
        }
        return merged(postings);
    }

    /** One line for each account. */
    private static List<Posting> merged(List<Posting> postings) {
        Map<String, Money> sums = new java.util.LinkedHashMap<>();
        postings.forEach(p -> sums.merge(p.account(), p.amount(), Money::plus));
        return sums.entrySet().stream().map(e -> new Posting(e.getKey(), e.getValue())).toList();
    }

    /**
     * Counters the allocations of a payment, and reverses the discounts and small differences that came with it.
     *
     * @param number only those to this item, or null
     */
    List<Allocation> giveBack(Tx tx, Payment payment, @Nullable String number, LocalDate on, Entry.Source source) {
        List<Allocation> back = new ArrayList<>();
        for (OpenItem own : rooms.receivables().bySource(tx, payment.id().value())) {
            if (own.kind().debit()) {
                continue;
            }
            List<Allocation> standing = rooms.receivables().standing(tx, own.id()).stream()
                    .filter(a -> number == null || debitNumber(tx, a).equals(number))
                    .filter(a -> stands(rooms.receivables().byId(tx, a.debit()).orElseThrow().kind()))
                    .toList();
            List<Allocation> counters = rooms.receivables().counter(tx, standing, on, source);
            rooms.receivables().postExchange(tx, counters, text(tx, "exchange", payment.number()), source);
            back.addAll(counters);
            if (!standing.isEmpty() && own.kind() != ItemKind.RECEIPT) {
                cancel(tx, payment, own, standing.getFirst(), on, source);
            }
        }
        return back;
    }

    /** A return and a refund are facts of the bank: nobody takes them back by letting go of an invoice. */
    private static boolean stands(ItemKind settled) {
        return settled != ItemKind.REVERSAL && settled != ItemKind.REFUND;
    }

    private String debitNumber(Tx tx, Allocation allocation) {
        return rooms.receivables().byId(tx, allocation.debit()).orElseThrow().number();
    }

    /** A discount or small difference that is no longer earned: reversal item and entry. */
    private void cancel(Tx tx, Payment payment, OpenItem reduction, Allocation was, LocalDate on, Entry.Source source) {
        OpenItem of = rooms.receivables().byId(tx, was.debit()).orElseThrow();
        Id<OpenItem> reversal = rooms.receivables().open(tx, List.of(NewItem.simple(payment.customer(),
                ItemKind.REVERSAL, reduction.number() + "-X", payment.id().value(), on,
                reduction.original().negated(), reduction.carrying().negated()))).getFirst();
        rooms.receivables().allocate(tx, List.of(new Link(reversal, reduction.id(), reduction.original().negated())),
                on, source).orThrow();
        List<Entry.TaxLine> taxes = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        reduce(tx, rooms.company().company(tx), new Reduction(of, reduction.kind(), reduction.original().negated(),
                reduction.carrying().negated(), reduction.number()), taxes).forEach(p -> postings.add(new Posting(p.account(), p.amount().negated())));
        postings.add(Posting.debit(Chart.RECEIVABLES, reduction.carrying().negated()));
        rooms.ledger().post(tx, new Entry(on, text(tx, "discount_back", payment.number()), source, postings,
                taxes.stream().map(t -> new Entry.TaxLine(t.kind(), t.rate(), t.net().negated(), t.tax().negated()))
                        .toList(), null).withoutZeroLines());
    }

    /**
     * @param account that pays it
     */
    Outcome<Payment> refund(Tx tx, Id<Customer> customer, Money amount, LocalDate on, String note, String account) {
        List<OpenItem> credits = rooms.receivables().openOf(tx, customer).stream()
                .filter(item -> !item.kind().debit()
                        && item.open().getCurrencyUnit().equals(amount.getCurrencyUnit())).toList();
        Money there = credits.stream().map(item -> item.open().negated())
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        if (amount.isGreaterThan(there)) {
            return Outcome.refused(Problem.at("amount", "payment.refund_too_much", amount, there));
        }
        Id<Payment> id = rooms.ids().nextId();
        Entry.Source source = Entry.Source.of("refund", id);
        String number = rooms.numbers().take(tx, Series.RECEIPT, on);
        List<Link> links = new ArrayList<>();
        Money left = amount;
        Money carrying = Money.zero(rooms.ledger().currency(tx));
        List<OpenItem> used = new ArrayList<>();
        for (OpenItem credit : credits) {
            Money share = credit.open().negated().isLessThan(left) ? credit.open().negated() : left;
            if (share.isPositive()) {
                used.add(credit);
                carrying = carrying.plus(org.goodterms.receivable.Allocating.relief(credit, share));
                left = left.minus(share);
            }
        }
        Id<OpenItem> item = rooms.receivables().open(tx, List.of(NewItem.simple(customer, ItemKind.REFUND, number,
                id.value(), on, amount, carrying))).getFirst();
        left = amount;
        for (OpenItem credit : used) {
            Money share = credit.open().negated().isLessThan(left) ? credit.open().negated() : left;
            links.add(new Link(item, credit.id(), share));
            left = left.minus(share);
        }
        Money paid = carrying;
        return rooms.receivables().allocate(tx, links, on, source).map(allocations -> {
            PostedEntry entry = rooms.ledger().post(tx, new Entry(on, text(tx, "refund", number), source, List.of(
                    Posting.debit(Chart.RECEIVABLES, paid), Posting.credit(account, paid))));
            rooms.receivables().postExchange(tx, allocations, text(tx, "exchange", number), source);
            return new Payment(id, customer, Payment.Kind.REFUND, on, amount, BigDecimal.ONE, Method.BANK, account,
                    "", note, item, entry.id(), number, on);
        });
    }
}
