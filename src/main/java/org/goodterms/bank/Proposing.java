package org.goodterms.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Payment;
import org.joda.money.Money;

/** Ranked guesses for lines that no rule may match by itself. */
final class Proposing {
    private static final int MOST = 5;
    private static final int PAIRS_AMONG = 40;
    private static final List<String> CHARGES = List.of("entgelt", "kontofuhrung", "gebuhr", "fee", "charge", "spesen",
            "frais", "bank charges", "kosten");
    private final Payers payers;
    private final Debts debts;
    private final Facts facts;

    /** A receipt that could come back. @param numbers what it settles @param iban from which it came, "" where unknown */
    record Returnable(Id<Payment> payment, Id<Customer> customer, Money amount, List<String> numbers, String iban) {
    }

    /**
     * What else is known.
     *
     * @param returnable by amount
     * @param credits    of customers that settle nothing
     * @param recorded   money that a person wrote down and no line stands for, by account of the bank
     * @param booked     account to which lines of this payer were booked before, by the payer's bare name
     */
    record Facts(Map<Money, List<Returnable>> returnable, Map<Id<Customer>, Money> credits, Map<String, String> booked,
            Map<String, RecordedMoney> recorded) {
    }

    Proposing(Payers payers, Debts debts, Facts facts) {
        this.payers = payers;
        this.debts = debts;
        this.facts = facts;
    }

    /** The best first, at most five. */
    List<Proposal> of(BankLine line) {
        List<Proposal> all = new ArrayList<>(line.incoming() ? incoming(line) : outgoing(line));
        facts.recorded().getOrDefault(line.account(), new RecordedMoney(List.of())).near(line).forEach(one -> all.add(recorded(line, one)));
        String account = facts.booked().get(key(line));
        if (account != null) {
            all.add(expense(account, "as_before", 75));
        }
        Map<String, Proposal> best = new LinkedHashMap<>();
        all.stream().sorted(Comparator.comparingInt(Proposal::score).reversed()).forEach(p -> best.putIfAbsent(
                p.kind() + "|" + p.customer() + "|" + p.items() + "|" + p.payment() + "|" + p.account() + "|" + p.recorded(), p));
        return best.values().stream().limit(MOST).toList();
    }

    /**
     * Better than any other guess where it is of these days: the same money is not to be counted twice. Cash is behind the
     * guesses: it comes over the counter, and seldom by a line.
     */
    private Proposal recorded(BankLine line, Recorded one) {
        boolean theirs = one.customer() != null && payers.plausible(one.customer(), line);
        boolean near = RecordedMoney.apart(one.on(), line.booked()) <= RecordedMoney.SURE;
        int score = (!one.transferred() ? 25 : near ? 90 : 60) + (theirs ? 9 : 0);
        return new Proposal(Proposal.Kind.RECORDED, one.customer(), one.customer() == null ? null : code(one.customer()),
                List.of(), one.payment(), null, theirs ? "recorded_payer" : "recorded", score, one);
    }

    /** By what a payer is known again where there is no customer. */
    static String key(BankLine line) {
        return key(line.incoming(), line.payer().isEmpty() ? line.text() : line.payer());
    }

    static String key(boolean incoming, String payer) {
        return (incoming ? "+" : "-") + Names.bare(payer);
    }

    private List<Proposal> incoming(BankLine line) {
        List<Proposal> all = new ArrayList<>();
        Set<Id<Customer>> fitting = new LinkedHashSet<>(payers.fitting(line));
        payers.known(line).ifPresent(fitting::add);
        Debts.Found found = debts.find(line.searched(), fitting::contains);
        found.open().stream().filter(d -> same(d, line)).collect(Collectors.groupingBy(Debt::customer, LinkedHashMap::new,
                Collectors.toList())).forEach((customer, named) -> {
                    boolean sum = sum(named, line).equals(line.amount());
                    all.add(receipt(line, customer, named, "reference", (sum ? 85 : 70)
                            + (payers.plausible(customer, line) ? 10 : 0)));
                });
        for (Debt debt : debts.withAmount(line.amount())) {
            boolean theirs = fitting.contains(debt.customer());
            boolean maybe = theirs || payers.plausible(debt.customer(), line);
            all.add(receipt(line, debt.customer(), List.of(debt), maybe ? "amount_and_name" : "amount",
                    theirs ? 80 : maybe ? 60 : 35));
        }
        for (Id<Customer> customer : fitting) {
            List<Debt> open = debts.of(customer).stream().filter(d -> same(d, line)).toList();
            List<Debt> claims = open.stream().filter(d -> d.open().isPositive()).toList();
            if (open.size() > 1 && sum(open, line).equals(line.amount())) {
                all.add(receipt(line, customer, open, "all_open", 78));
            }
            pair(line, claims).ifPresent(two -> all.add(receipt(line, customer, two, "two_together", 65)));
            if (!claims.isEmpty()) {
                all.add(receipt(line, customer, claims, "oldest_first", 45));
            } else {
                all.add(new Proposal(Proposal.Kind.RECEIPT, customer, code(customer), List.of(), null, null, "name", 30));
            }
        }
        return all;
    }

    private String code(Id<Customer> customer) {
        return payers.payer(customer).code();
    }

    private static boolean same(Debt debt, BankLine line) {
        return debt.open().getCurrencyUnit().equals(line.amount().getCurrencyUnit());
    }

    private static Money sum(List<Debt> debts, BankLine line) {
        return debts.stream().map(Debt::open).reduce(Matching.zero(line), Money::plus);
    }

    private static java.util.Optional<List<Debt>> pair(BankLine line, List<Debt> claims) {
        List<Debt> some = claims.stream().limit(PAIRS_AMONG).toList();
        for (int i = 0; i < some.size(); i++) {
            for (int k = i + 1; k < some.size(); k++) {
                if (some.get(i).open().plus(some.get(k).open()).equals(line.amount())) {
                    return java.util.Optional.of(List.of(some.get(i), some.get(k)));
                }
            }
        }
        return java.util.Optional.empty();
    }

    /** Credits are used up first, then the money goes to the claims in order. */
    private Proposal receipt(BankLine line, Id<Customer> customer, List<Debt> named, String reason, int score) {
        List<Proposal.Share> shares = new ArrayList<>();
        Money left = line.amount();
        for (Debt debt : named) {
            if (debt.open().isNegative()) {
                shares.add(new Proposal.Share(debt.number(), debt.open()));
                left = left.minus(debt.open());
            }
        }
        for (Debt debt : named) {
            if (debt.open().isPositive() && left.isPositive()) {
                Money share = debt.open().isLessThan(left) ? debt.open() : left;
                shares.add(new Proposal.Share(debt.number(), share));
                left = left.minus(share);
            }
        }
        return new Proposal(Proposal.Kind.RECEIPT, customer, code(customer), shares, null, null, reason, Math.min(score, 99));
    }

    private List<Proposal> outgoing(BankLine line) {
        List<Proposal> all = new ArrayList<>();
        Set<Id<Customer>> fitting = new LinkedHashSet<>(payers.fitting(line));
        payers.known(line).ifPresent(fitting::add);
        Money paid = line.amount().negated();
        String text = Names.bare(line.searched());
        for (Returnable one : facts.returnable().getOrDefault(paid, List.of())) {
            boolean sameAccount = !line.iban().isEmpty() && line.iban().equals(one.iban());
            boolean named = one.numbers().stream().anyMatch(n -> text.contains(Names.bare(n)));
            boolean theirs = fitting.contains(one.customer()) || payers.plausible(one.customer(), line);
            int score = 30 + (named ? 40 : 0) + (sameAccount ? 20 : 0) + (theirs ? 15 : 0);
            all.add(new Proposal(Proposal.Kind.RETURN, one.customer(), code(one.customer()), one.numbers().stream()
                    .map(n -> new Proposal.Share(n, Matching.zero(line))).toList(), one.payment(), null,
                    named ? "return_named" : sameAccount ? "return_account" : "return_amount", Math.min(99, score)));
        }
        for (Id<Customer> customer : fitting) {
            Money credit = facts.credits().getOrDefault(customer, Matching.zero(line));
            if (!credit.isLessThan(paid)) {
                all.add(new Proposal(Proposal.Kind.REFUND, customer, code(customer), List.of(), null, null, "refund",
                        credit.equals(paid) ? 70 : 50));
            }
        }
        String said = String.join(" ", Names.words(line.payer() + " " + line.text()));
        boolean charge = CHARGES.stream().anyMatch(said::contains) && line.iban().isEmpty();
        all.add(charge ? expense("6100", "charges", 60) : expense("6000", "expense", 20));
        return all;
    }

    private static Proposal expense(String account, String reason, int score) {
        return new Proposal(Proposal.Kind.EXPENSE, null, null, List.of(), null, Objects.requireNonNull(account), reason, score);
    }
}
