package org.goodterms.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goodterms.agreement.PlanService;
import org.goodterms.claim.RecoveryService;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.ledger.LedgerService;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.ReturnService;
import org.goodterms.payment.WithdrawalService;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.ReceivableService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Shows the lines of the bank with what became of them. */
public final class BankService {
    private final Rooms rooms;
    private final BankStore store = new BankStore();
    private final DebtStore debts = new DebtStore();
    private final RecordedStore recorded = new RecordedStore();
    private final LearnedStore learned = new LearnedStore();

    /** The rooms below that a bank line touches. */
    public record Rooms(Database db, Ids ids, CompanyService company, LedgerService ledger,
            ReceivableService receivables, Paying paying, PlanService plans) {
        PaymentService payments() {
            return paying.payments();
        }
    }

    /** The doors through which money goes to customers. */
    public record Paying(PaymentService payments, ReturnService returns, WithdrawalService withdrawals,
            RecoveryService recoveries) {
    }

    public BankService(Rooms rooms) {
        this.rooms = rooms;
    }

    /** All lines in the order of their booking dates; with {@code unmatched} those a person has to look at. */
    public List<LineStanding> list(boolean unmatched) {
        return rooms.db().read(tx -> {
            CurrencyUnit book = rooms.ledger().currency(tx);
            return standings(tx, store.all(tx, book), unmatched, book);
        });
    }

    /** One line as it stands. */
    public Optional<LineStanding> standing(Id<BankLine> id) {
        return rooms.db().read(tx -> {
            CurrencyUnit book = rooms.ledger().currency(tx);
            return standings(tx, store.line(tx, id, book).stream().toList(), false, book).stream().findFirst();
        });
    }

    /** Lines of that booking date and signed amount, in the order recorded. */
    public List<BankLine> named(LocalDate booked, java.math.BigDecimal amount) {
        return rooms.db().read(tx -> {
            CurrencyUnit book = rooms.ledger().currency(tx);
            return org.goodterms.kernel.MoneyText.parse(amount.toPlainString(), book)
                    .map(money -> store.named(tx, booked, money.getAmountMinorLong(), book)).orElse(List.of());
        });
    }

    public Optional<BankLine> line(Id<BankLine> id) {
        return rooms.db().read(tx -> store.line(tx, id, rooms.ledger().currency(tx)));
    }

    /** What was allocated by each payment and each match. */
    private record Settled(Map<UUID, List<DebtStore.Settled>> bySource) {
        /** Documents in order with what was settled of them; credits used up are negative. */
        List<LineStanding.Applied> of(Match match) {
            Map<String, Money> amounts = new LinkedHashMap<>();
            Map<String, Money> discounts = new HashMap<>();
            List<DebtStore.Settled> all = new ArrayList<>(bySource.getOrDefault(match.id(), List.of()));
            if (match.payment() != null) {
                all.addAll(bySource.getOrDefault(match.payment().value(), List.of()));
            }
            for (DebtStore.Settled one : all) {
                if (one.creditKind() == ItemKind.DISCOUNT) {
                    discounts.merge(one.debit(), one.amount(), Money::plus);
                } else if (one.creditKind() != ItemKind.SMALL_DIFFERENCE) {
                    amounts.merge(one.debit(), one.amount(), Money::plus);
                }
            }
            all.stream().filter(one -> one.source().equals(match.id()))
                    .forEach(one -> amounts.merge(one.credit(), one.amount().negated(), Money::plus));
            boolean back = match.kind() == MatchKind.RETURN;
            return amounts.entrySet().stream().map(e -> new LineStanding.Applied(e.getKey(),
                    back ? e.getValue().negated() : e.getValue(), discounts.get(e.getKey()))).toList();
        }
    }

    private Settled settled(Tx tx) {
        Map<UUID, List<DebtStore.Settled>> bySource = new HashMap<>();
        debts.settled(tx).forEach(s -> bySource.computeIfAbsent(s.source(), k -> new ArrayList<>()).add(s));
        return new Settled(bySource);
    }

    List<LineStanding> standings(Tx tx, List<BankLine> lines, boolean unmatched, CurrencyUnit book) {
        Map<Id<BankLine>, Match> matches = store.matches(tx);
        Settled settled = settled(tx);
        Set<UUID> unapplied = debts.unapplied(tx);
        Map<Id<Customer>, String> codes = debts.codes(tx);
        Proposing proposing = null;
        List<LineStanding> standings = new ArrayList<>();
        for (BankLine line : lines) {
            Match match = Objects.requireNonNull(matches.get(line.id()));
            LineStanding.State state = state(match, unapplied);
            if (unmatched && state == LineStanding.State.MATCHED) {
                continue;
            }
            List<Proposal> proposals = List.of();
            if (state != LineStanding.State.MATCHED) {
                proposing = proposing == null ? proposing(tx, settled, matches, lines) : proposing;
                proposals = proposing.of(line);
            }
            boolean booked = match.kind() == MatchKind.BOOKED || match.kind() == MatchKind.RECEIPT && match.rule() == null;
            standings.add(new LineStanding(line, state, match.kind(), match.rule(), match.customer(),
                    match.customer() == null ? null : codes.get(match.customer()), settled.of(match),
                    booked ? store.bookings(tx, match.id(), book) : Map.of(), proposals));
        }
        return standings;
    }

    private static LineStanding.State state(Match match, Set<UUID> unapplied) {
        return switch (match.kind()) {
            case SUSPENSE -> LineStanding.State.SUSPENSE;
            case RECEIPT, RECORDED -> match.payment() != null && unapplied.contains(match.payment().value())
                    ? LineStanding.State.UNAPPLIED : LineStanding.State.MATCHED;
            case REFUND, RETURN, RECOVERY, BOOKED -> LineStanding.State.MATCHED;
        };
    }

    /** What a person recorded around these days, by account. */
    private Map<String, RecordedMoney> recorded(Tx tx, List<BankLine> lines, CurrencyUnit book) {
        Map<String, RecordedMoney> byAccount = new HashMap<>();
        lines.stream().map(BankLine::account).distinct().forEach(account -> byAccount.put(account,
                new RecordedMoney(recorded.of(tx, account, lines.getFirst().booked().minusDays(RecordedMoney.NEAR),
                        lines.getLast().booked().plusDays(RecordedMoney.NEAR), book))));
        return byAccount;
    }

    private Proposing proposing(Tx tx, Settled settled, Map<Id<BankLine>, Match> matches, List<BankLine> asked) {
        CurrencyUnit book = asked.getFirst().amount().getCurrencyUnit();
        Map<Id<Payment>, BankLine> lineOf = new HashMap<>();
        Map<String, String> booked = new HashMap<>();
        for (BankLine line : store.all(tx, book)) {
            Match match = Objects.requireNonNull(matches.get(line.id()));
            if ((match.kind() == MatchKind.RECEIPT || match.kind() == MatchKind.RECORDED) && match.payment() != null) {
                lineOf.put(match.payment(), line);
            }
        }
        learned.habits(tx).forEach(habit -> booked.put(habit.key(), habit.account()));
        Map<Money, List<Proposing.Returnable>> returnable = new HashMap<>();
        for (DebtStore.Returnable one : debts.returnable(tx)) {
            BankLine line = lineOf.get(one.payment());
            List<String> numbers = settled.bySource().getOrDefault(one.payment().value(), List.of()).stream()
                    .map(DebtStore.Settled::debit).distinct().toList();
            returnable.computeIfAbsent(one.amount(), k -> new ArrayList<>()).add(new Proposing.Returnable(one.payment(),
                    one.customer(), one.amount(), numbers, line == null ? "" : line.iban()));
        }
        return new Proposing(new Payers(debts.payers(tx, store.links(tx))), debts.debts(tx),
                new Proposing.Facts(returnable, debts.credits(tx, book), booked, recorded(tx, asked, book)));
    }
}
