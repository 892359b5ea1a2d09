package org.goodterms.ui.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.Hold;
import org.goodterms.reminder.HoldService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What keeps reminders back from a customer: promises, later due days, holds, and whether contact is allowed at all. */
public final class AgreedViewModel {

    /** The rooms that know it. */
    public record Rooms(PromiseService promises, ExtensionService extensions, HoldService holds) {
    }

    /**
     * As of today.
     *
     * @param kept     of all promises whose day has come
     * @param extended later due days, the newest last
     */
    record Agreed(List<PromiseStanding> promises, PromiseService.Kept kept, List<Extension> extended, List<Hold> holds, boolean forbidden) {
        long broken() {
            return promises.stream().filter(one -> one.state().failed()).count();
        }
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Agreed> agreed = new SimpleObjectProperty<>();

    public AgreedViewModel(Desk desk, Rooms rooms, Id<Customer> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Promise.class, Extension.class, Hold.class, OpenItem.class,
                Allocation.class);
    }

    void load() {
        LocalDate today = desk.formats().today();
        desk.tasks().load(agreed, progress -> new Agreed(rooms.promises().of(id), rooms.promises().kept(id), rooms.extensions().ofCustomer(id),
                rooms.holds().standing(today, id), rooms.holds().isForbidden(id)), agreed::set);
    }

    /** A promise that came by mail, by letter or in a meeting; calls have their own desk. */
    void promise(PromiseService.Request request, Runnable closed, Consumer<List<Problem>> problems) {
        desk.tasks().run("agreed.promise", progress -> rooms.promises().add(request), promise -> {
            closed.run();
            desk.overlay().toast(desk.texts().get("call.promised", promise.amount(), desk.formats().date(promise.by())));
        }, problems);
    }

    void extend(ExtensionService.Request request, Runnable closed, Consumer<List<Problem>> problems) {
        desk.tasks().run("agreed.extend", progress -> rooms.extensions().extend(request), extension -> {
            closed.run();
            desk.overlay().toast(desk.texts().get("agreed.extended", extension.number(), desk.formats().date(extension.newDue())));
        }, problems);
    }

    /** @param number of one document; empty: everything of the customer */
    void hold(String code, String number, String reason, @Nullable LocalDate until, Runnable closed, Consumer<List<Problem>> problems) {
        desk.tasks().run("agreed.hold", progress -> set(code, number, reason, until), held -> {
            closed.run();
            desk.overlay().undoable(desk.texts().get("agreed.held"), () -> lift(held.getFirst()));
        }, problems);
    }

    private Outcome<List<Hold>> set(String code, String number, String reason, @Nullable LocalDate until) {
        return number.isEmpty() ? rooms.holds().holdCustomer(code, reason, until) : rooms.holds().holdItem(number, reason, until);
    }

    void lift(Hold hold) {
        desk.tasks().run("agreed.lift", progress -> hold.item() == null ? rooms.holds().liftCustomer(hold.code()).map(same -> true)
                : rooms.holds().liftItem(hold.number()).map(same -> true), lifted -> desk.overlay().undoable(desk.texts().get("agreed.lifted"),
                () -> hold(hold.code(), hold.number(), hold.reason(), hold.until(), () -> { }, desk.overlay()::problems)),
                desk.overlay()::problems);
    }

    /** No contact from now on, or contact again. */
    void contact(String code, boolean allowed) {
        desk.tasks().run("agreed.contact", progress -> allowed ? rooms.holds().allow(code) : rooms.holds().forbid(code), customer ->
                desk.overlay().undoable(desk.texts().get(allowed ? "agreed.allowed" : "agreed.forbidden"), () -> contact(code, !allowed)),
                desk.overlay()::problems);
    }

    /** Asked for by those who owe nothing in another currency: the amount a promise may have. */
    static Money open(List<OpenItem> items, List<String> numbers) {
        return items.stream().filter(item -> numbers.contains(item.number()) && item.kind().debit()).map(OpenItem::open)
                .reduce(Money::plus).orElseThrow();
    }

    Id<Customer> id() {
        return id;
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
