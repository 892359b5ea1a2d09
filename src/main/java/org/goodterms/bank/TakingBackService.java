package org.goodterms.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Takes a match back, whatever it was: the money stands on suspense again from that day on. */
final class TakingBackService {
    private final BankService.Rooms rooms;
    private final BankStore store = new BankStore();
    private final DebtStore debts = new DebtStore();

    TakingBackService(BankService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** Whether the receipt of a match came back meanwhile. */
    boolean cameBack(Tx tx, Match match) {
        return match.payment() != null && debts.isReturned(tx, match.payment());
    }

    Outcome<Id<BankLine>> takeBack(Tx tx, BankLine line, Match match, LocalDate on) {
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        CurrencyUnit book = line.amount().getCurrencyUnit();
        Map<String, Money> bookings = store.bookings(tx, match.id(), book);
        return switch (match.kind()) {
            case SUSPENSE -> Outcome.ok(line.id());
            case RECEIPT, REFUND -> withdraw(tx, line, match, bookings, on);
            case RECORDED -> {
                rooms.ledger().post(tx, ReceiptService.suspense(line, on, ""));
                yield Outcome.ok(line.id());
            }
            case RETURN -> standAgain(tx, line, match, bookings, on);
            case RECOVERY -> Outcome.refused(Problem.of("bank.recovery_stays", match.item()));
            case BOOKED -> {
                reverse(tx, line, match, bookings, line.amount().negated(), on);
                yield Outcome.ok(line.id());
            }
        };
    }

    /** The accounts of a match the other way round, against suspense. */
    private void reverse(Tx tx, BankLine line, Match match, Map<String, Money> bookings, Money suspense, LocalDate on) {
        List<Entry.Posting> postings = new ArrayList<>();
        bookings.forEach((account, amount) -> postings.add(new Entry.Posting(account, amount.negated())));
        postings.add(new Entry.Posting(Chart.SUSPENSE, suspense));
        rooms.ledger().post(tx, new Entry(on, ReceiptService.told(line), new Entry.Source("bank-undo", match.id()),
                postings, List.of(), match.entry()));
    }

    private Outcome<Id<BankLine>> withdraw(Tx tx, BankLine line, Match match, Map<String, Money> less, LocalDate on) {
        rooms.receivables().counter(tx, rooms.receivables().standingBySource(tx, match.id()), on,
                new Entry.Source("bank-undo", match.id()));
        return rooms.paying().withdrawals().withdraw(tx, Objects.requireNonNull(match.payment()), on, Chart.SUSPENSE,
                Map.of()).map(payment -> {
                    if (!less.isEmpty()) {
                        Money sum = less.values().stream().reduce(Money.zero(line.amount().getCurrencyUnit()), Money::plus);
                        reverse(tx, line, match, less, sum, on);
                    }
                    return line.id();
                });
    }

    /** The line was no return after all: the customer's money stands again, as a receipt of its own. */
    private Outcome<Id<BankLine>> standAgain(Tx tx, BankLine line, Match match, Map<String, Money> fee, LocalDate on) {
        Payment payment = rooms.payments().byId(tx, Objects.requireNonNull(match.payment())).orElseThrow();
        if (!match.item().isEmpty()) {
            return Outcome.refused(Problem.of("bank.return_recharged", payment.number()));
        }
        List<Settlement.Part> parts = debts.returned(tx, payment.id()).stream().map(s -> part(tx, s))
                .filter(p -> p.amount().isPositive()).toList();
        Settlement settlement = parts.isEmpty() ? new Settlement.Unapplied() : new Settlement.ByHand(parts);
        BigDecimal rate = payment.rate();
        return rooms.payments().receive(tx, new Receipt(payment.customer(), on, payment.amount(), rate, Method.BANK,
                settlement, List.of(), Map.of(), payment.reference(), ""), Chart.SUSPENSE, payment.received())
                .map(again -> {
                    if (!fee.isEmpty()) {
                        Money sum = fee.values().stream().reduce(Money.zero(line.amount().getCurrencyUnit()), Money::plus);
                        reverse(tx, line, match, fee, sum, on);
                    }
                    return line.id();
                });
    }

    /** As much of what it had settled as is open now. */
    private Settlement.Part part(Tx tx, DebtStore.Settled was) {
        Money open = rooms.receivables().byNumber(tx, was.debit()).stream()
                .filter(i -> i.open().getCurrencyUnit().equals(was.amount().getCurrencyUnit())).map(i -> i.open())
                .reduce(Money.zero(was.amount().getCurrencyUnit()), Money::plus);
        return new Settlement.Part(was.debit(), open.isLessThan(was.amount()) ? open : was.amount());
    }
}
