package org.goodterms.ui.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.call.CallCase;
import org.goodterms.call.CallDeskService;
import org.goodterms.call.CallEntry;
import org.goodterms.call.CallResult;
import org.goodterms.call.CallService;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.dispute.Dispute;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One call after the other: who is next, what lies ready, and what came of it. */
public final class CallViewModel {

    /** What prepares calls and takes their results down. */
    public record Rooms(CallDeskService calls, CallService reports, CompanyService companies) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Subscriptions subscriptions;
    private final Set<Id<Customer>> passed = new HashSet<>();
    private @Nullable Id<Customer> wanted;
    final ObservableList<CallEntry> queue = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable CallCase> current = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Company> firm = new SimpleObjectProperty<>();
    final BooleanProperty finished = new SimpleBooleanProperty();
    final IntegerProperty made = new SimpleIntegerProperty();
    final StringProperty person = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");

    /** @param first whom to call first; null: whoever presses most */
    public CallViewModel(Desk desk, Rooms rooms, @Nullable Id<Customer> first) {
        this.desk = desk;
        this.rooms = rooms;
        this.wanted = first;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, FollowUp.class, Contact.class, OpenItem.class, Dispute.class,
                Promise.class);
    }

    private record Found(List<CallEntry> queue, @Nullable CallCase next, Company firm) {
    }

    void load() {
        Id<Customer> first = wanted;
        Set<Id<Customer>> over = Set.copyOf(passed);
        desk.tasks().load(queue, progress -> {
            List<CallEntry> today = rooms.calls().today();
            Id<Customer> next = first != null ? first : today.stream().map(entry -> entry.whom().id()).filter(id -> !over.contains(id))
                    .findFirst().orElse(null);
            return new Found(today, next == null ? null : rooms.calls().prepare(next), rooms.companies().company());
        }, this::show);
    }

    private void show(Found found) {
        CallCase before = current.get();
        firm.set(found.firm());
        queue.setAll(found.queue());
        CallCase next = found.next();
        wanted = next == null ? null : next.customer().id();
        if (before == null || next == null || !before.customer().id().equals(next.customer().id())) {
            person.set(next == null ? "" : next.customer().persons().stream().filter(one -> one.getsReminders() && !one.name().isBlank())
                    .map(one -> one.name()).findFirst().orElse(""));
            note.set("");
        }
        current.set(next);
        finished.set(next == null);
    }

    /** How many wait behind the one that is shown. */
    long waiting() {
        CallCase now = current.get();
        return queue.stream().map(entry -> entry.whom().id()).filter(id -> !passed.contains(id))
                .filter(id -> now == null || !now.customer().id().equals(id)).count();
    }

    /** Leaves this customer for later and goes on; the task stays as it is. */
    void next() {
        CallCase now = current.get();
        if (now != null) {
            passed.add(now.customer().id());
        }
        wanted = null;
        load();
    }

    private CallService.Said said() {
        return new CallService.Said(Objects.requireNonNull(current.get()).customer().id(), person.get().strip(), note.get().strip());
    }

    /** Takes down how the call ended, with what follows from it, and goes on to the next. */
    void report(CallResult result) {
        String then = desk.texts().get("call.then." + result.word());
        CallService.Said said = said();
        desk.tasks().run("call.report", progress -> rooms.reports().report(result, said, then), task -> {
            gone();
            if (result == CallResult.PLAN_WANTED && desk.navigator().knows("agreement.new")) {
                desk.overlay().toast(then, desk.texts().get("call.plan_now"),
                        () -> desk.navigator().go(Place.of("agreement.new", said.customer())));
                return;
            }
            desk.overlay().toast(desk.texts().get("call.reported", desk.texts().get("call.result." + result.word()),
                    task.title().isEmpty() ? desk.texts().get("followup.kind." + task.kind().word()) : task.title(),
                    desk.formats().near(task.due())));
        }, desk.overlay()::problems);
    }

    /**
     * Takes a promise down.
     *
     * @param consent the owner's word where two promises were broken before
     * @param confirm whether the mail that confirms it is made ready
     */
    record Given(List<String> numbers, Money amount, LocalDate by, String consent, boolean confirm) {
    }

    void promise(Given given, Runnable closed, Consumer<List<Problem>> problems) {
        CallService.Said said = said();
        PromiseService.Request request = new PromiseService.Request(said.customer(), given.numbers(), given.amount(), given.by(),
                new Promise.Said(said.person(), Contact.Means.PHONE.word(), said.note()), given.consent());
        desk.tasks().run("call.report", progress -> rooms.reports().promise(request), promise -> {
            closed.run();
            gone();
            if (given.confirm()) {
                confirm(promise);
            } else {
                desk.overlay().toast(desk.texts().get("call.promised", promise.amount(), desk.formats().date(promise.by())));
            }
        }, problems);
    }

    private void confirm(Promise promise) {
        desk.tasks().run("call.confirm", progress -> rooms.reports().confirm(promise), message ->
                desk.overlay().toast(desk.texts().get("call.confirmation_ready", promise.amount(), desk.formats().date(promise.by())),
                        desk.texts().get("call.confirmation_read"), () -> read(message)), desk.overlay()::problems);
    }

    private void read(Message message) {
        desk.navigator().go(Place.of("message", message.id()));
    }

    void dispute(CallService.Contested contested, Runnable closed, Consumer<List<Problem>> problems) {
        CallService.Said said = said();
        desk.tasks().run("call.report", progress -> rooms.reports().dispute(said, contested), dispute -> {
            closed.run();
            gone();
            desk.overlay().toast(desk.texts().get("call.disputed", dispute.amount(), dispute.number()));
        }, problems);
    }

    private void gone() {
        made.set(made.get() + 1);
        next();
    }

    /** The one whose turn it is, with the whole customer page. */
    void toCustomer() {
        CallCase now = current.get();
        if (now != null) {
            desk.navigator().go(Place.of("customer", now.customer().id()));
        }
    }

    /** What can be chosen for the person who answered. */
    List<String> persons() {
        CallCase now = current.get();
        List<String> names = new ArrayList<>();
        if (now != null) {
            now.customer().persons().stream().map(one -> one.name()).filter(name -> !name.isBlank()).forEach(names::add);
        }
        return names;
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
