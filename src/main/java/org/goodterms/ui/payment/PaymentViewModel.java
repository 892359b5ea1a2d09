package org.goodterms.ui.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.PaymentStory;
import org.goodterms.payment.ReturnService;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.ItemKind;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One payment: what it has settled, and what can be done with it. */
public final class PaymentViewModel {
    private final Desk desk;
    private final PaymentService payments;
    private final ReturnService returns;
    private final Id<Payment> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable PaymentStory> story = new SimpleObjectProperty<>();

    public PaymentViewModel(Desk desk, PaymentService payments, ReturnService returns, Id<Payment> id) {
        this.desk = desk;
        this.payments = payments;
        this.returns = returns;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Payment.class, Allocation.class);
    }

    void load() {
        desk.tasks().load(story, progress -> payments.story(id), found -> found.ifPresent(story::set));
    }

    /** What was taken back, and what of it can be settled again by the money alone. */
    private record Undone(List<Settlement.Part> parts, boolean plain) {
    }

    /**
     * Takes back what the payment settles, from today on. What the money alone had settled can be settled again at once;
     * a discount or small difference that went with it cannot.
     *
     * @param number only of this item; null: all
     */
    void takeBack(@Nullable String number) {
        desk.tasks().run("payment.take_back", progress -> {
            List<PaymentStory.Step> steps = payments.story(id).map(PaymentStory::steps).orElse(List.of()).stream()
                    .filter(step -> step.stands() && (number == null || step.number().equals(number))).toList();
            Undone undone = new Undone(steps.stream().filter(step -> step.by() == ItemKind.RECEIPT && step.kind() != ItemKind.REFUND)
                    .map(step -> new Settlement.Part(step.number(), step.amount())).toList(),
                    steps.stream().allMatch(step -> step.by() == ItemKind.RECEIPT));
            return payments.unallocate(id, number, desk.formats().today()).map(back -> undone);
        }, undone -> {
            String said = number == null ? desk.texts().get("payment.taken_back_all")
                    : desk.texts().get("payment.taken_back", number);
            if (undone.plain()) {
                desk.overlay().undoable(said, () -> again(undone.parts()));
            } else {
                desk.overlay().toast(said);
            }
        }, desk.overlay()::problems);
    }

    private void again(List<Settlement.Part> parts) {
        desk.tasks().run("payment.settle_more", progress -> payments.allocate(id, new Settlement.ByHand(parts),
                desk.formats().today()), done -> { }, desk.overlay()::problems);
    }

    /** The payment came back from the bank or the card company. */
    void bounce(PaymentReturn back, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("payment.bounce", progress -> returns.bounce(back), payment -> {
            done.run();
            desk.overlay().toast(desk.texts().get("payment.came_back", payment.number()));
        }, problems);
    }

    /** Pays a credit of the customer out. */
    void refund(Money amount, LocalDate on, String note, Runnable done, Consumer<List<Problem>> problems) {
        PaymentStory known = story.get();
        if (known != null) {
            desk.tasks().run("payment.refund", progress -> payments.refund(known.payment().customer(), amount, on, note), paid -> {
                done.run();
                desk.overlay().toast(desk.texts().get("payment.refunded", paid.amount()), desk.texts().get("window.show"),
                        () -> desk.navigator().go(Place.of("payment", paid.id())));
            }, problems);
        }
    }

    Id<Payment> id() {
        return id;
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
