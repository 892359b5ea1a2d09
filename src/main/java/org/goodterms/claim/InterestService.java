package org.goodterms.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.claim.Accruing.Change;
import org.goodterms.claim.Accruing.DayCount;
import org.goodterms.claim.Accruing.Debt;
import org.goodterms.claim.Accruing.Stretch;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Interest on late payment: what may be claimed, line by line, and its charging as an item of its own. */
public final class InterestService {
    private static final int LINE = 200;
    private static final BigDecimal MOST_PERCENT = new BigDecimal(100);
    private final InvoiceService.Rooms rooms;
    private final ExtensionService extensions;
    private final ChargeService charges;
    private final LawOfDelay law = knownLaw();
    private final InterestStore store = new InterestStore();

    public InterestService(InvoiceService.Rooms rooms, ExtensionService extensions, ChargeService charges) {
        this.rooms = rooms;
        this.extensions = extensions;
        this.charges = charges;
    }

    /** What could be charged for a number today. @param to the last day; null: today, or the day it was paid */
    public Outcome<InterestQuote> quote(String number, @Nullable LocalDate to) {
        return rooms.db().read(tx -> quote(tx, number, to));
    }

    public Outcome<InterestQuote> quote(Tx tx, String number, @Nullable LocalDate to) {
        Optional<OpenItem> found = rooms.receivables().byNumber(tx, number).stream()
                .filter(item -> item.kind() == ItemKind.INVOICE || item.kind() == ItemKind.DEBIT_NOTE)
                .min(java.util.Comparator.comparing(item -> Objects.requireNonNullElse(item.due(), item.date())));
        return found.map(item -> quote(tx, item, to))
                .orElseGet(() -> Outcome.refused(Problem.at("item", "claim.no_interest_on", number)));
    }

    /** The same of one item (a document with several due days has several). */
    public Outcome<InterestQuote> quote(Tx tx, OpenItem item, @Nullable LocalDate to) {
        Customer customer = rooms.customers().customer(tx, item.customer());
        return regime(tx, customer).then(regime -> {
            List<Extension> agreed = extensions.of(tx, item.id());
            LocalDate due = agreed.isEmpty() ? Objects.requireNonNullElse(item.due(), item.date())
                    : agreed.getFirst().oldDue();
            List<Change> changes = store.changes(tx, item);
            LocalDate last = to != null ? to : lastDay(item, changes, rooms.companies().today(tx));
            LocalDate first = due.plusDays(1);
            LocalDate from = store.chargedTo(tx, item.id()).map(day -> day.plusDays(1)).filter(day -> day.isAfter(first))
                    .orElse(first);
            Debt debt = new Debt(first, from, last, item.original(), changes, quiet(agreed));
            RateTable rates = rates(tx);
            return Accruing.of(debt, regime, rates, DayCount.ACT_365).then(interest -> compensation(tx, item, debt, regime, rates)
                    .map(flat -> new InterestQuote(item.id(), item.number(), from, last, regime, interest,
                            interest.segments().isEmpty() ? flat.minus(flat) : flat)));
        });
    }

    /**
     * What could be charged today for the delay of items that are asked for. Empty where nothing has accrued, where it
     * cannot be worked out for one of them, and where less is asked for than is open: a contested part bears no interest
     * that could be told.
     *
     * @param asked what is asked for of each item, all in one currency
     */
    public Optional<LateCharges> late(Tx tx, Map<Id<OpenItem>, Money> asked) {
        List<InterestQuote> quotes = new ArrayList<>();
        for (Map.Entry<Id<OpenItem>, Money> one : asked.entrySet()) {
            Optional<OpenItem> item = rooms.receivables().byId(tx, one.getKey()).filter(i -> i.open().isEqual(one.getValue()));
            if (item.isEmpty() || !(quote(tx, item.get(), null) instanceof Outcome.Ok<InterestQuote>(InterestQuote quote))) {
                return Optional.empty();
            }
            quotes.add(quote);
        }
        return LateCharges.of(quotes);
    }

    /** Refused where it is a sum in euros and nobody has said what a euro was worth. */
    private Outcome<Money> compensation(Tx tx, OpenItem item, Debt debt, Regime regime, RateTable rates) {
        Money owed = debt.on(debt.firstDay());
        if (store.compensated(tx, item.number())) {
            return Outcome.ok(Money.zero(owed.getCurrencyUnit()));
        }
        CurrencyUnit book = rooms.companies().company(tx).currency();
        return regime.flat().of(owed, debt.firstDay(), rates).map(flat -> flat.getCurrencyUnit().equals(book)
                ? beyond(flat, store.stepFees(tx, item.number(), book)) : flat);
    }

    /** Fees of steps come out of the flat sum ({@link FeeLaw}): both together are never more than it. */
    private static Money beyond(Money flat, Money fees) {
        return fees.isGreaterThan(flat) ? Money.zero(flat.getCurrencyUnit()) : flat.minus(fees);
    }

    /** Today; of an item that was paid, the day on which the last money came. */
    private static LocalDate lastDay(OpenItem item, List<Change> changes, LocalDate today) {
        if (item.open().isPositive()) {
            return today;
        }
        Money left = changes.stream().map(Change::by).reduce(item.original(), Money::plus);
        return left.isPositive() ? today : changes.stream().filter(c -> c.by().isNegative())
                .map(c -> c.from().minusDays(1)).max(LocalDate::compareTo).orElse(today);
    }

    private static List<Stretch> quiet(List<Extension> agreed) {
        return agreed.stream().filter(one -> !one.interestRuns())
                .map(one -> new Stretch(one.agreedOn().plusDays(1), one.newDue())).toList();
    }

    /**
     * Charges interest and, where the law grants it and it was not charged before, compensation, as one item of its own.
     * Refused where nothing has accrued since it was charged last, or for days to come.
     */
    public Outcome<Charged> charge(String number, @Nullable LocalDate to) {
        return rooms.db().write(tx -> quote(tx, number, to).then(quote -> {
            LocalDate today = rooms.companies().today(tx);
            if (quote.to().isAfter(today)) {
                return Outcome.refused(Problem.at("to", "claim.charge_to_come", quote.to(), today));
            }
            if (!quote.total().isPositive()) {
                return Outcome.refused(Problem.at("item", "claim.nothing_accrued", number, quote.from(), quote.to()));
            }
            OpenItem item = rooms.receivables().byId(tx, quote.item()).orElseThrow();
            return charges.open(tx, new ChargeService.Opening(item.customer(), ItemKind.INTEREST, quote.total(),
                    ChargeService.inBook(item, quote.total()), "claim.entry.interest", number)).map(opened -> {
                        store.insert(tx, rooms.ids().next(), quote, opened.item(), opened.entry());
                        return new Charged(quote, opened.number());
                    });
        }));
    }

    /**
     * Takes back a charge that should not have been made: its item is settled by one of its own, the income is reversed,
     * and its days can be charged anew. Refused where something of it was paid or waived.
     */
    public Outcome<Posted> reverse(String number, String reason) {
        return rooms.db().write(tx -> {
            LocalDate today = rooms.companies().today(tx);
            Optional<OpenItem> item = rooms.receivables().byNumber(tx, number).stream()
                    .filter(one -> one.kind() == ItemKind.INTEREST).findFirst();
            Optional<UUID> charge = item.flatMap(one -> store.chargeOf(tx, one.id()));
            if (charge.isEmpty()) {
                return Outcome.refused(Problem.at("item", "claim.no_charge", number));
            }
            if (!item.get().open().isEqual(item.get().original())) {
                return Outcome.refused(Problem.at("item", "claim.charge_touched", number, item.get().open(), item.get().original()));
            }
            Optional<Problem> wrong = Typed.line("reason", reason, LINE).or(() -> rooms.ledger().lockProblem(tx, today));
            return wrong.<Outcome<Posted>>map(Outcome::refused)
                    .orElseGet(() -> charges.off(tx, item.get(), "reversal", today).map(credit -> {
                        store.reversed(tx, charge.get(), credit, today, reason.strip());
                        return credit;
                    }));
        });
    }

    /** What was charged, and under which number. */
    public record Charged(InterestQuote quote, String number) {
    }

    /** The regime that holds for a customer: its own, else the book's, else that of the firm's country. */
    public Outcome<Regime> regime(Tx tx, Customer customer) {
        Company company = rooms.companies().company(tx);
        Optional<InterestStore.Terms> said = store.terms(tx, customer.id().toString()).or(() -> store.terms(tx, ""));
        Regime regime = said.flatMap(terms -> law.regime(terms.regime()))
                .orElseGet(() -> law.of(company.country(), rooms.companies().law().country(company.country()).union()));
        BigDecimal yearly = said.map(InterestStore.Terms::yearly).orElse(null);
        BigDecimal monthly = said.map(InterestStore.Terms::monthly).orElse(null);
        if (yearly == null && monthly == null) {
            return regime.word().equals(LawOfDelay.CONTRACT)
                    ? Outcome.refused(Problem.at("item", "claim.no_contract_rate", customer.code())) : Outcome.ok(regime);
        }
        // Interest Act, s. 4: a monthly rate without its yearly equivalent is cut to 5 % a year
        boolean cut = company.country().equals("CA") && yearly == null;
        return Outcome.ok(cut ? regime.agreed(new BigDecimal(5), null) : regime.agreed(yearly, monthly));
    }

    /** What is claimed of customers who have no terms of their own. */
    public Regime ofBook() {
        return rooms.db().read(tx -> {
            Company company = rooms.companies().company(tx);
            return store.terms(tx, "").flatMap(terms -> law.regime(terms.regime()).map(regime -> terms.yearly() == null
                    && terms.monthly() == null ? regime : regime.agreed(terms.yearly(), terms.monthly()))).orElseGet(() ->
                    law.of(company.country(), rooms.companies().law().country(company.country()).union()));
        });
    }

    /**
     * Says what is claimed for late payment.
     *
     * @param customer null: of all who have no terms of their own
     * @param yearly   percent a year agreed in the contract, by days; null: none
     * @param monthly  percent a month agreed in the contract, for full months; null: none
     */
    public Outcome<String> setTerms(@Nullable Id<Customer> customer, String regime, @Nullable BigDecimal yearly,
            @Nullable BigDecimal monthly) {
        if (law.regime(regime).isEmpty()) {
            return Outcome.refused(Problem.at("regime", "claim.regime", regime, String.join(", ",
                    law.regimes().stream().map(Regime::word).toList())));
        }
        for (BigDecimal percent : java.util.Arrays.asList(yearly, monthly)) {
            if (percent != null && (percent.signum() < 0 || percent.compareTo(MOST_PERCENT) > 0)) {
                return Outcome.refused(Problem.at("rate", "claim.percent", percent.toPlainString()));
            }
        }
        return rooms.db().write(tx -> {
            store.put(tx, customer == null ? "" : customer.toString(), new InterestStore.Terms(regime, yearly, monthly));
            tx.touched(Regime.class);
            return Outcome.ok(regime);
        });
    }

    /** Enters a reference rate; it stands before the one the program knows. */
    public Outcome<RateTable.Row> setRate(RateTable.Row row) {
        if (!row.reference().matches("[A-Z]{2,8}")) {
            return Outcome.refused(Problem.at("reference", "claim.reference", row.reference()));
        }
        if (row.to().isBefore(row.from())) {
            return Outcome.refused(Problem.at("to", "claim.rate_days", row.from(), row.to()));
        }
        if (row.percent().abs().compareTo(MOST_PERCENT) > 0) {
            return Outcome.refused(Problem.at("rate", "claim.percent", row.percent().toPlainString()));
        }
        return rooms.db().write(tx -> {
            store.put(tx, row);
            tx.touched(RateTable.Row.class);
            return Outcome.ok(row);
        });
    }

    /** The rates of the program and those of this book. */
    public RateTable rates(Tx tx) {
        List<RateTable.Row> rows = new ArrayList<>(law.rates());
        rows.addAll(store.rates(tx));
        return new RateTable(rows);
    }

    public RateTable rates() {
        return rooms.db().read(this::rates);
    }

    public LawOfDelay law() {
        return law;
    }

    /** As shipped with the program. */
    public static LawOfDelay knownLaw() {
        return LawOfDelay.of(lines("rates.csv"), lines("regimes.csv"), lines("limitation.csv"), lines("relief.csv"));
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(InterestService.class.getResourceAsStream("/claim/" + file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
