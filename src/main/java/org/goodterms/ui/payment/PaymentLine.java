package org.goodterms.ui.payment;

import java.time.LocalDate;
import org.goodterms.payment.PaymentRow;
import org.goodterms.payment.Unidentified;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of payments: a payment, or money of which nobody knows yet whose it is.
 *
 * @param amount    negative where money went back to the customer
 * @param allocated what of it settles something
 * @param unapplied what of it settles nothing
 */
record PaymentLine(LocalDate date, Money amount, Money allocated, Money unapplied, State state, @Nullable PaymentRow payment,
        @Nullable Unidentified unknown) {

    /** Where a payment stands. */
    enum State {
        UNKNOWN, UNAPPLIED, PARTLY_APPLIED, APPLIED, RETURNED, REFUND
    }

    static PaymentLine of(PaymentRow row) {
        Money zero = Money.zero(row.amount().getCurrencyUnit());
        boolean refund = row.kind().equals("refund");
        boolean returned = row.returned() != null;
        Money signed = refund ? row.amount().negated() : row.amount();
        Money allocated = returned || refund ? zero : row.amount().minus(row.unapplied());
        return new PaymentLine(row.date(), signed, allocated, row.unapplied(), state(row, allocated), row, null);
    }

    private static State state(PaymentRow row, Money allocated) {
        if (row.returned() != null) {
            return State.RETURNED;
        }
        if (row.kind().equals("refund")) {
            return State.REFUND;
        }
        return row.unapplied().isZero() ? State.APPLIED : allocated.isZero() ? State.UNAPPLIED : State.PARTLY_APPLIED;
    }

    static PaymentLine of(Unidentified money) {
        Money zero = Money.zero(money.amount().getCurrencyUnit());
        return new PaymentLine(money.date(), money.amount(), zero, money.amount(), State.UNKNOWN, null, money);
    }

    /** By what a line is known again. */
    Object key() {
        return payment != null ? payment.id() : unknown == null ? this : unknown.id();
    }

    String customer() {
        return payment == null ? "" : payment.customerName();
    }

    String number() {
        return payment == null ? "" : payment.number();
    }

    String reference() {
        return payment != null ? payment.reference() : unknown == null ? "" : unknown.text();
    }
}
