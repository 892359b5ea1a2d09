package org.goodterms.ui.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.dispute.Dispute;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.intake.Attachment;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Payment;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.Policies;
import org.goodterms.report.CustomerGlance;
import org.goodterms.report.CustomerHistoryService;
import org.goodterms.report.ReportService;
import org.goodterms.report.SegmentProposal;
import org.goodterms.report.SegmentService;
import org.goodterms.report.TimelineEvent;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** Everything about one customer: figures of today, what is open, what happened, what is to be done. */
public final class CustomerViewModel {
    private static final int PAGE = 40;

    /** The rooms that know something about a customer. */
    public record Rooms(CustomerService customers, ContactService contacts, CustomerHistoryService history,
                        ReportService reports, FollowUpService followUps, SegmentService segments) {
    }

    /** What the timeline is narrowed down to. */
    public enum Theme {
        ALL, DOCUMENTS(TimelineEvent.Kind.DOCUMENT, TimelineEvent.Kind.ATTACHMENT),
        PAYMENTS(TimelineEvent.Kind.PAYMENT, TimelineEvent.Kind.RETURN),
        MESSAGES(TimelineEvent.Kind.MESSAGE), TALKS(TimelineEvent.Kind.CONTACT, TimelineEvent.Kind.NOTE),
        TASKS(TimelineEvent.Kind.TASK), DISPUTES(TimelineEvent.Kind.DISPUTE, TimelineEvent.Kind.HOLD);

        private final Set<TimelineEvent.Kind> kinds;

        Theme(TimelineEvent.Kind... kinds) {
            this.kinds = Set.of(kinds);
        }
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable CustomerGlance> glance = new SimpleObjectProperty<>();
    final ObservableList<OpenItem> items = FXCollections.observableArrayList();
    final ObservableList<TimelineEvent> events = FXCollections.observableArrayList();
    final ObservableList<FollowUp> tasks = FXCollections.observableArrayList();
    final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.ALL);
    final ObjectProperty<@Nullable SegmentProposal> proposal = new SimpleObjectProperty<>();
    final BooleanProperty more = new SimpleBooleanProperty();
    private int wanted = PAGE;

    public CustomerViewModel(Desk desk, Rooms rooms, Id<Customer> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Customer.class, Contact.class,
                OpenItem.class, Allocation.class, Payment.class, Dispute.class, FollowUp.class, Attachment.class);
        theme.addListener((o, was, is) -> {
            wanted = PAGE;
            loadEvents();
        });
    }

    void load() {
        desk.tasks().load(customer, progress -> rooms.customers().customer(id), customer::set);
        desk.tasks().load(glance, progress -> rooms.history().glance(id), glance::set);
        LocalDate today = desk.formats().today();
        desk.tasks().load(items, progress -> rooms.reports().openItems(today, null, id), items::setAll);
        desk.tasks().load(tasks, progress -> rooms.followUps().list(FollowUp.Filter.OPEN).stream()
                .filter(task -> task.whom() != null && task.whom().id().equals(id)).toList(), tasks::setAll);
        desk.tasks().load(proposal, progress -> rooms.segments().proposal(id), found -> proposal.set(found.orElse(null)));
        loadEvents();
    }

    /** Keeps the proposed segment with the customer. */
    void decide(SegmentProposal proposed) {
        Customer before = customer.get();
        String was = before == null ? "" : before.trade().segment();
        String word = proposed.segment().word();
        desk.tasks().run("customer.segment.take", progress -> rooms.segments().decide(id, word), changed -> taken(word, was),
                desk.overlay()::problems);
    }

    /** Offers what the group is good for: a way of reminding of its own. */
    private void taken(String word, String was) {
        String said = desk.texts().get("customer.segment.taken", desk.texts().get("segment." + word));
        if (desk.navigator().knows("policy")) {
            desk.overlay().toast(said, desk.texts().get("customer.segment.policy"), () -> desk.navigator().go(Place.of("policy",
                    new Policies.Subject(Policies.Scope.SEGMENT, word))));
        } else {
            desk.overlay().undoable(said, () -> undecide(was));
        }
    }

    private void undecide(String was) {
        desk.tasks().run("customer.segment.take", progress -> rooms.segments().decide(id, was), changed -> { }, desk.overlay()::problems);
    }

    private void loadEvents() {
        Set<TimelineEvent.Kind> kinds = theme.get().kinds;
        int many = wanted;
        desk.tasks().load(events, progress -> rooms.history().timeline(id, kinds, 0, many + 1), found -> {
            more.set(found.size() > many);
            events.setAll(found.stream().limit(many).toList());
        });
    }

    /** Goes further back in time. */
    void showMore() {
        wanted += PAGE;
        loadEvents();
    }

    /** Writes down what was said. Closes the dialog through {@code done}; problems go to {@code problems}. */
    void log(Contact.Saying saying, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("contact.log", progress -> rooms.contacts().log(id, saying), logged -> {
            done.run();
            desk.overlay().toast(desk.texts().get("contact.logged"));
        }, problems);
    }

    /** Keeps new invoices back. */
    void hold(String reason, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("customer.hold", progress -> rooms.customers().setHold(id, reason), held -> {
            done.run();
            desk.overlay().undoable(desk.texts().get("customer.hold.set"), this::release);
        }, problems);
    }

    void release() {
        desk.tasks().run("customer.release", progress -> rooms.customers().clearHold(id, ""),
                free -> desk.overlay().toast(desk.texts().get("customer.hold.cleared")), desk.overlay()::problems);
    }

    void done(FollowUp task, String result) {
        desk.tasks().run("followup.done", progress -> rooms.followUps().done(task.id(), result),
                done -> desk.overlay().undoable(desk.texts().get("followup.was_done"), () -> reopen(done)),
                desk.overlay()::problems);
    }

    private void reopen(FollowUp task) {
        desk.tasks().run("followup.reopen", progress -> rooms.followUps().reopen(task.id()), open -> { },
                desk.overlay()::problems);
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
