package org.goodterms.bank;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.payment.Method;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Carries out what a person says of a line that stands on suspense. */
final class HandService {
    /** How far a rate told by hand may lie from what the bank's line makes of it. */
    private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.01");
    private static final int RATE_DECIMALS = 8;
    private final BankService.Rooms rooms;
    private final ReceiptService receipts;
    private final RecordedStore recorded = new RecordedStore();

    HandService(BankService.Rooms rooms) {
        this.rooms = rooms;
        this.receipts = new ReceiptService(rooms);
    }

    /** A match and the accounts it was booked to. */
    record Made(Match match, Map<String, Money> bookings) {
    }

    Outcome<Made> make(Tx tx, BankLine line, HandMatch hand, UUID id, LocalDate on) {
        return switch (hand) {
            case HandMatch.OfCustomer of -> line.incoming() ? receipt(tx, line, of, id, on) : refund(tx, line, of, id, on);
            case HandMatch.CameBack back -> comeBack(tx, line, back, id, on);
            case HandMatch.Booked booked -> book(tx, line, booked, id, on);
            case HandMatch.Already already -> already(tx, line, already.entry(), id, on);
            case HandMatch.Recovered recovered -> rooms.paying().recoveries().recover(tx, recovered.number(),
                    line.amount(), on, Chart.SUSPENSE).map(done -> new Made(new Match(id, line.id(), MatchKind.RECOVERY, null,
                            done.customer(), done.payment(), null, done.number(), on), Map.of()));
        };
    }

    /** Another allocation of the same receipt: its money stays where it is. */
    Outcome<Made> reallocate(Tx tx, BankLine line, Match present, HandMatch.OfCustomer of, UUID id, LocalDate on) {
        Payment payment = rooms.payments().byId(tx, Objects.requireNonNull(present.payment())).orElseThrow();
        rooms.receivables().counter(tx, rooms.receivables().standingBySource(tx, present.id()), on,
                new Entry.Source("bank-match", present.id()));
        if (!rooms.payments().allocations(tx, payment).isEmpty()) {
            Outcome<?> back = rooms.payments().unallocate(tx, payment.id(), null, on);
            if (!back.isOk()) {
                return Outcome.refused(back.problems());
            }
        }
        Match match = new Match(id, line.id(), MatchKind.RECEIPT, null, of.customer(), payment.id(), null, "", on);
        return settlement(tx, of, id, on).then(settlement -> settlement instanceof Settlement.Unapplied
                ? Outcome.ok(new Made(match, Map.of()))
                : rooms.payments().allocate(tx, payment, settlement, on).map(done -> new Made(match, Map.of())));
    }

    /** Credits named by hand are used up first; what is left is for the money. */
    private Outcome<Settlement> settlement(Tx tx, HandMatch.OfCustomer of, UUID id, LocalDate on) {
        if (of.settlement() instanceof Settlement.ByHand(List<Settlement.Part> parts)
                && parts.stream().anyMatch(p -> p.amount().isNegative())) {
            List<Decision.Share> shares = parts.stream().map(p -> new Decision.Share(p.number(), p.amount(),
                    Money.zero(p.amount().getCurrencyUnit()))).toList();
            return receipts.useCredits(tx, of.customer(), id, shares, on)
                    .map(paid -> paid.isEmpty() ? new Settlement.Unapplied() : new Settlement.ByHand(paid));
        }
        return Outcome.ok(of.settlement());
    }

    private Outcome<Made> receipt(Tx tx, BankLine line, HandMatch.OfCustomer of, UUID id, LocalDate on) {
        CurrencyUnit book = line.amount().getCurrencyUnit();
        Optional<Problem> wrong = lessProblem(tx, of.less(), book);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Money credited = of.less().values().stream().reduce(line.amount(), Money::plus);
        Money amount = credited;
        BigDecimal rate = BigDecimal.ONE;
        HandMatch.Foreign paid = of.paid();
        if (paid != null && !paid.amount().getCurrencyUnit().equals(book)) {
            amount = paid.amount();
            // the line says what came in: the exact rate follows from it, the one told must lie near
            rate = amount.getAmount().divide(credited.getAmount(), RATE_DECIMALS, RoundingMode.HALF_UP);
            BigDecimal off = rate.subtract(paid.rate()).abs().divide(rate, MathContext.DECIMAL64);
            Money told = Rounding.HALF_UP.toMoney(amount.getAmount().divide(paid.rate(), MathContext.DECIMAL128), book);
            if (off.compareTo(RATE_TOLERANCE) > 0) {
                return Outcome.refused(Problem.at("rate", "bank.rate", paid.amount(), paid.rate().toPlainString(), told,
                        credited));
            }
            rate = told.equals(credited) ? paid.rate() : rate;
        } else if (paid != null && !paid.amount().equals(credited)) {
            return Outcome.refused(Problem.at("amount", "bank.amount", paid.amount(), line.amount(), credited));
        }
        Money whole = amount;
        BigDecimal exact = rate;
        return settlement(tx, of, id, on).then(settlement -> rooms.payments().receive(tx, new Receipt(of.customer(), on,
                whole, exact, Method.BANK, settlement, of.discounts(), Map.of(), ReceiptService.told(line), ""),
                Chart.SUSPENSE, line.booked())).map(payment -> {
                    keptBack(tx, line, of.less(), id, on);
                    return new Made(new Match(id, line.id(), MatchKind.RECEIPT, null, of.customer(), payment.id(), null,
                            "", on), new TreeMap<>(of.less()));
                });
    }

    private Optional<Problem> lessProblem(Tx tx, Map<String, Money> less, CurrencyUnit book) {
        Set<String> accounts = accounts(tx);
        return less.entrySet().stream().filter(e -> !accounts.contains(e.getKey()) || e.getKey().equals(Chart.RECEIVABLES))
                .findFirst().map(e -> Problem.at("less", "ledger.no_such_account", e.getKey()))
                .or(() -> less.values().stream().filter(a -> !a.isPositive() || !a.getCurrencyUnit().equals(book)).findFirst()
                        .map(a -> Problem.at("less", "receivable.not_positive", a)));
    }

    /** What was kept back on the way is our cost (rows 14 and 22). */
    private void keptBack(Tx tx, BankLine line, Map<String, Money> less, UUID id, LocalDate on) {
        if (!less.isEmpty()) {
            List<Entry.Posting> postings = new ArrayList<>();
            Money sum = Money.zero(line.amount().getCurrencyUnit());
            for (Map.Entry<String, Money> one : new TreeMap<>(less).entrySet()) {
                postings.add(Entry.Posting.debit(one.getKey(), one.getValue()));
                sum = sum.plus(one.getValue());
            }
            postings.add(Entry.Posting.credit(Chart.SUSPENSE, sum));
            rooms.ledger().post(tx, new Entry(on, ReceiptService.told(line), new Entry.Source("bank-match", id), postings));
        }
    }

    private Outcome<Made> refund(Tx tx, BankLine line, HandMatch.OfCustomer of, UUID id, LocalDate on) {
        if (!(of.settlement() instanceof Settlement.Unapplied) || !of.discounts().isEmpty() || of.paid() != null
                || !of.less().isEmpty()) {
            return Outcome.refused(Problem.at("allocate", "bank.refund_plain", line.amount()));
        }
        return rooms.payments().refund(tx, of.customer(), line.amount().negated(), on, ReceiptService.told(line),
                Chart.SUSPENSE).map(payment -> new Made(new Match(id, line.id(), MatchKind.REFUND, null, of.customer(),
                        payment.id(), null, "", on), Map.of()));
    }

    private Outcome<Made> comeBack(Tx tx, BankLine line, HandMatch.CameBack back, UUID id, LocalDate on) {
        Optional<Payment> payment = rooms.payments().byId(tx, back.payment());
        if (payment.isEmpty()) {
            return Outcome.refused(Problem.at("bounce", "payment.none", back.payment().toString()));
        }
        OpenItem item = rooms.receivables().byId(tx, payment.get().item()).orElseThrow();
        Money fee = line.amount().negated().minus(item.carrying().negated());
        if (line.incoming() || fee.isNegative()) {
            return Outcome.refused(Problem.at("bounce", "bank.return_amount", line.amount(), item.carrying().negated()));
        }
        return rooms.paying().returns().bounce(tx, new PaymentReturn(back.payment(), on, fee, back.recharge(),
                back.chargeback()), Chart.SUSPENSE).map(done -> new Made(new Match(id, line.id(), MatchKind.RETURN, null,
                        payment.get().customer(), back.payment(), null, back.recharge().isPositive() ? "recharged" : "",
                        on), fee.isPositive() ? Map.of(Chart.BANK_CHARGES, fee) : Map.of()));
    }

    /** The money stands on the account by that entry: what the line brought there goes again. */
    private Outcome<Made> already(Tx tx, BankLine line, Id<PostedEntry> entry, UUID id, LocalDate on) {
        Optional<Recorded> found = recorded.of(tx, line.account(), LocalDate.EPOCH, line.booked().plusDays(RecordedMoney.NEAR),
                line.amount().getCurrencyUnit()).stream().filter(one -> one.entry().equals(entry)).findFirst();
        if (found.isEmpty() || !found.get().amount().equals(line.amount())) {
            return Outcome.refused(Problem.at("recorded", "bank.not_recorded", line.amount(), line.account()));
        }
        Optional<Problem> locked = rooms.ledger().lockProblem(tx, on);
        if (locked.isPresent()) {
            return Outcome.refused(locked.get());
        }
        rooms.ledger().post(tx, ReceiptService.back(line, on));
        return Outcome.ok(new Made(new Match(id, line.id(), MatchKind.RECORDED, null, found.get().customer(),
                found.get().payment(), entry, "", on), Map.of()));
    }

    private Set<String> accounts(Tx tx) {
        return rooms.ledger().accounts(tx).stream().map(Account::number).collect(Collectors.toSet());
    }

    /** The accounts with debits positive: money that went out is a debit there. */
    static Map<String, Money> debits(HandMatch.Booked booked) {
        Map<String, Money> debits = new LinkedHashMap<>();
        booked.accounts().forEach((account, amount) -> debits.put(account, amount.negated()));
        return debits;
    }

    private Outcome<Made> book(Tx tx, BankLine line, HandMatch.Booked booked, UUID id, LocalDate on) {
        Optional<Problem> wrong = bookProblem(tx, line, booked, on);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Map<String, Money> debits = debits(booked);
        List<Entry.Posting> postings = new ArrayList<>();
        debits.forEach((account, amount) -> postings.add(new Entry.Posting(account, amount)));
        postings.add(new Entry.Posting(Chart.SUSPENSE, line.amount()));
        PostedEntry entry = rooms.ledger().post(tx, new Entry(on, ReceiptService.told(line),
                new Entry.Source("bank-match", id), postings));
        return Outcome.ok(new Made(new Match(id, line.id(), MatchKind.BOOKED, null, null, null, entry.id(), "", on),
                debits));
    }

    private Optional<Problem> bookProblem(Tx tx, BankLine line, HandMatch.Booked booked, LocalDate on) {
        Set<String> accounts = accounts(tx);
        @Nullable String unknown = booked.accounts().keySet().stream().filter(a -> !accounts.contains(a)).findFirst()
                .orElse(null);
        if (unknown != null) {
            return Optional.of(Problem.at("split", "ledger.no_such_account", unknown));
        }
        if (booked.accounts().containsKey(Chart.RECEIVABLES)) {
            return Optional.of(Problem.at("split", "bank.split_receivables", Chart.RECEIVABLES));
        }
        Money sum = booked.accounts().values().stream().reduce(Money.zero(line.amount().getCurrencyUnit()), Money::plus);
        if (!sum.equals(line.amount()) || booked.accounts().values().stream().anyMatch(Money::isZero)) {
            return Optional.of(Problem.at("split", "bank.split_sum", sum, line.amount()));
        }
        return rooms.ledger().lockProblem(tx, on);
    }
}
