package org.goodterms.ledger;

import static org.goodterms.db.gen.Tables.ACCOUNT;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.TAX_MOVEMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the journal. */
final class JournalStore {

    /** Net balance per account at the end of a day; accounts without postings are left out. */
    List<Balance> balances(Tx tx, @Nullable LocalDate from, LocalDate to, @Nullable Instant knownAt, CurrencyUnit book) {
        Condition known = knownAt == null ? noCondition() : exists(tx.sql().selectOne().from(ENTRY)
                .where(ENTRY.ID.eq(POSTING.ENTRY_ID)).and(ENTRY.RECORDED_AT.le(knownAt)));
        Condition start = from == null ? noCondition() : POSTING.EFFECTIVE_DATE.ge(from);
        return tx.sql().select(POSTING.ACCOUNT, ACCOUNT.NAME, ACCOUNT.KIND, sum(POSTING.AMOUNT))
                .from(POSTING).join(ACCOUNT).on(ACCOUNT.NUMBER.eq(POSTING.ACCOUNT))
                .where(POSTING.EFFECTIVE_DATE.le(to)).and(start).and(known)
                .groupBy(POSTING.ACCOUNT, ACCOUNT.NAME, ACCOUNT.KIND).orderBy(POSTING.ACCOUNT)
                .fetch(r -> new Balance(new Account(r.value1(), r.value2(), AccountKind.of(r.value3()).orElseThrow()),
                        Money.ofMinor(book, r.value4().longValueExact())));
    }

    /** What moved on an account, in minor units, and with how many postings. */
    private record Movement(long amount, int lines) {
        Movement less(@Nullable Movement closed) {
            return closed == null ? this : new Movement(Math.subtractExact(amount, closed.amount), lines - closed.lines);
        }

        Movement plus(Movement other) {
            return new Movement(Math.addExact(amount, other.amount), lines + other.lines);
        }
    }

    /**
     * Movements of income and expense accounts without closing entries: all of them, read from the index alone, less the
     * few closing entries. An account that only closing entries touch is left out.
     */
    List<Balance> result(Tx tx, LocalDate from, LocalDate to, @Nullable Instant knownAt, CurrencyUnit book) {
        Map<String, Account> accounts = new TreeMap<>();
        tx.sql().select(ACCOUNT.NUMBER, ACCOUNT.NAME, ACCOUNT.KIND).from(ACCOUNT).where(ACCOUNT.KIND.in("income", "expense"))
                .forEach(r -> accounts.put(r.value1(), new Account(r.value1(), r.value2(), AccountKind.of(r.value3()).orElseThrow())));
        Condition known = knownAt == null ? noCondition() : exists(tx.sql().selectOne().from(ENTRY)
                .where(ENTRY.ID.eq(POSTING.ENTRY_ID)).and(ENTRY.RECORDED_AT.le(knownAt)));
        Map<String, Movement> closed = closed(tx, from, to, knownAt);
        List<Balance> result = new ArrayList<>();
        tx.sql().select(POSTING.ACCOUNT, sum(POSTING.AMOUNT), count()).from(POSTING)
                .where(POSTING.ACCOUNT.in(accounts.keySet())).and(POSTING.EFFECTIVE_DATE.between(from, to)).and(known)
                .groupBy(POSTING.ACCOUNT).orderBy(POSTING.ACCOUNT).forEach(r -> {
                    Movement left = new Movement(r.value2().longValueExact(), r.value3()).less(closed.get(r.value1()));
                    if (left.lines() > 0) {
                        result.add(new Balance(Objects.requireNonNull(accounts.get(r.value1())), Money.ofMinor(book, left.amount())));
                    }
                });
        return result;
    }

    /**
     * What the closing entries of a period moved. They are looked up first and their postings by them: in one statement
     * the engine may go the other way and look up the entry of each posting of the period.
     */
    private static Map<String, Movement> closed(Tx tx, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        Condition known = knownAt == null ? noCondition() : ENTRY.RECORDED_AT.le(knownAt);
        List<UUID> closings = tx.sql().select(ENTRY.ID).from(ENTRY).where(ENTRY.SOURCE_KIND.eq(LedgerService.CLOSING))
                .and(ENTRY.EFFECTIVE_DATE.between(from, to)).and(known).fetch(ENTRY.ID);
        Map<String, Movement> closed = new HashMap<>();
        for (UUID closing : closings) {
            tx.sql().select(POSTING.ACCOUNT, POSTING.AMOUNT).from(POSTING).where(POSTING.ENTRY_ID.eq(closing))
                    .forEach(r -> closed.merge(r.value1(), new Movement(r.value2(), 1), Movement::plus));
        }
        return closed;
    }

    Optional<PostedEntry> byId(Tx tx, Id<PostedEntry> id, CurrencyUnit book) {
        List<PostedEntry> result = new ArrayList<>();
        stream(tx, ENTRY.ID.eq(id.value()), false, book, result::add);
        return result.stream().findFirst();
    }

    /** Lines of one account in order of date and recording, with the running balance. */
    List<AccountLine> lines(Tx tx, String account, LocalDate from, LocalDate to, CurrencyUnit book) {
        var before = tx.sql().select(sum(POSTING.AMOUNT)).from(POSTING).where(POSTING.ACCOUNT.eq(account))
                .and(POSTING.EFFECTIVE_DATE.lt(from)).fetchSingle().value1();
        long[] running = {before == null ? 0 : before.longValueExact()};
        return tx.sql().select(ENTRY.ID, ENTRY.SEQ, POSTING.EFFECTIVE_DATE, ENTRY.TEXT, POSTING.AMOUNT)
                .from(POSTING).join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID))
                .where(POSTING.ACCOUNT.eq(account)).and(POSTING.EFFECTIVE_DATE.between(from, to))
                .orderBy(POSTING.EFFECTIVE_DATE, ENTRY.SEQ, POSTING.LINE)
                .fetch(r -> {
                    running[0] += r.value5();
                    return new AccountLine(Id.of(r.value1()), r.value2(), r.value3(), r.value4(),
                            Money.ofMinor(book, r.value5()), Money.ofMinor(book, running[0]));
                });
    }

    /** Entries of a period in order of date and recording. */
    List<PostedEntry> entries(Tx tx, LocalDate from, LocalDate to, CurrencyUnit book) {
        List<PostedEntry> result = new ArrayList<>();
        stream(tx, ENTRY.EFFECTIVE_DATE.between(from, to), true, book, result::add);
        return result;
    }

    /** All entries in order of the chain, handed over one by one. */
    void chain(Tx tx, CurrencyUnit book, Consumer<PostedEntry> use) {
        stream(tx, noCondition(), false, book, use);
    }

    private void stream(Tx tx, Condition condition, boolean byDate, CurrencyUnit book, Consumer<PostedEntry> use) {
        Map<UUID, List<Entry.Posting>> postings = new LinkedHashMap<>();
        tx.sql().select(POSTING.ENTRY_ID, POSTING.ACCOUNT, POSTING.AMOUNT).from(POSTING)
                .join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID)).where(condition)
                .orderBy(POSTING.ENTRY_ID, POSTING.LINE)
                .forEach(r -> postings.computeIfAbsent(r.value1(), k -> new ArrayList<>())
                        .add(new Entry.Posting(r.value2(), Money.ofMinor(book, r.value3()))));
        Map<UUID, List<Entry.TaxLine>> taxes = new LinkedHashMap<>();
        tx.sql().select(TAX_MOVEMENT.ENTRY_ID, TAX_MOVEMENT.KIND, TAX_MOVEMENT.RATE, TAX_MOVEMENT.NET,
                        TAX_MOVEMENT.TAX).from(TAX_MOVEMENT)
                .join(ENTRY).on(ENTRY.ID.eq(TAX_MOVEMENT.ENTRY_ID)).where(condition)
                .orderBy(TAX_MOVEMENT.ENTRY_ID, TAX_MOVEMENT.LINE)
                .forEach(r -> taxes.computeIfAbsent(r.value1(), k -> new ArrayList<>())
                        .add(new Entry.TaxLine(r.value2(), r.value3(), Money.ofMinor(book, r.value4()),
                                Money.ofMinor(book, r.value5()))));
        var order = byDate ? List.of(ENTRY.EFFECTIVE_DATE.asc(), ENTRY.SEQ.asc()) : List.of(ENTRY.SEQ.asc());
        tx.sql().selectFrom(ENTRY).where(condition).orderBy(order).forEach(r -> {
            Id<PostedEntry> reverses = r.getReverses() == null ? null : Id.of(r.getReverses());
            Entry entry = new Entry(r.getEffectiveDate(), r.getText(),
                    new Entry.Source(r.getSourceKind(), r.getSourceId()),
                    postings.getOrDefault(r.getId(), List.of()), taxes.getOrDefault(r.getId(), List.of()), reverses);
            use.accept(new PostedEntry(Id.of(r.getId()), r.getSeq(), entry, r.getRecordedAt(), r.getPrevHash(),
                    r.getHash()));
        });
    }
}
