package org.goodterms.ui.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.dispute.Dispute;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Reading;
import org.goodterms.outbox.Way;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.DunningPlan.Stopped;
import org.goodterms.reminder.Earlier;
import org.goodterms.reminder.Hold;
import org.goodterms.reminder.HoldService;
import org.goodterms.reminder.Outlook;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.PolicySentences;
import org.goodterms.reminder.Reason;
import org.goodterms.reminder.ReminderService;
import org.goodterms.reminder.RunReport;
import org.goodterms.reminder.RunService;
import org.goodterms.reminder.Step;
import org.goodterms.reminder.Written;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** The plan of any day: nothing is changed by looking at it. Today's can be approved and sent. */
public final class PlanViewModel {

    /** What plans, writes and sends. */
    public record Rooms(CustomerService customers, ReminderService reminders, MailService mail, HoldService holds, ReportService reports) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Subscriptions subscriptions;
    private Map<Id<Customer>, String> names = Map.of();
    private Map<Id<OpenItem>, Earlier> earlier = Map.of();
    final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable DunningPlan> plan = new SimpleObjectProperty<>();
    final ObservableList<Notice> messages = FXCollections.observableArrayList();
    final ObservableList<Stopped> stopped = FXCollections.observableArrayList();
    final ObservableList<Outlook.Next> all = FXCollections.observableArrayList();
    private final PolicySentences words;
    final ObservableList<DunningPlan.Errand> errands = FXCollections.observableArrayList();

    public PlanViewModel(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
        this.words = new PolicySentences(desk.texts(), desk.formats()::date);
        day.set(desk.formats().today());
        subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Customer.class, Message.class, Dispute.class,
                FollowUp.class, Hold.class);
        day.addListener((o, was, is) -> load());
    }

    private record Found(DunningPlan plan, Map<Id<Customer>, String> names, Map<Id<OpenItem>, Earlier> earlier) {
    }

    void load() {
        LocalDate wanted = day.get();
        if (wanted != null) {
            desk.tasks().load(messages, progress -> {
                Map<Id<Customer>, String> known = new HashMap<>();
                rooms.customers().list().forEach(row -> known.put(row.id(), row.name()));
                DunningPlan planned = rooms.reminders().worklists().plan(wanted);
                return new Found(planned, known, rooms.reminders().worklists().earlier(planned));
            }, this::show);
        }
    }

    private void show(Found found) {
        names = found.names();
        earlier = found.earlier();
        messages.setAll(found.plan().messages());
        stopped.setAll(found.plan().stopped());
        errands.setAll(found.plan().tasks());
        plan.set(found.plan());
    }

    /** Every overdue item with what comes next or why nothing does, seen from the day looked at. */
    void loadAll() {
        LocalDate wanted = day.get();
        if (wanted != null) {
            desk.tasks().load(all, progress -> rooms.reminders().policies().overdue(wanted), all::setAll);
        }
    }

    /** The next step and its day, or the one reason. */
    String next(Outlook.Next next) {
        return next.reason() != null && next.standing() == Outlook.Standing.STOPPED ? why(stopped(next)) : words.next(next);
    }

    /** What helps where something keeps it back; null where its day simply comes. */
    @Nullable String remedyKey(Outlook.Next next) {
        return switch (next.standing()) {
            case OFF -> "plan.remedy.off";
            case ENDED -> "plan.remedy.ended";
            case STOPPED, COMES -> next.reason() == null ? null : remedyKey(next.reason());
        };
    }

    static String remedyKey(Reason reason) {
        return "plan.remedy." + reason.name().toLowerCase(Locale.ROOT);
    }

    /** Leads to where it is put right. */
    void remedy(Outlook.Next next) {
        switch (next.standing()) {
            case OFF -> desk.navigator().go(Place.of("policy", new Policies.Subject(Policies.Scope.CUSTOMER, next.code())));
            case ENDED -> desk.navigator().go(desk.navigator().knows("claim") ? Place.of("claim", Expected.of(next.customer(), next.number()))
                    : Place.of("customer", next.customer()));
            case STOPPED, COMES -> {
                if (next.reason() != null) {
                    remedy(stopped(next));
                } else {
                    desk.navigator().go(Place.of("customer", next.customer()));
                }
            }
        }
    }

    private static Stopped stopped(Outlook.Next next) {
        return new Stopped(next.customer(), next.code(), next.item(), next.number(), Objects.requireNonNullElse(next.step(), Step.R1),
                Objects.requireNonNull(next.reason()));
    }

    String name(Id<Customer> customer) {
        return names.getOrDefault(customer, "");
    }

    /** Why an item is left alone; where that is another message, which one. */
    String why(Stopped one) {
        String reason = desk.texts().get("reminder.reason." + one.reason().name().toLowerCase(Locale.ROOT));
        Earlier message = earlier.get(one.item());
        if (message == null) {
            return reason;
        }
        String what = message.step() == null ? desk.texts().get("reminder.earlier.other")
                : desk.texts().get("reminder.step." + message.step().name());
        return reason + ": " + desk.texts().get(message.numbers().isEmpty() ? "reminder.earlier" : "reminder.earlier.about", what,
                desk.formats().near(message.on()), String.join(", ", message.numbers()));
    }

    boolean isToday() {
        return desk.formats().today().equals(day.get());
    }

    /** The message as it would go, from the bytes that would be sent. */
    void read(Notice notice, Consumer<Reading> then) {
        desk.tasks().run("plan.read", progress -> rooms.reminders().writing().write(notice, null).then(this::reading), then,
                desk.overlay()::problems);
    }

    private Outcome<Reading> reading(Written written) {
        Written.Copy first = written.copies().getFirst();
        return rooms.mail().read(first.parcel(), first.bytes());
    }

    /** Sends those that the owner approved, each as it stands when its turn comes; facts are read again before. */
    void send(Collection<Notice> approved) {
        Set<RunService.Pick> picks = approved.stream().map(n -> new RunService.Pick(n.customer(), n.currency())).collect(Collectors.toSet());
        desk.tasks().run("plan.send", progress -> rooms.reminders().runs().run(new RunService.Order(new Way.Account(), false, picks), progress),
                this::report, desk.overlay()::problems);
    }

    /** Whether it was said before what else reminds these customers. */
    void askElsewhere(Consumer<Boolean> then) {
        desk.tasks().run("plan.elsewhere", progress -> Outcome.ok(rooms.reminders().firstList().answer().isPresent()), then,
                desk.overlay()::problems);
    }

    void nothingElse(Runnable then) {
        desk.tasks().run("plan.elsewhere", progress -> rooms.reminders().firstList().nothingElse(), said -> then.run(), desk.overlay()::problems);
    }

    /** Something else does: what is overdue waits until the owner has looked at it. */
    void elsewhere(String name, Runnable closed, Consumer<List<Problem>> problems) {
        desk.tasks().run("plan.elsewhere", progress -> rooms.reminders().firstList().elsewhere(name), held -> {
            closed.run();
            desk.overlay().toast(desk.texts().get("plan.elsewhere.held", held.size()));
        }, problems);
    }

    private void report(RunReport report) {
        int trouble = report.failed().size() + report.unknown().size();
        desk.overlay().toast(desk.texts().get("plan.done", report.sent().size(), trouble, report.tasks().size()));
        report.waiting().stream().filter(entry -> entry.reason() != null).map(RunReport.Entry::reason).distinct().limit(1)
                .forEach(reason -> desk.overlay().problems(List.of(reason)));
    }

    /** Lifts what keeps the engine back where that is one act; else leads to where it can be looked at. */
    void remedy(Stopped one) {
        switch (one.reason()) {
            case HOLD -> lift(one);
            case UNAPPLIED_CREDIT -> apply(one);
            case BROKEN_TODAY -> go("call", one);
            case DISPUTED -> desk.navigator().go(desk.navigator().knows("disputes") ? Place.of("disputes") : Place.of("customer", one.customer()));
            case PLAN_ON_TRACK -> go("agreement", one);
            case GAP, CAP, BELOW_MINIMUM -> go("reminder.new", one);
            default -> go("customer", one);
        }
    }

    /** Where a task of the plan is done: on the phone, in the customer's form, or on the customer's page. */
    void toErrand(DunningPlan.Errand errand) {
        String kind = switch (errand.kind()) {
            case CALL, BROKEN_PROMISE, BROKEN_PLAN -> "call";
            case MISSING_ADDRESS -> "customer.edit";
            default -> "customer";
        };
        desk.navigator().go(Place.of(desk.navigator().knows(kind) ? kind : "customer", errand.customer()));
    }

    private void go(String kind, Stopped one) {
        desk.navigator().go(Place.of(desk.navigator().knows(kind) ? kind : "customer", one.customer()));
    }

    private void lift(Stopped one) {
        desk.tasks().run("plan.lift", progress -> {
            List<Hold> standing = rooms.holds().standing(desk.formats().today(), one.customer()).stream()
                    .filter(hold -> hold.item() == null || hold.number().equals(one.number())).toList();
            boolean whole = standing.stream().anyMatch(hold -> hold.item() == null);
            Outcome<List<Hold>> item = standing.stream().allMatch(hold -> hold.item() == null) ? Outcome.ok(standing)
                    : rooms.holds().liftItem(one.number()).map(same -> standing);
            return whole ? item.then(done -> rooms.holds().liftCustomer(one.code()).map(same -> standing)) : item;
        }, lifted -> desk.overlay().undoable(desk.texts().get("plan.lifted", name(one.customer())), () -> hold(lifted)), desk.overlay()::problems);
    }

    private void hold(List<Hold> again) {
        desk.tasks().run("plan.hold", progress -> {
            Outcome<List<Hold>> last = Outcome.ok(List.of());
            for (Hold hold : again) {
                last = last.then(before -> hold.item() == null ? rooms.holds().holdCustomer(hold.code(), hold.reason(), hold.until())
                        : rooms.holds().holdItem(hold.number(), hold.reason(), hold.until()));
            }
            return last;
        }, held -> { }, desk.overlay()::problems);
    }

    /** To the payment that is not applied yet; a credit note is applied on the customer's page. */
    private void apply(Stopped one) {
        desk.tasks().load("plan.apply", progress -> rooms.reports().openItems(desk.formats().today(), null, one.customer()).stream()
                .filter(item -> item.open().isNegative() && item.kind() == ItemKind.RECEIPT && item.sourceId() != null).findFirst(), found -> {
            if (found.isPresent() && desk.navigator().knows("payment.more")) {
                desk.navigator().go(Place.of("payment.more", Id.of(Objects.requireNonNull(found.get().sourceId()))));
            } else {
                go("customer", one);
            }
        });
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
