package org.goodterms.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.eur;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.goodterms.App;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Engine;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.ledger.Entry.Posting;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read from the index is what a walk through the whole journal finds. */
class ResultTest {
    private static final Instant FIRST = Instant.parse("2026-01-10T09:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theResultIsTheSumOfTheJournalWithoutItsClosingEntriesForEachPeriodAndEachDayOfKnowledge(Engine engine) {
        Clock clock = Clock.fixed(FIRST, ZoneOffset.UTC);
        Changes changes = new Changes();
        try (App app = new App(engine.open(now::get, changes), clock, Ids.timeOrdered(clock), changes)) {
            app.begin(Founding.of("Firm", "DE", "EUR")).orThrow();
            for (int year = 2021; year <= 2025; year++) {
                now.set(FIRST.plusSeconds(year));
                LocalDate last = LocalDate.of(year, 12, 31);
                post(app, entry(last.minusMonths(11), "hand", "4000", year), entry(last.minusMonths(2), "hand", "6000", -7),
                        entry(last, "hand", "6100", -1), entry(last, LedgerService.CLOSING, "4000", -year),
                        entry(last, LedgerService.CLOSING, "6000", 7), entry(last, LedgerService.CLOSING, "4150", 2));
            }
            for (int from = 2021; from <= 2025; from++) {
                for (int to = from; to <= 2025; to++) {
                    for (Instant known : java.util.Arrays.asList(null, FIRST.plusSeconds(2020), FIRST.plusSeconds(2023))) {
                        agrees(app, LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), known);
                        agrees(app, LocalDate.of(from, 11, 1), LocalDate.of(to, 12, 30), known);
                    }
                }
            }
            assertThat(result(app, LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31), null))
                    .isEqualTo(Map.of("4000", eur("-10115.00"), "6000", eur("35.00"), "6100", eur("5.00")));
        }
    }

    /** So much on the credit side of an account, against the bank. */
    private static Entry entry(LocalDate date, String kind, String account, int amount) {
        Money money = eur(amount + ".00");
        return new Entry(date, "Entry", new Entry.Source(kind, null),
                List.of(Posting.debit("1000", money), Posting.credit(account, money)));
    }

    private static void post(App app, Entry... entries) {
        app.db().write(tx -> Outcome.ok(app.ledger().postAll(tx, List.of(entries)))).orThrow();
    }

    private static void agrees(App app, LocalDate from, LocalDate to, @Nullable Instant known) {
        assertThat(result(app, from, to, known)).as("%s to %s, known at %s", from, to, known).isEqualTo(walked(app, from, to, known));
    }

    private static Map<String, Money> result(App app, LocalDate from, LocalDate to, @Nullable Instant known) {
        Map<String, Money> result = new TreeMap<>();
        app.db().read(tx -> app.ledger().result(tx, from, to, known)).forEach(b -> result.put(b.account().number(), b.amount()));
        return result;
    }

    private static Map<String, Money> walked(App app, LocalDate from, LocalDate to, @Nullable Instant known) {
        Map<String, Money> sums = new TreeMap<>();
        app.db().read(tx -> {
            app.ledger().chain(tx, posted -> {
                Entry entry = posted.entry();
                boolean counts = !entry.source().kind().equals(LedgerService.CLOSING) && !entry.effective().isBefore(from)
                        && !entry.effective().isAfter(to) && (known == null || !posted.recordedAt().isAfter(known));
                entry.postings().stream().filter(p -> counts && !p.account().equals("1000"))
                        .forEach(p -> sums.merge(p.account(), p.amount(), Money::plus));
            });
            return 0;
        });
        return sums;
    }
}
