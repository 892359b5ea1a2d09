package org.goodterms.bank;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Payment;
import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a person decides about a line: it takes effect on the day it is decided, and takes the place of what stood. */
public final class BankMatchService {
    private final BankService.Rooms rooms;
    private final BankService lines;
    private final BankStore store = new BankStore();
    private final HandService hands;
    private final TakingBackService takingBack;

    public BankMatchService(BankService.Rooms rooms, BankService lines) {
        this.rooms = rooms;
        this.lines = lines;
        this.hands = new HandService(rooms);
        this.takingBack = new TakingBackService(rooms);
    }

    /** Matches a line; a match equal to the present one changes nothing. */
    public Outcome<LineStanding> match(Id<BankLine> id, HandMatch hand) {
        return rooms.db().write(tx -> {
            CurrencyUnit book = rooms.ledger().currency(tx);
            Optional<BankLine> found = store.line(tx, id, book);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.at("LINE", "bank.no_such_line", id.toString()));
            }
            BankLine line = found.get();
            Match present = store.match(tx, id);
            LineStanding standing = standing(tx, line, book);
            if (same(tx, standing, present, hand, book)) {
                return Outcome.ok(standing);
            }
            LocalDate on = day(tx, line);
            UUID next = rooms.ids().next();
            return rematch(tx, line, present, standing, hand, next, on).then(match -> put(tx, line, present, match, hand, on))
                    .map(done -> standing(tx, line, book));
        });
    }

    private Outcome<HandService.Made> rematch(Tx tx, BankLine line, Match present, LineStanding standing, HandMatch hand,
            UUID next, LocalDate on) {
        boolean plain = hand instanceof HandMatch.OfCustomer of && line.incoming() && of.paid() == null
                && of.less().isEmpty() && of.discounts().isEmpty() && of.customer().equals(present.customer());
        if (plain && (present.kind() == MatchKind.RECEIPT || present.kind() == MatchKind.RECORDED) && standing.bookings().isEmpty()
                && !takingBack.cameBack(tx, present)) {
            return hands.reallocate(tx, line, present, (HandMatch.OfCustomer) hand, next, on);
        }
        Outcome<Id<BankLine>> back = present.kind() == MatchKind.SUSPENSE ? Outcome.ok(line.id())
                : takingBack.takeBack(tx, line, present, on);
        return back.then(free -> hands.make(tx, line, hand, next, on));
    }

    private Outcome<Match> put(Tx tx, BankLine line, Match present, HandService.Made made, HandMatch hand, LocalDate on) {
        store.insertMatches(tx, List.of(made.match()));
        store.insertBookings(tx, made.match().id(), made.bookings());
        if (!store.replace(tx, line.id(), present.id(), made.match().id())) {
            return Outcome.refused(Problem.of("bank.changed_elsewhere"));
        }
        if (hand instanceof HandMatch.OfCustomer of && line.incoming() && !line.iban().isEmpty()) {
            store.learn(tx, rooms.ids().next(), line, of.customer(), on);
        }
        tx.touched(BankLine.class);
        return Outcome.ok(made.match());
    }

    /** Takes back whatever a line was matched with, in one step: it stands on suspense again. */
    public Outcome<LineStanding> undo(Id<BankLine> id) {
        return rooms.db().write(tx -> {
            CurrencyUnit book = rooms.ledger().currency(tx);
            Optional<BankLine> found = store.line(tx, id, book);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.at("LINE", "bank.no_such_line", id.toString()));
            }
            BankLine line = found.get();
            Match present = store.match(tx, id);
            if (present.kind() == MatchKind.SUSPENSE) {
                return Outcome.ok(standing(tx, line, book));
            }
            LocalDate on = day(tx, line);
            return takingBack.takeBack(tx, line, present, on).then(free -> {
                Match suspense = Match.suspense(rooms.ids().next(), line.id(), null, null, on);
                store.insertMatches(tx, List.of(suspense));
                store.unlearn(tx, line.id());
                tx.touched(BankLine.class);
                return store.replace(tx, line.id(), present.id(), suspense.id()) ? Outcome.ok(standing(tx, line, book))
                        : Outcome.refused(Problem.of("bank.changed_elsewhere"));
            });
        });
    }

    /** The day it is decided on, but not before the line itself. */
    private LocalDate day(Tx tx, BankLine line) {
        LocalDate today = rooms.company().today(tx);
        return today.isBefore(line.booked()) ? line.booked() : today;
    }

    private LineStanding standing(Tx tx, BankLine line, CurrencyUnit book) {
        return lines.standings(tx, List.of(line), false, book).getFirst();
    }

    private boolean same(Tx tx, LineStanding standing, Match present, HandMatch hand, CurrencyUnit book) {
        return switch (hand) {
            case HandMatch.OfCustomer of -> sameCustomer(tx, standing, present, of, book);
            case HandMatch.CameBack back -> present.kind() == MatchKind.RETURN && back.payment().equals(present.payment());
            case HandMatch.Already already -> present.kind() == MatchKind.RECORDED && already.entry().equals(present.entry());
            case HandMatch.Recovered recovered -> present.kind() == MatchKind.RECOVERY
                    && present.item().equals(recovered.number());
            case HandMatch.Booked booked -> present.kind() == MatchKind.BOOKED
                    && HandService.debits(booked).equals(store.bookings(tx, present.id(), book));
        };
    }

    private boolean sameCustomer(Tx tx, LineStanding standing, Match present, HandMatch.OfCustomer of, CurrencyUnit book) {
        if (!of.customer().equals(present.customer()) || of.paid() != null
                || !of.less().equals(store.bookings(tx, present.id(), book))) {
            return false;
        }
        if (present.kind() == MatchKind.REFUND) {
            return true;
        }
        if (present.kind() != MatchKind.RECEIPT && present.kind() != MatchKind.RECORDED || takingBack.cameBack(tx, present)) {
            return false;
        }
        Map<String, Money> there = standing.allocated().stream().collect(Collectors.toMap(LineStanding.Applied::number,
                LineStanding.Applied::amount, Money::plus, LinkedHashMap::new));
        Map<String, Money> discounts = standing.allocated().stream().filter(a -> a.discount() != null)
                .collect(Collectors.toMap(LineStanding.Applied::number, a -> Objects.requireNonNull(a.discount())));
        return parts(of.discounts()).equals(discounts) && switch (of.settlement()) {
            case Settlement.Unapplied() -> there.isEmpty();
            case Settlement.OldestFirst() -> usedUp(tx, present);
            case Settlement.ByHand(List<Settlement.Part> parts) -> parts(parts).equals(there);
        };
    }

    private boolean usedUp(Tx tx, Match present) {
        Payment payment = rooms.payments().byId(tx, Objects.requireNonNull(present.payment())).orElseThrow();
        return rooms.receivables().byId(tx, payment.item()).orElseThrow().open().isZero();
    }

    private static Map<String, Money> parts(List<Settlement.Part> parts) {
        return parts.stream().collect(Collectors.toMap(Settlement.Part::number, Settlement.Part::amount, Money::plus));
    }

}
