package org.goodterms.receivable;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.ITEM_TAX;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.AllocationRecord;
import org.goodterms.db.gen.tables.records.OpenItemRecord;
import org.goodterms.kernel.Id;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** SQL of items and allocations. */
final class ReceivableStore {
    /** Ids asked for at once: the engine compares each row found with all of them. */
    private static final int CHUNK = 100;

    static OpenItem item(OpenItemRecord r, CurrencyUnit book) {
        CurrencyUnit currency = CurrencyUnit.of(r.getCurrency());
        OpenItem.Discount discount = r.getDiscountUntil() == null ? null
                : new OpenItem.Discount(r.getDiscountUntil(), Money.ofMinor(currency, r.getDiscountAmount()));
        return new OpenItem(Id.of(r.getId()), Id.of(r.getCustomerId()), ItemKind.of(r.getKind()), r.getNumber(),
                r.getPart(), r.getSourceId(), r.getItemDate(), r.getDueDate(),
                Money.ofMinor(currency, r.getOriginal()), Money.ofMinor(book, r.getCarrying()),
                Money.ofMinor(currency, r.getOpenAmount()), Money.ofMinor(book, r.getOpenCarrying()),
                r.getSettledOn(), r.getReference(), discount, r.getDocDate());
    }

    void insert(Tx tx, Map<Id<OpenItem>, NewItem> items) {
        List<OpenItemRecord> rows = new ArrayList<>();
        List<Object[]> taxes = new ArrayList<>();
        items.forEach((id, item) -> {
            OpenItemRecord r = new OpenItemRecord();
            r.setId(id.value());
            r.setCustomerId(item.customer().value());
            r.setKind(item.kind().word());
            r.setNumber(item.number());
            r.setPart(item.part());
            r.setSourceId(item.sourceId());
            r.setItemDate(item.date());
            r.setDueDate(item.due());
            r.setCurrency(item.original().getCurrencyUnit().getCode());
            r.setOriginal(item.original().getAmountMinorLong());
            r.setCarrying(item.carrying().getAmountMinorLong());
            r.setOpenAmount(item.original().getAmountMinorLong());
            r.setOpenCarrying(item.carrying().getAmountMinorLong());
            r.setReference(item.reference());
            r.setDiscountUntil(item.discount() == null ? null : item.discount().until());
            r.setDiscountAmount(item.discount() == null ? 0L : item.discount().amount().getAmountMinorLong());
            r.setRecordedAt(tx.now());
            rows.add(r);
            int line = 0;
            for (NewItem.Tax tax : item.taxes()) {
                taxes.add(new Object[] {item.number(), ++line, tax.rate(), tax.net().getAmountMinorLong(),
                    tax.tax().getAmountMinorLong()});
            }
        });
        tx.sql().batchInsert(rows).execute();
        if (!taxes.isEmpty()) {
            tx.sql().batch(tx.sql().insertInto(ITEM_TAX, ITEM_TAX.NUMBER, ITEM_TAX.LINE, ITEM_TAX.RATE, ITEM_TAX.NET,
                    ITEM_TAX.TAX).values((String) null, null, null, null, null))
                    .bind(taxes.toArray(Object[][]::new)).execute();
        }
    }

    /** Notes the date on a document taken over, and since when it is written off. */
    void takenOver(Tx tx, Id<OpenItem> item, LocalDate documentDate, @Nullable LocalDate writtenOff) {
        tx.sql().update(OPEN_ITEM).set(OPEN_ITEM.DOC_DATE, documentDate).set(OPEN_ITEM.WRITTEN_OFF_ON, writtenOff)
                .where(OPEN_ITEM.ID.eq(item.value())).execute();
    }

    List<OpenItem> byNumber(Tx tx, String number, CurrencyUnit book) {
        return items(tx, OPEN_ITEM.NUMBER.eq(number), book);
    }

    Optional<OpenItem> byId(Tx tx, Id<OpenItem> id, CurrencyUnit book) {
        return items(tx, OPEN_ITEM.ID.eq(id.value()), book).stream().findFirst();
    }

    List<OpenItem> bySource(Tx tx, UUID sourceId, CurrencyUnit book) {
        return items(tx, OPEN_ITEM.SOURCE_ID.eq(sourceId), book);
    }

    Map<Id<Customer>, List<OpenItem>> openOf(Tx tx, Collection<Id<Customer>> customers, CurrencyUnit book) {
        Map<Id<Customer>, List<OpenItem>> open = new HashMap<>();
        List<UUID> all = customers.stream().map(Id::value).toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            items(tx, OPEN_ITEM.CUSTOMER_ID.in(some).and(OPEN_ITEM.SETTLED_ON.isNull()), book)
                    .forEach(item -> open.computeIfAbsent(item.customer(), k -> new ArrayList<>()).add(item));
        }
        return open;
    }

    List<String> numbers(Tx tx) {
        return tx.sql().selectDistinct(OPEN_ITEM.NUMBER).from(OPEN_ITEM).fetch(OPEN_ITEM.NUMBER);
    }

    List<OpenItem> allOf(Tx tx, Id<Customer> customer, CurrencyUnit book) {
        return items(tx, OPEN_ITEM.CUSTOMER_ID.eq(customer.value()), book);
    }

    private List<OpenItem> items(Tx tx, Condition condition, CurrencyUnit book) {
        return tx.sql().selectFrom(OPEN_ITEM).where(condition)
                .orderBy(OPEN_ITEM.ITEM_DATE, OPEN_ITEM.NUMBER, OPEN_ITEM.PART).fetch(r -> item(r, book));
    }

    /** The items with these ids, locked until the transaction ends, in the order of their ids. */
    Map<Id<OpenItem>, OpenItem> lock(Tx tx, Collection<UUID> ids, CurrencyUnit book) {
        Map<Id<OpenItem>, OpenItem> result = new LinkedHashMap<>();
        List<UUID> sorted = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            tx.sql().selectFrom(OPEN_ITEM).where(OPEN_ITEM.ID.in(sorted.subList(from, Math.min(from + CHUNK, sorted.size()))))
                    .orderBy(OPEN_ITEM.ID).forUpdate().fetch(r -> item(r, book))
                    .forEach(item -> result.put(item.id(), item));
        }
        return result;
    }

    /** Per item the last day on which one of its allocations takes effect, or only of counter-allocations. */
    Map<Id<OpenItem>, LocalDate> lastEffective(Tx tx, Collection<UUID> ids, boolean countersOnly) {
        Map<Id<OpenItem>, LocalDate> result = new HashMap<>();
        List<UUID> all = List.copyOf(ids);
        Condition kind = countersOnly ? ALLOCATION.REVERSES.isNotNull() : DSL.noCondition();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            for (var side : List.of(ALLOCATION.DEBIT_ID, ALLOCATION.CREDIT_ID)) {
                tx.sql().select(side, max(ALLOCATION.EFFECTIVE_DATE)).from(ALLOCATION).where(side.in(some)).and(kind)
                        .groupBy(side).forEach(r -> result.merge(Id.of(r.value1()), r.value2(), ReceivableStore::later));
            }
        }
        return result;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    void insert(Tx tx, List<Allocation> allocations) {
        tx.sql().batchInsert(allocations.stream().map(allocation -> {
            AllocationRecord r = new AllocationRecord();
            r.setId(allocation.id().value());
            r.setDebitId(allocation.debit().value());
            r.setCreditId(allocation.credit().value());
            r.setAmount(allocation.amount().getAmountMinorLong());
            r.setDebitCarrying(allocation.debitRelief().getAmountMinorLong());
            r.setCreditCarrying(allocation.creditRelief().getAmountMinorLong());
            r.setEffectiveDate(allocation.effective());
            r.setRecordedAt(tx.now());
            r.setSourceKind(allocation.sourceKind());
            r.setSourceId(allocation.sourceId());
            r.setReverses(allocation.reverses() == null ? null : allocation.reverses().value());
            return r;
        }).toList()).execute();
    }

    void update(Tx tx, Collection<OpenItem> items) {
        tx.sql().batch(tx.sql().update(OPEN_ITEM).set(OPEN_ITEM.OPEN_AMOUNT, (Long) null)
                .set(OPEN_ITEM.OPEN_CARRYING, (Long) null).set(OPEN_ITEM.SETTLED_ON, (LocalDate) null)
                .where(OPEN_ITEM.ID.eq((UUID) null)))
                .bind(items.stream().map(item -> new Object[] {item.open().getAmountMinorLong(),
                    item.openCarrying().getAmountMinorLong(), item.settledOn(), item.id().value()})
                        .toArray(Object[][]::new)).execute();
    }

    /** A later due day; the first one is kept. */
    void moveDue(Tx tx, Id<OpenItem> item, LocalDate due) {
        tx.sql().update(OPEN_ITEM).set(OPEN_ITEM.ORIGINAL_DUE, DSL.coalesce(OPEN_ITEM.ORIGINAL_DUE, OPEN_ITEM.DUE_DATE))
                .set(OPEN_ITEM.DUE_DATE, due).where(OPEN_ITEM.ID.eq(item.value())).execute();
    }

    /** Allocations of an item, on either side, that stand: neither counter-allocations nor taken back by one. */
    List<Allocation> standing(Tx tx, Id<OpenItem> item, CurrencyUnit book) {
        return standing(tx, ALLOCATION.DEBIT_ID.eq(item.value()).or(ALLOCATION.CREDIT_ID.eq(item.value())), book);
    }

    List<Allocation> standingBySource(Tx tx, UUID source, CurrencyUnit book) {
        return standing(tx, ALLOCATION.SOURCE_ID.eq(source), book);
    }

    private List<Allocation> standing(Tx tx, Condition condition, CurrencyUnit book) {
        var counter = ALLOCATION.as("counter");
        var debit = OPEN_ITEM.as("debit");
        return tx.sql().select(ALLOCATION.fields()).select(debit.CURRENCY).from(ALLOCATION)
                .join(debit).on(debit.ID.eq(ALLOCATION.DEBIT_ID))
                .where(condition).and(ALLOCATION.REVERSES.isNull())
                .andNotExists(tx.sql().selectOne().from(counter).where(counter.REVERSES.eq(ALLOCATION.ID)))
                .orderBy(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT, ALLOCATION.ID)
                .fetch(r -> {
                    CurrencyUnit currency = CurrencyUnit.of(r.get(debit.CURRENCY));
                    AllocationRecord a = r.into(ALLOCATION);
                    return new Allocation(Id.of(a.getId()), Id.of(a.getDebitId()), Id.of(a.getCreditId()),
                            Money.ofMinor(currency, a.getAmount()), Money.ofMinor(book, a.getDebitCarrying()),
                            Money.ofMinor(book, a.getCreditCarrying()), a.getEffectiveDate(), a.getSourceKind(),
                            a.getSourceId(), null);
                });
    }

    List<NewItem.Tax> taxes(Tx tx, String number, CurrencyUnit currency) {
        return tx.sql().select(ITEM_TAX.RATE, ITEM_TAX.NET, ITEM_TAX.TAX).from(ITEM_TAX)
                .where(ITEM_TAX.NUMBER.eq(number)).orderBy(ITEM_TAX.LINE)
                .fetch(r -> new NewItem.Tax(r.value1().stripTrailingZeros(), Money.ofMinor(currency, r.value2()),
                        Money.ofMinor(currency, r.value3())));
    }
}
