package org.goodterms.report;

import static org.goodterms.db.gen.Tables.ACCOUNT;
import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.ITEM_TAX;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.RECOVERY;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.OpenItemRecord;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.AccountKind;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.LedgerService;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads what the cash basis is made of, up to a day. */
final class CashStore {
    private static final String BEFORE = "opening";

    CashFacts facts(Tx tx, LocalDate to) {
        Map<String, Account> accounts = new HashMap<>();
        tx.sql().selectFrom(ACCOUNT).forEach(r -> accounts.put(r.getNumber(),
                new Account(r.getNumber(), r.getName(), AccountKind.of(r.getKind()).orElseThrow())));
        Map<UUID, OpenItemRecord> items = new LinkedHashMap<>();
        tx.sql().selectFrom(OPEN_ITEM).where(OPEN_ITEM.ITEM_DATE.le(to)).orderBy(OPEN_ITEM.NUMBER, OPEN_ITEM.PART)
                .forEach(r -> items.put(r.getId(), r));
        Map<String, List<NewItem.Tax>> taxes = taxes(tx, items);
        Set<UUID> recoveries = recoveries(tx, items, taxes);
        Map<UUID, List<CashFacts.Move>> onDebits = new HashMap<>();
        Map<UUID, List<CashFacts.Move>> ofCredits = new HashMap<>();
        tx.sql().selectFrom(ALLOCATION).where(ALLOCATION.EFFECTIVE_DATE.le(to)).forEach(a -> {
            OpenItemRecord credit = items.get(a.getCreditId());
            ItemKind kind = ItemKind.of(credit.getKind());
            boolean before = a.getSourceKind().equals(BEFORE);
            Long taxPart = kind == ItemKind.CREDIT_NOTE ? part(a.getAmount(), tax(taxes, credit), -credit.getOriginal()) : null;
            CashFacts.Move move = new CashFacts.Move(a.getEffectiveDate(), kind, a.getAmount(), a.getCreditCarrying(), before, taxPart);
            onDebits.computeIfAbsent(a.getDebitId(), k -> new ArrayList<>()).add(move);
            boolean paidOut = items.get(a.getDebitId()).getKind().equals(ItemKind.REFUND.word());
            if (kind == ItemKind.RECEIPT || paidOut) {
                ofCredits.computeIfAbsent(a.getCreditId(), k -> new ArrayList<>()).add(move);
            }
        });
        List<CashFacts.Credit> credits = credits(items, taxes, ofCredits);
        credits.addAll(paidOut(items, onDebits));
        return new CashFacts(claims(items, taxes, onDebits, revenue(tx, to), recoveries), credits, entries(tx, to), accounts);
    }

    private static long tax(Map<String, List<NewItem.Tax>> taxes, OpenItemRecord item) {
        return Math.abs(taxes.getOrDefault(item.getNumber(), List.of()).stream().mapToLong(t -> t.tax().getAmountMinorLong()).sum());
    }

    private static long part(long amount, long tax, long of) {
        return of == 0 ? 0 : org.goodterms.kernel.Rounding.HALF_UP.round(new java.math.BigDecimal(amount)
                .multiply(new java.math.BigDecimal(tax)).divide(new java.math.BigDecimal(of), java.math.MathContext.DECIMAL128), 0)
                .longValueExact();
    }

    private static Map<String, List<NewItem.Tax>> taxes(Tx tx, Map<UUID, OpenItemRecord> items) {
        Map<String, CurrencyUnit> currencies = new HashMap<>();
        items.values().forEach(item -> currencies.put(item.getNumber(), CurrencyUnit.of(item.getCurrency())));
        Map<String, List<NewItem.Tax>> taxes = new HashMap<>();
        tx.sql().selectFrom(ITEM_TAX).orderBy(ITEM_TAX.NUMBER, ITEM_TAX.LINE).forEach(r -> {
            CurrencyUnit currency = currencies.get(r.getNumber());
            if (currency != null) {
                taxes.computeIfAbsent(r.getNumber(), k -> new ArrayList<>()).add(new NewItem.Tax(r.getRate(),
                        Money.ofMinor(currency, r.getNet()), Money.ofMinor(currency, r.getTax())));
            }
        });
        return taxes;
    }

    /** Claims that stand again because money came in on a debt written off; what of each is tax is added to {@code taxes}. */
    private static Set<UUID> recoveries(Tx tx, Map<UUID, OpenItemRecord> items, Map<String, List<NewItem.Tax>> taxes) {
        Set<UUID> recoveries = new HashSet<>();
        tx.sql().selectFrom(RECOVERY).forEach(r -> {
            OpenItemRecord item = items.get(r.getItemId());
            if (item != null) {
                CurrencyUnit currency = CurrencyUnit.of(item.getCurrency());
                taxes.put(item.getNumber(), List.of(new NewItem.Tax(java.math.BigDecimal.ZERO,
                        Money.ofMinor(currency, r.getNet()), Money.ofMinor(currency, r.getTax()))));
                recoveries.add(item.getId());
            }
        });
        return recoveries;
    }

    /** What the entries that raised account 1200 have credited to income, by their source. */
    private static Map<UUID, Map<String, Long>> revenue(Tx tx, LocalDate to) {
        Map<UUID, Map<String, Long>> revenue = new HashMap<>();
        var raising = select(POSTING.ENTRY_ID).from(POSTING).where(POSTING.ACCOUNT.eq(Chart.RECEIVABLES)).and(POSTING.AMOUNT.gt(0L));
        tx.sql().select(ENTRY.SOURCE_ID, POSTING.ACCOUNT, POSTING.AMOUNT).from(POSTING)
                .join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID)).join(ACCOUNT).on(ACCOUNT.NUMBER.eq(POSTING.ACCOUNT))
                .where(ENTRY.EFFECTIVE_DATE.le(to)).and(ENTRY.SOURCE_ID.isNotNull()).and(ACCOUNT.KIND.eq("income"))
                .and(POSTING.AMOUNT.lt(0L)).and(POSTING.ACCOUNT.ne(Chart.FX_DIFFERENCES)).and(POSTING.ENTRY_ID.in(raising))
                .forEach(r -> revenue.computeIfAbsent(r.value1(), k -> new TreeMap<>()).merge(r.value2(), -r.value3(), Long::sum));
        return revenue;
    }

    private static List<CashFacts.Claim> claims(Map<UUID, OpenItemRecord> items, Map<String, List<NewItem.Tax>> taxes,
            Map<UUID, List<CashFacts.Move>> moves, Map<UUID, Map<String, Long>> revenue, Set<UUID> recoveries) {
        Map<String, CashFacts.Claim> claims = new LinkedHashMap<>();
        for (OpenItemRecord item : items.values()) {
            ItemKind kind = ItemKind.of(item.getKind());
            boolean recovered = recoveries.contains(item.getId());
            if (!kind.debit() || kind == ItemKind.REVERSAL && !recovered || kind == ItemKind.REFUND) {
                continue;
            }
            String usual = recovered ? Chart.RECOVERED : kind.charge() ? Chart.LATE_FEES : Chart.REVENUE;
            Map<String, Long> accounts = item.getSourceId() == null ? Map.of(usual, 1L)
                    : revenue.getOrDefault(item.getSourceId(), Map.of(usual, 1L));
            CashFacts.Claim one = new CashFacts.Claim(item.getNumber(), item.getOriginal(),
                    taxes.getOrDefault(item.getNumber(), List.of()), accounts, moves.getOrDefault(item.getId(), List.of()));
            claims.merge(item.getNumber(), one, CashStore::together);
        }
        return List.copyOf(claims.values());
    }

    /** Two parts of one number. */
    private static CashFacts.Claim together(CashFacts.Claim a, CashFacts.Claim b) {
        List<CashFacts.Move> moves = new ArrayList<>(a.moves());
        moves.addAll(b.moves());
        return new CashFacts.Claim(a.number(), a.gross() + b.gross(), a.taxes(), a.revenue(), moves);
    }

    private static List<CashFacts.Credit> credits(Map<UUID, OpenItemRecord> items, Map<String, List<NewItem.Tax>> taxes,
            Map<UUID, List<CashFacts.Move>> uses) {
        List<CashFacts.Credit> credits = new ArrayList<>();
        for (OpenItemRecord item : items.values()) {
            ItemKind kind = ItemKind.of(item.getKind());
            if (kind == ItemKind.RECEIPT || kind == ItemKind.CREDIT_NOTE) {
                credits.add(new CashFacts.Credit(kind, item.getItemDate(), -item.getOriginal(), -item.getCarrying(),
                        tax(taxes, item), taxes.getOrDefault(item.getNumber(), List.of()), item.getDocDate() != null, uses.getOrDefault(item.getId(), List.of())));
            }
        }
        return credits;
    }

    /** Refunds are receipts the other way round: what of one no credit stands for was paid out all the same. */
    private static List<CashFacts.Credit> paidOut(Map<UUID, OpenItemRecord> items, Map<UUID, List<CashFacts.Move>> moves) {
        return items.values().stream().filter(item -> item.getKind().equals(ItemKind.REFUND.word()))
                .map(item -> new CashFacts.Credit(ItemKind.RECEIPT, item.getItemDate(), -item.getOriginal(), -item.getCarrying(), 0, List.of(),
                        item.getDocDate() != null, moves.getOrDefault(item.getId(), List.of()).stream().map(move -> new CashFacts.Move(
                                move.on(), move.kind(), -move.amount(), -move.base(), move.before(), null)).toList())).toList();
    }

    /** Entries with a line on an income or expense account, on payables or input tax; closing entries are none. */
    private static List<CashFacts.Booked> entries(Tx tx, LocalDate to) {
        var wanted = select(POSTING.ENTRY_ID).from(POSTING).join(ACCOUNT).on(ACCOUNT.NUMBER.eq(POSTING.ACCOUNT))
                .where(ACCOUNT.KIND.in("income", "expense").or(ACCOUNT.NUMBER.in(Chart.PAYABLES, Chart.INPUT_TAX)));
        Map<UUID, CashFacts.Booked> entries = new LinkedHashMap<>();
        tx.sql().select(ENTRY.ID, ENTRY.EFFECTIVE_DATE, ENTRY.SOURCE_KIND, POSTING.ACCOUNT, ACCOUNT.KIND, POSTING.AMOUNT)
                .from(POSTING).join(ENTRY).on(ENTRY.ID.eq(POSTING.ENTRY_ID)).join(ACCOUNT).on(ACCOUNT.NUMBER.eq(POSTING.ACCOUNT))
                .where(ENTRY.EFFECTIVE_DATE.le(to)).and(ENTRY.SOURCE_KIND.ne(LedgerService.CLOSING)).and(ENTRY.ID.in(wanted))
                .orderBy(ENTRY.EFFECTIVE_DATE, ENTRY.SEQ, POSTING.LINE)
                .forEach(r -> entries.computeIfAbsent(r.value1(), k -> new CashFacts.Booked(r.value2(), r.value3(), new ArrayList<>()))
                        .lines().add(new TaxEntry.Line(r.value4(), AccountKind.of(r.value5()).orElseThrow(), r.value6())));
        return List.copyOf(entries.values());
    }
}
