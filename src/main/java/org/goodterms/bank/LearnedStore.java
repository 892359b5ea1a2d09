package org.goodterms.bank;

import static org.goodterms.db.gen.Tables.BANK_BOOKING;
import static org.goodterms.db.gen.Tables.BANK_LINE;
import static org.goodterms.db.gen.Tables.BANK_MATCH;
import static org.goodterms.db.gen.Tables.CUSTOMER;
import static org.goodterms.db.gen.Tables.PAYER_LINK;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goodterms.db.Tx;

/** Reads what was learned from matches by hand. */
final class LearnedStore {

    /** A line that a person booked to an account. @param key by what its payer is known again */
    record Habit(UUID match, String key, String payer, String account, LocalDate on) {
    }

    /** What is booked and not forgotten, in the order of booking dates: of one payer the last tells. */
    List<Habit> habits(Tx tx) {
        return tx.sql().select(BANK_MATCH.ID, BANK_LINE.AMOUNT, BANK_LINE.PAYER, BANK_LINE.TEXT, BANK_BOOKING.ACCOUNT,
                BANK_MATCH.EFFECTIVE_DATE).from(BANK_LINE).join(BANK_MATCH).on(BANK_MATCH.ID.eq(BANK_LINE.MATCH_ID))
                .join(BANK_BOOKING).on(BANK_BOOKING.MATCH_ID.eq(BANK_MATCH.ID)).and(BANK_BOOKING.POSITION.eq(1))
                .where(BANK_MATCH.KIND.eq(MatchKind.BOOKED.word())).and(BANK_MATCH.FORGOTTEN_AT.isNull())
                .orderBy(BANK_LINE.BOOKED_ON, BANK_LINE.SEQ).fetch(r -> {
                    String payer = r.value3().isEmpty() ? r.value4() : r.value3();
                    return new Habit(r.value1(), Proposing.key(r.value2() > 0, payer), payer, r.value5(), r.value6());
                });
    }

    List<Learned> links(Tx tx) {
        return tx.sql().select(PAYER_LINK.ID, PAYER_LINK.IBAN, CUSTOMER.CODE, PAYER_LINK.LEARNED_ON, PAYER_LINK.SHOWN_AT)
                .from(PAYER_LINK).join(CUSTOMER).on(CUSTOMER.ID.eq(PAYER_LINK.CUSTOMER_ID)).orderBy(PAYER_LINK.RECORDED_AT)
                .fetch(r -> new Learned(Learned.Kind.PAYER, r.value1(), r.value2(), r.value3(), r.value4(),
                        r.value5() != null));
    }
}
