package org.goodterms.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * What is contested of one item on a day: the amounts of its open disputes, less what credit notes have covered of the item
 * since the first of them was opened; never below zero. A credit note that settles a part of it is an answer to the dispute,
 * so that part is neither asked for nor contested any more.
 */
final class Contested {

    private Contested() {
    }

    /** When the first dispute that is open was opened: its day, and when it was written down. */
    record Since(LocalDate day, Instant at) {
    }

    /** A part of a credit note that settles the item; below zero where that was taken back. */
    record Credit(Money amount, LocalDate day, Instant at) {
        boolean answers(Since since) {
            return !day.isBefore(since.day()) && !at.isBefore(since.at());
        }
    }

    static Money rest(Money disputed, Since since, List<Credit> credits) {
        Money rest = credits.stream().filter(credit -> credit.answers(since)).map(Credit::amount).reduce(disputed, Money::minus);
        return rest.isNegative() ? Money.zero(disputed.getCurrencyUnit()) : rest;
    }
}
