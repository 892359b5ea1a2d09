package org.goodterms.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What makes an entry a double entry. */
final class Balancing {

    private Balancing() {
    }

    /** The first reason why the lines are no entry: too few, a zero line, another currency, unequal sides. */
    static Optional<Problem> problem(List<Entry.Posting> postings, CurrencyUnit book) {
        if (postings.size() < 2) {
            return Optional.of(Problem.of("ledger.too_few_lines"));
        }
        Money sum = Money.zero(book);
        for (Entry.Posting posting : postings) {
            if (!posting.amount().getCurrencyUnit().equals(book)) {
                return Optional.of(Problem.of("ledger.wrong_currency", posting.amount(), book.getCode()));
            }
            if (posting.amount().isZero()) {
                return Optional.of(Problem.of("ledger.zero_line", posting.account()));
            }
            sum = sum.plus(posting.amount());
        }
        return sum.isZero() ? Optional.empty() : Optional.of(unequal(postings, book));
    }

    private static Problem unequal(List<Entry.Posting> postings, CurrencyUnit book) {
        Money debit = Money.zero(book);
        Money credit = Money.zero(book);
        for (Entry.Posting posting : postings) {
            debit = posting.amount().isPositive() ? debit.plus(posting.amount()) : debit;
            credit = posting.amount().isNegative() ? credit.minus(posting.amount()) : credit;
        }
        return Problem.of("ledger.unequal", debit, credit);
    }

    /** Reasons that hold only for an entry made by hand: closed accounts and accounts that do not exist. */
    static List<Problem> handProblems(List<Entry.Posting> postings, Set<String> accounts) {
        List<Problem> problems = new ArrayList<>();
        for (Entry.Posting posting : postings) {
            if (!accounts.contains(posting.account())) {
                problems.add(Problem.at("account", "ledger.no_such_account", posting.account()));
            } else if (posting.account().equals(Chart.RECEIVABLES)) {
                problems.add(Problem.at("account", "ledger.control_account"));
            }
        }
        return problems;
    }
}
