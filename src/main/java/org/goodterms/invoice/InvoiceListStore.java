package org.goodterms.invoice;

import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.DOCUMENT;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceRow.Buyer;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The list of documents, with what is open of each, in one query. */
final class InvoiceListStore {
    private static final Field<UUID> ID = DSL.field(DSL.name("doc_id"), SQLDataType.UUID);
    private static final Field<String> KIND = DSL.field(DSL.name("doc_kind"), SQLDataType.VARCHAR);
    private static final Field<String> STATUS = DSL.field(DSL.name("doc_status"), SQLDataType.VARCHAR);
    private static final Field<String> NUMBER = DSL.field(DSL.name("doc_number"), SQLDataType.VARCHAR);
    private static final Field<UUID> BUYER = DSL.field(DSL.name("buyer_id"), SQLDataType.UUID);
    private static final Field<LocalDate> DATE = DSL.field(DSL.name("dated"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> DUE = DSL.field(DSL.name("due"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> OPEN_DUE = DSL.field(DSL.name("open_due"), SQLDataType.LOCALDATE);
    private static final Field<String> CURRENCY = DSL.field(DSL.name("money"), SQLDataType.VARCHAR);
    private static final Field<BigDecimal> TOTAL = DSL.field(DSL.name("in_all"), SQLDataType.NUMERIC);
    private static final Field<BigDecimal> OPEN = DSL.field(DSL.name("still_open"), SQLDataType.NUMERIC);
    private static final Field<BigDecimal> DISPUTED = DSL.field(DSL.name("contested"), SQLDataType.NUMERIC);
    private static final Field<UUID> ITEM = DSL.field(DSL.name("item"), SQLDataType.UUID);
    private static final Field<String> REFERENCE = DSL.field(DSL.name("order_ref"), SQLDataType.VARCHAR);
    private static final Field<UUID> SOURCE = DSL.field(DSL.name("source"), SQLDataType.UUID);
    private static final String CREDIT_NOTE = "credit-note";
    private static final List<String> KINDS = List.of("invoice", "debit-note", CREDIT_NOTE);

    /** @param contested by item, in its currency */
    List<InvoiceRow> rows(Tx tx, InvoiceFilter filter, LocalDate today, Map<Id<OpenItem>, Money> contested) {
        Table<?> all = documents(tx, contested).unionAll(takenOver(tx, contested)).asTable("list");
        var query = tx.sql().select(all.fields()).select(CUSTOMER.CODE, CUSTOMER.NAME).from(all)
                .join(CUSTOMER).on(CUSTOMER.ID.eq(BUYER)).where(which(filter, today))
                .orderBy(DATE.desc(), NUMBER.desc().nullsFirst());
        return (filter.limit() > 0 ? query.limit(filter.limit()) : query).fetch(row -> row(row, today));
    }

    private static Select<Record> documents(Tx tx, Map<Id<OpenItem>, Money> contested) {
        Table<?> items = items(tx, contested).asTable("items");
        return tx.sql().select(List.of(DOCUMENT.ID.as(ID), DOCUMENT.KIND.as(KIND), DOCUMENT.STATUS.as(STATUS), DOCUMENT.NUMBER.as(NUMBER),
                        DOCUMENT.CUSTOMER_ID.as(BUYER), DOCUMENT.DOC_DATE.as(DATE), items.field(DUE), items.field(OPEN_DUE),
                        DOCUMENT.CURRENCY.cast(SQLDataType.VARCHAR).as(CURRENCY),
                        DSL.when(DOCUMENT.KIND.eq(CREDIT_NOTE), DOCUMENT.TOTAL.neg()).otherwise(DOCUMENT.TOTAL)
                                .cast(SQLDataType.NUMERIC).as(TOTAL),
                        DSL.coalesce(items.field(OPEN), DSL.inline(BigDecimal.ZERO)).as(OPEN),
                        DSL.coalesce(items.field(DISPUTED), DSL.inline(BigDecimal.ZERO)).as(DISPUTED),
                        DOCUMENT.ORDER_NUMBER.as(REFERENCE)))
                .from(DOCUMENT).leftJoin(items).on(items.field(SOURCE).eq(DOCUMENT.ID));
    }

    private static Select<Record> takenOver(Tx tx, Map<Id<OpenItem>, Money> contested) {
        Table<?> items = items(tx, contested).asTable("items");
        return tx.sql().select(List.of(DSL.castNull(SQLDataType.UUID).as(ID), items.field(KIND), DSL.inline(DocumentStore.ISSUED).as(STATUS),
                        items.field(NUMBER), items.field(BUYER), items.field(DATE), items.field(DUE), items.field(OPEN_DUE),
                        items.field(CURRENCY), items.field(TOTAL), items.field(OPEN),
                        DSL.coalesce(items.field(DISPUTED), DSL.inline(BigDecimal.ZERO)).as(DISPUTED), DSL.inline("").as(REFERENCE)))
                .from(items).where(items.field(SOURCE).isNull());
    }

    @SuppressWarnings("unchecked") // an array of rows has no type of its own
    private static Table<?> contested(Map<Id<OpenItem>, Money> contested) {
        if (contested.isEmpty()) {
            return DSL.select(OPEN_ITEM.ID.as(ITEM), OPEN_ITEM.OPEN_AMOUNT.cast(SQLDataType.NUMERIC).as(DISPUTED)).from(OPEN_ITEM)
                    .where(DSL.falseCondition()).asTable("disputes");
        }
        return DSL.values(contested.entrySet().stream().map(one -> DSL.row(DSL.val(one.getKey().value(), SQLDataType.UUID),
                DSL.val(BigDecimal.valueOf(one.getValue().getAmountMinorLong()), SQLDataType.NUMERIC))).toArray(Row2[]::new))
                .as(DSL.name("disputes"), ITEM.getQualifiedName(), DISPUTED.getQualifiedName());
    }

    /** Open items with their parts put together. */
    private static Select<?> items(Tx tx, Map<Id<OpenItem>, Money> contested) {
        Table<?> disputes = contested(contested);
        return tx.sql().select(OPEN_ITEM.SOURCE_ID.as(SOURCE), OPEN_ITEM.KIND.as(KIND), OPEN_ITEM.NUMBER.as(NUMBER),
                        OPEN_ITEM.CUSTOMER_ID.as(BUYER), DSL.min(OPEN_ITEM.ITEM_DATE).as(DATE), DSL.max(OPEN_ITEM.DUE_DATE).as(DUE),
                        DSL.min(DSL.when(OPEN_ITEM.OPEN_AMOUNT.ne(0L), OPEN_ITEM.DUE_DATE)).as(OPEN_DUE),
                        OPEN_ITEM.CURRENCY.cast(SQLDataType.VARCHAR).as(CURRENCY),
                        DSL.sum(OPEN_ITEM.ORIGINAL).cast(SQLDataType.NUMERIC).as(TOTAL),
                        DSL.sum(OPEN_ITEM.OPEN_AMOUNT).cast(SQLDataType.NUMERIC).as(OPEN),
                        DSL.sum(disputes.field(DISPUTED)).cast(SQLDataType.NUMERIC).as(DISPUTED))
                .from(OPEN_ITEM).leftJoin(disputes).on(disputes.field(ITEM).eq(OPEN_ITEM.ID))
                .where(OPEN_ITEM.KIND.in(KINDS))
                .groupBy(OPEN_ITEM.SOURCE_ID, OPEN_ITEM.KIND, OPEN_ITEM.NUMBER, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY);
    }

    private static Condition which(InvoiceFilter filter, LocalDate today) {
        Condition issuedDebit = STATUS.eq(DocumentStore.ISSUED).and(KIND.ne(CREDIT_NOTE));
        Condition condition = switch (filter.which()) {
            case ALL -> DSL.noCondition();
            case DRAFT -> STATUS.eq(DocumentStore.DRAFT);
            case OPEN -> issuedDebit.and(OPEN.ne(BigDecimal.ZERO));
            case OVERDUE -> issuedDebit.and(OPEN.ne(BigDecimal.ZERO)).and(OPEN_DUE.lt(today));
            case PAID -> issuedDebit.and(OPEN.eq(BigDecimal.ZERO));
            case DISPUTED -> DISPUTED.gt(BigDecimal.ZERO);
            case CREDIT_NOTES -> KIND.eq(CREDIT_NOTE);
        };
        String typed = filter.typed().strip().toLowerCase(Locale.ROOT);
        if (!typed.isEmpty()) {
            condition = condition.and(DSL.lower(NUMBER).contains(typed).or(DSL.lower(CUSTOMER.NAME).contains(typed))
                    .or(DSL.lower(CUSTOMER.CODE).contains(typed)));
        }
        return filter.customer() == null ? condition : condition.and(BUYER.eq(filter.customer().value()));
    }

    private static InvoiceRow row(Record row, LocalDate today) {
        CurrencyUnit currency = CurrencyUnit.of(row.get(CURRENCY).strip());
        Money total = Money.ofMinor(currency, row.get(TOTAL).longValueExact());
        Money open = Money.ofMinor(currency, row.get(OPEN).longValueExact());
        LocalDate openDue = row.get(OPEN_DUE);
        boolean draft = row.get(STATUS).equals(DocumentStore.DRAFT);
        boolean debit = !row.get(KIND).equals(CREDIT_NOTE);
        UUID id = row.get(ID);
        String number = row.get(NUMBER);
        return new InvoiceRow(id == null ? null : Id.of(id), row.get(KIND), number == null ? "" : number,
                new Buyer(Id.of(row.get(BUYER)), row.get(CUSTOMER.CODE), row.get(CUSTOMER.NAME)), row.get(DATE),
                openDue == null ? row.get(DUE) : openDue, total, open,
                Money.ofMinor(currency, row.get(DISPUTED).longValueExact()),
                InvoiceRow.state(draft, debit, total, open, openDue != null && openDue.isBefore(today)), row.get(REFERENCE));
    }

    /** Deposit invoices of a customer that no final invoice deducts, newest first. */
    List<String> deposits(Tx tx, UUID customer) {
        var last = DOCUMENT.as("last");
        return tx.sql().select(DOCUMENT.NUMBER).from(DOCUMENT)
                .where(DOCUMENT.CUSTOMER_ID.eq(customer), DOCUMENT.DEPOSIT.isTrue(), DOCUMENT.STATUS.eq(DocumentStore.ISSUED))
                .andNotExists(DSL.selectOne().from(last).where(last.LESS_DEPOSIT.eq(DOCUMENT.NUMBER),
                        last.STATUS.eq(DocumentStore.ISSUED)))
                .orderBy(DOCUMENT.ISSUED_AT.desc()).fetch(DOCUMENT.NUMBER);
    }

    /** The rate of the last document issued in a currency. */
    Optional<BigDecimal> lastRate(Tx tx, CurrencyUnit currency) {
        return tx.sql().select(DOCUMENT.RATE).from(DOCUMENT)
                .where(DOCUMENT.CURRENCY.eq(currency.getCode()), DOCUMENT.STATUS.eq(DocumentStore.ISSUED))
                .orderBy(DOCUMENT.ISSUED_AT.desc()).limit(1).fetchOptional(row -> TaxKey.plain(row.value1()));
    }
}
