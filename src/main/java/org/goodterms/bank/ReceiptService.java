package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.ReceiptsService;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.Link;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;

/** Makes a customer's receipt of a line, together with the credits that are used up beside it. */
final class ReceiptService {
    private static final int LONGEST = 500;
    private final BankService.Rooms rooms;

    ReceiptService(BankService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** Text of the bank for a journal line or a receipt's reference. */
    static String told(BankLine line) {
        String both = line.payer().isEmpty() ? line.text() : line.text().isEmpty() ? line.payer()
                : line.payer() + ": " + line.text();
        String text = both.isBlank() ? "-" : both;
        return text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) : text;
    }

    /**
     * Takes the receipt; it is written with the others of the import. Where credits are used up with it, what was taken
     * before is written already.
     */
    Outcome<Id<Payment>> receive(Tx tx, ReceiptsService receipts, BankLine line, UUID match, Decision decision,
            LocalDate on) {
        Id<Customer> customer = java.util.Objects.requireNonNull(decision.customer());
        return useCredits(tx, customer, match, decision.shares(), on).then(paid -> {
            Settlement settlement = paid.isEmpty() ? new Settlement.Unapplied() : new Settlement.ByHand(paid);
            List<Settlement.Part> discounts = decision.shares().stream().filter(s -> s.discount().isPositive())
                    .map(s -> new Settlement.Part(s.number(), s.discount())).toList();
            return receipts.add(new Receipt(customer, on, line.amount(), BigDecimal.ONE, Method.BANK,
                    settlement, discounts, Map.of(), told(line), ""), line.account(), line.booked());
        });
    }

    /** Allocates the credits to the documents in order; gives what is left for the money to settle. */
    Outcome<List<Settlement.Part>> useCredits(Tx tx, Id<Customer> customer, UUID match, List<Decision.Share> shares,
            LocalDate on) {
        List<Decision.Share> credits = shares.stream().filter(s -> s.amount().isNegative()).toList();
        List<Settlement.Part> paid = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (Decision.Share credit : credits) {
            Outcome<List<Piece>> found = pieces(tx, customer, credit.number(), credit.amount().negated(), false);
            if (!found.isOk()) {
                return Outcome.refused(found.problems());
            }
            pieces.addAll(found.orThrow());
        }
        for (Decision.Share share : shares) {
            Money left = share.amount();
            if (!left.isPositive()) {
                continue;
            }
            if (!pieces.isEmpty()) {
                Outcome<List<Piece>> parts = pieces(tx, customer, share.number(), left, true);
                if (!parts.isOk()) {
                    return Outcome.refused(parts.problems());
                }
                for (Piece part : parts.orThrow()) {
                    left = left.minus(join(part, pieces, links));
                }
            }
            if (left.isPositive()) {
                paid.add(new Settlement.Part(share.number(), left));
            }
        }
        if (!pieces.isEmpty()) {
            return Outcome.refused(Problem.at("allocate", "bank.credit_left", credits.getLast().number()));
        }
        return links.isEmpty() ? Outcome.ok(paid) : rooms.receivables().allocate(tx, links, on,
                new Entry.Source("bank-match", match)).map(done -> paid);
    }

    /** A part of a document and how much of it is meant. */
    private record Piece(Id<OpenItem> item, Money amount) {
    }

    private static Money join(Piece debit, List<Piece> credits, List<Link> links) {
        Money joined = Money.zero(debit.amount().getCurrencyUnit());
        while (!credits.isEmpty() && debit.amount().isGreaterThan(joined)) {
            Piece credit = credits.getFirst();
            Money free = debit.amount().minus(joined);
            Money share = credit.amount().isGreaterThan(free) ? free : credit.amount();
            links.add(new Link(debit.item(), credit.item(), share));
            joined = joined.plus(share);
            credits.removeFirst();
            if (credit.amount().isGreaterThan(share)) {
                credits.addFirst(new Piece(credit.item(), credit.amount().minus(share)));
            }
        }
        return joined;
    }

    private Outcome<List<Piece>> pieces(Tx tx, Id<Customer> customer, String number, Money amount, boolean debit) {
        List<OpenItem> items = rooms.receivables().byNumber(tx, number).stream()
                .filter(i -> i.customer().equals(customer) && i.kind().debit() == debit && !i.open().isZero()
                        && i.open().getCurrencyUnit().equals(amount.getCurrencyUnit())).toList();
        List<Piece> pieces = new ArrayList<>();
        Money left = amount;
        for (OpenItem item : items) {
            Money share = item.open().abs().isGreaterThan(left) ? left : item.open().abs();
            if (share.isPositive()) {
                pieces.add(new Piece(item.id(), share));
                left = left.minus(share);
            }
        }
        return left.isPositive() ? Outcome.refused(items.isEmpty() ? Problem.at("allocate", "payment.no_such_item", number)
                : Problem.at("allocate", "receivable.more_than_open", number, amount.minus(left), amount)) : Outcome.ok(pieces);
    }

    /** The line leaves its bank account again: its money stands there already. */
    static Entry back(BankLine line, LocalDate on) {
        Entry there = suspense(line, on, "");
        return new Entry(on, there.text(), there.source(), there.postings().stream()
                .map(p -> new Entry.Posting(p.account(), p.amount().negated())).toList());
    }

    /** The line on its bank account against suspense. */
    static Entry suspense(BankLine line, LocalDate on, String note) {
        return new Entry(on, told(line) + note, Entry.Source.of("bank-line", line.id()), List.of(
                new Entry.Posting(line.account(), line.amount()),
                new Entry.Posting(Chart.SUSPENSE, line.amount().negated())));
    }
}
