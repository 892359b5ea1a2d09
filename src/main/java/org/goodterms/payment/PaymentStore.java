package org.goodterms.payment;

import static org.goodterms.db.gen.Tables.ALLOCATION;
import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.ENTRY;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT;
import static org.goodterms.db.gen.Tables.PAYMENT_RETURN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.db.gen.tables.records.PaymentRecord;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** SQL of payments and their returns. */
final class PaymentStore {

    void insert(Tx tx, List<Payment> payments) {
        tx.sql().batchInsert(payments.stream().map(payment -> {
            PaymentRecord r = new PaymentRecord();
            r.setId(payment.id().value());
            r.setCustomerId(payment.customer().value());
            r.setKind(payment.kind().word());
            r.setPayDate(payment.date());
            r.setReceivedOn(payment.received());
            r.setAmount(payment.amount().getAmountMinorLong());
            r.setCurrency(payment.amount().getCurrencyUnit().getCode());
            r.setRate(payment.rate());
            r.setMethod(payment.method().word());
            r.setAccount(payment.account());
            r.setReference(payment.reference());
            r.setNote(payment.note());
            r.setItemId(payment.item().value());
            r.setEntryId(payment.entry().value());
            r.setRecordedAt(tx.now());
            return r;
        }).toList()).execute();
    }

    Optional<Payment> byId(Tx tx, Id<Payment> id) {
        return find(tx, PAYMENT.ID.eq(id.value())).stream().findFirst();
    }

    List<Payment> onDay(Tx tx, LocalDate date) {
        return find(tx, PAYMENT.PAY_DATE.eq(date));
    }

    private List<Payment> find(Tx tx, Condition condition) {
        return tx.sql().select(PAYMENT.fields()).select(OPEN_ITEM.NUMBER)
                .from(PAYMENT).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PAYMENT.ITEM_ID))
                .join(ENTRY).on(ENTRY.ID.eq(PAYMENT.ENTRY_ID)).where(condition)
                .orderBy(PAYMENT.PAY_DATE, ENTRY.SEQ)
                .fetch(r -> new Payment(Id.of(r.get(PAYMENT.ID)), Id.of(r.get(PAYMENT.CUSTOMER_ID)),
                        Payment.Kind.valueOf(r.get(PAYMENT.KIND).toUpperCase(java.util.Locale.ROOT)),
                        r.get(PAYMENT.PAY_DATE),
                        Money.ofMinor(CurrencyUnit.of(r.get(PAYMENT.CURRENCY)), r.get(PAYMENT.AMOUNT)),
                        r.get(PAYMENT.RATE).stripTrailingZeros(), Method.of(r.get(PAYMENT.METHOD)).orElseThrow(),
                        r.get(PAYMENT.ACCOUNT), r.get(PAYMENT.REFERENCE), r.get(PAYMENT.NOTE),
                        Id.<OpenItem>of(r.get(PAYMENT.ITEM_ID)), Id.<PostedEntry>of(r.get(PAYMENT.ENTRY_ID)),
                        r.get(OPEN_ITEM.NUMBER), r.get(PAYMENT.RECEIVED_ON)));
    }

    boolean isReturned(Tx tx, Id<Payment> payment) {
        return tx.sql().fetchExists(PAYMENT_RETURN, PAYMENT_RETURN.PAYMENT_ID.eq(payment.value()));
    }

    /** A payment that was not one after all: what it was taken for is undone, the money went elsewhere. */
    void insertWithdrawal(Tx tx, UUID id, Payment payment, LocalDate on, Id<OpenItem> item, Id<PostedEntry> entry) {
        tx.sql().insertInto(PAYMENT_RETURN).set(PAYMENT_RETURN.ID, id)
                .set(PAYMENT_RETURN.PAYMENT_ID, payment.id().value()).set(PAYMENT_RETURN.KIND, "withdrawn")
                .set(PAYMENT_RETURN.RETURN_DATE, on).set(PAYMENT_RETURN.FEE, 0L).set(PAYMENT_RETURN.RECHARGE, 0L)
                .set(PAYMENT_RETURN.ITEM_ID, item.value()).set(PAYMENT_RETURN.ENTRY_ID, entry.value())
                .set(PAYMENT_RETURN.RECORDED_AT, tx.now()).execute();
    }

    void insertReturn(Tx tx, UUID id, PaymentReturn back, Id<OpenItem> item, Id<PostedEntry> entry) {
        tx.sql().insertInto(PAYMENT_RETURN).set(PAYMENT_RETURN.ID, id)
                .set(PAYMENT_RETURN.PAYMENT_ID, back.payment().value())
                .set(PAYMENT_RETURN.KIND, back.chargeback() ? "chargeback" : "bounce")
                .set(PAYMENT_RETURN.RETURN_DATE, back.date())
                .set(PAYMENT_RETURN.FEE, back.fee().getAmountMinorLong())
                .set(PAYMENT_RETURN.RECHARGE, back.recharge().getAmountMinorLong())
                .set(PAYMENT_RETURN.ITEM_ID, item.value())
                .set(PAYMENT_RETURN.ENTRY_ID, entry.value())
                .set(PAYMENT_RETURN.RECORDED_AT, tx.now()).execute();
    }

    /** Payments, newest first; of one customer where it is given. */
    List<PaymentRow> rows(Tx tx, @Nullable Id<Customer> customer) {
        return rows(tx, customer == null ? DSL.noCondition() : PAYMENT.CUSTOMER_ID.eq(customer.value()));
    }

    /** The newest payments whose number, reference or customer holds the text, or whose amount it is. */
    List<PaymentRow> search(Tx tx, String typed, @Nullable BigDecimal amount, int limit) {
        String folded = typed.toLowerCase(Locale.ROOT);
        Condition found = DSL.lower(OPEN_ITEM.NUMBER).contains(folded).or(DSL.lower(PAYMENT.REFERENCE).contains(folded))
                .or(DSL.lower(CUSTOMER.NAME).contains(folded)).or(CUSTOMER.CODE.equalIgnoreCase(typed));
        Condition worth = DSL.falseCondition();
        if (amount != null) {
            for (int decimals : new int[] {0, 2, 3}) {
                BigDecimal minor = amount.movePointRight(decimals).stripTrailingZeros();
                if (minor.scale() <= 0 && minor.precision() - minor.scale() < 18) {
                    worth = worth.or(PAYMENT.AMOUNT.eq(minor.longValueExact()).and(PAYMENT.CURRENCY.in(withDecimals(decimals))));
                }
            }
            found = found.or(worth);
        }
        return rows(tx, found, limit);
    }

    private static List<String> withDecimals(int decimals) {
        return CurrencyUnit.registeredCurrencies().stream().filter(unit -> unit.getDecimalPlaces() == decimals)
                .map(CurrencyUnit::getCode).toList();
    }

    Optional<PaymentRow> row(Tx tx, Id<Payment> id) {
        return rows(tx, PAYMENT.ID.eq(id.value())).stream().findFirst();
    }

    /** Every allocation made with a payment or, for a refund, with the credits it paid out; taken back or not. */
    List<PaymentStory.Step> steps(Tx tx, Id<Payment> id) {
        var own = OPEN_ITEM.as("own");
        var other = OPEN_ITEM.as("other");
        var counter = ALLOCATION.as("counter");
        return tx.sql().select(other.NUMBER, other.KIND, other.SOURCE_ID, own.KIND, ALLOCATION.EFFECTIVE_DATE,
                        ALLOCATION.AMOUNT, own.CURRENCY, counter.EFFECTIVE_DATE)
                .from(ALLOCATION)
                .join(own).on(own.ID.in(ALLOCATION.CREDIT_ID, ALLOCATION.DEBIT_ID)).and(own.SOURCE_ID.eq(id.value()))
                .join(other).on(other.ID.in(ALLOCATION.CREDIT_ID, ALLOCATION.DEBIT_ID)).and(other.ID.ne(own.ID))
                .and(other.SOURCE_ID.isNull().or(other.SOURCE_ID.ne(id.value())))
                .leftJoin(counter).on(counter.REVERSES.eq(ALLOCATION.ID))
                .where(ALLOCATION.REVERSES.isNull())
                .orderBy(ALLOCATION.EFFECTIVE_DATE, ALLOCATION.RECORDED_AT, ALLOCATION.ID)
                .fetch(r -> new PaymentStory.Step(r.value1(), ItemKind.of(r.value2()), r.value3(), ItemKind.of(r.value4()),
                        r.value5(), Money.ofMinor(CurrencyUnit.of(r.value7()), r.value6()), r.value8()));
    }

    private List<PaymentRow> rows(Tx tx, Condition condition) {
        return rows(tx, condition, Integer.MAX_VALUE);
    }

    private List<PaymentRow> rows(Tx tx, Condition condition, int limit) {
        return tx.sql().select(PAYMENT.ID, PAYMENT.PAY_DATE, CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME, PAYMENT.KIND,
                        PAYMENT.METHOD, PAYMENT.CURRENCY, PAYMENT.AMOUNT, OPEN_ITEM.OPEN_AMOUNT, OPEN_ITEM.NUMBER,
                        PAYMENT.REFERENCE, PAYMENT.NOTE, PAYMENT_RETURN.RETURN_DATE, PAYMENT_RETURN.KIND)
                .from(PAYMENT).join(CUSTOMER).on(CUSTOMER.ID.eq(PAYMENT.CUSTOMER_ID))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(PAYMENT.ITEM_ID))
                .leftJoin(PAYMENT_RETURN).on(PAYMENT_RETURN.PAYMENT_ID.eq(PAYMENT.ID))
                .where(condition)
                .orderBy(PAYMENT.PAY_DATE.desc(), PAYMENT.RECORDED_AT.desc(), PAYMENT.ID.desc()).limit(limit)
                .fetch(r -> {
                    CurrencyUnit currency = CurrencyUnit.of(r.value8());
                    return new PaymentRow(Id.of(r.value1()), r.value2(), Id.of(r.value3()), r.value4(), r.value5(),
                            r.value6(), r.value7(), Money.ofMinor(currency, r.value9()),
                            Money.ofMinor(currency, Math.abs(r.value10())), r.value11(), r.value12(), r.value13(),
                            r.value14(), r.value15());
                });
    }
}
