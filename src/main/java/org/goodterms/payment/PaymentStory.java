package org.goodterms.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.receivable.ItemKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment with all that was done with it.
 *
 * @param steps in the order they took effect
 */
public record PaymentStory(Payment payment, PaymentRow row, List<Step> steps) {

    /**
     * An allocation that was made with the payment.
     *
     * @param number    of the item on the other side
     * @param kind      of that item
     * @param source    the document or payment behind that item, or null
     * @param by        what settled it: the money itself ({@link ItemKind#RECEIPT}), a discount, a small difference
     * @param on        from when it counts
     * @param amount    positive, in the currency of the payment
     * @param takenBack from when it counts no longer; null while it stands
     */
    public record Step(String number, ItemKind kind, @Nullable UUID source, ItemKind by, LocalDate on, Money amount,
            @Nullable LocalDate takenBack) {
        public boolean stands() {
            return takenBack == null;
        }
    }

    public PaymentStory {
        steps = List.copyOf(steps);
    }

    /** What of the payment settles something now. */
    public Money allocated() {
        return row.returned() != null ? Money.zero(row.amount().getCurrencyUnit()) : row.amount().minus(row.unapplied());
    }

    /** Whether something stands that can be taken back. */
    public boolean settlesSomething() {
        return row.returned() == null && steps.stream().anyMatch(step -> step.stands() && step.kind() != ItemKind.REVERSAL
                && step.kind() != ItemKind.REFUND);
    }

    /** The documents that stand settled, each once. */
    public List<String> numbers() {
        return steps.stream().filter(Step::stands).map(Step::number).distinct().toList();
    }

    static Optional<PaymentStory> of(Optional<Payment> payment, Optional<PaymentRow> row, List<Step> steps) {
        return payment.flatMap(p -> row.map(r -> new PaymentStory(p, r, steps)));
    }
}
