package org.goodterms.check;

import static org.goodterms.db.gen.Tables.INSTALMENT;
import static org.goodterms.db.gen.Tables.INTEREST_CHARGE;
import static org.goodterms.db.gen.Tables.INTEREST_REVERSAL;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN;
import static org.goodterms.db.gen.Tables.PAYMENT_PLAN_ITEM;
import static org.goodterms.db.gen.Tables.POSTING;
import static org.goodterms.db.gen.Tables.RECOVERY;
import static org.goodterms.db.gen.Tables.WRITE_OFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.check.CheckStore.Odd;
import org.goodterms.db.Tx;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Reads what the checks of agreements and claims compare. Amounts are minor units. */
final class ClaimCheckStore {

    int plans(Tx tx) {
        return tx.sql().fetchCount(PAYMENT_PLAN);
    }

    int writeOffs(Tx tx) {
        return tx.sql().fetchCount(WRITE_OFF) + tx.sql().fetchCount(RECOVERY);
    }

    int charges(Tx tx) {
        return tx.sql().fetchCount(INTEREST_CHARGE);
    }

    /** Plans whose instalments or items do not add up to their amount. */
    List<Odd> unequalPlans(Tx tx) {
        Field<BigDecimal> parts = coalesce(field(select(sum(INSTALMENT.AMOUNT)).from(INSTALMENT)
                .where(INSTALMENT.PLAN_ID.eq(PAYMENT_PLAN.ID))), BigDecimal.ZERO);
        Field<BigDecimal> items = coalesce(field(select(sum(PAYMENT_PLAN_ITEM.AMOUNT)).from(PAYMENT_PLAN_ITEM)
                .where(PAYMENT_PLAN_ITEM.PLAN_ID.eq(PAYMENT_PLAN.ID))), BigDecimal.ZERO);
        return tx.sql().select(PAYMENT_PLAN.AGREED_ON, PAYMENT_PLAN.AMOUNT, parts, items).from(PAYMENT_PLAN).fetch().stream()
                .filter(r -> r.value3().longValueExact() != r.value2() || r.value4().longValueExact() != r.value2())
                .map(r -> new Odd("the plan of " + r.value1(), r.value3().longValueExact())).toList();
    }

    /**
     * Write-offs and recoveries whose entries do not show their loss or income, whose items are not settled, or that
     * recover more than was written off.
     */
    List<Odd> unequalWriteOffs(Tx tx) {
        List<Odd> odd = new ArrayList<>();
        Field<BigDecimal> loss = posted(WRITE_OFF.ENTRY_ID, WRITE_OFF.ACCOUNT);
        tx.sql().select(OPEN_ITEM.NUMBER, OPEN_ITEM.CARRYING, WRITE_OFF.AMOUNT, WRITE_OFF.NET, WRITE_OFF.TAX, loss,
                        OPEN_ITEM.OPEN_AMOUNT)
                .from(WRITE_OFF).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(WRITE_OFF.CREDIT_ITEM_ID))
                .fetch().stream().filter(r -> -r.value2() != r.value3() || r.value4() + r.value5() != r.value3()
                        || r.value6().longValueExact() != r.value4() || r.value7() != 0)
                .forEach(r -> odd.add(new Odd(r.value1(), r.value6().longValueExact())));
        Field<BigDecimal> income = posted(RECOVERY.ENTRY_ID, DSL.inline("4200"));
        tx.sql().select(RECOVERY.NUMBER, RECOVERY.AMOUNT, RECOVERY.NET, RECOVERY.TAX, income, OPEN_ITEM.OPEN_AMOUNT)
                .from(RECOVERY).join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(RECOVERY.ITEM_ID))
                .fetch().stream().filter(r -> r.value3() + r.value4() != r.value2()
                        || -r.value5().longValueExact() != r.value3() || r.value6() != 0)
                .forEach(r -> odd.add(new Odd(r.value1(), r.value5().longValueExact())));
        return odd;
    }

    private static Field<BigDecimal> posted(TableField<?, java.util.UUID> entry, Field<String> account) {
        return coalesce(field(select(sum(POSTING.AMOUNT)).from(POSTING).where(POSTING.ENTRY_ID.eq(entry))
                .and(POSTING.ACCOUNT.eq(account))), BigDecimal.ZERO);
    }

    /** Items charged twice for the same day; charges that were reversed do not count. */
    List<Odd> chargedTwice(Tx tx) {
        var other = INTEREST_CHARGE.as("other");
        return tx.sql().select(OPEN_ITEM.NUMBER, INTEREST_CHARGE.INTEREST).from(INTEREST_CHARGE)
                .join(other).on(other.ITEM_ID.eq(INTEREST_CHARGE.ITEM_ID)).and(other.ID.ne(INTEREST_CHARGE.ID))
                .and(other.FROM_DATE.le(INTEREST_CHARGE.TO_DATE)).and(other.TO_DATE.ge(INTEREST_CHARGE.FROM_DATE))
                .join(OPEN_ITEM).on(OPEN_ITEM.ID.eq(INTEREST_CHARGE.ITEM_ID))
                .where(INTEREST_CHARGE.ID.notIn(select(INTEREST_REVERSAL.CHARGE_ID).from(INTEREST_REVERSAL)))
                .and(other.ID.notIn(select(INTEREST_REVERSAL.CHARGE_ID).from(INTEREST_REVERSAL)))
                .fetch(r -> new Odd(r.value1(), r.value2()));
    }
}
