package org.goodterms.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.goodterms.agreement.PromiseService;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.agreement.PromiseState;
import org.goodterms.calendar.Holidays;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.Dispute;
import org.goodterms.dispute.DisputeService;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.reminder.HoldService;
import org.goodterms.reminder.WorklistService;

/** Who is to be called today, and what lies ready before each call. */
public final class CallDeskService {
    /** Tasks that a call answers, the most pressing first. */
    static final List<FollowUp.Kind> CALLS = List.of(FollowUp.Kind.BROKEN_PROMISE, FollowUp.Kind.BROKEN_PLAN, FollowUp.Kind.CALL);
    private static final int CONTACTS = 6;
    private final Books books;
    private final Known known;
    private final Zones zones = new Zones(lines());

    /** What lies below, of people and money. */
    public record Books(Database db, InstantSource clock, CompanyService companies, CustomerService customers,
            ContactService contacts, FollowUpService tasks, ReceivableService receivables) {
    }

    /** What lies below, of what is agreed, contested and was written. */
    public record Known(PromiseService promises, DisputeService disputes, HoldService holds, OutboxService outbox,
            WorklistService worklists) {
    }

    public CallDeskService(Books books, Known known) {
        this.books = books;
        this.known = known;
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(CallDeskService.class.getResourceAsStream("/call/zones.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whom to call today: the tasks that are due, and those the plan of the day brings; each customer once, broken promises
     * first. Who must not be contacted is not among them.
     */
    public List<CallEntry> today() {
        return books.db().read(tx -> {
            LocalDate today = books.companies().today(tx);
            Map<Id<Customer>, CallEntry> found = new LinkedHashMap<>();
            Stream<CallEntry> planned = known.worklists().plan(tx, today).tasks().stream().filter(errand -> CALLS.contains(errand.kind()))
                    .map(errand -> new CallEntry(whom(tx, errand.customer()), errand.kind()));
            Stream.concat(due(tx).map(task -> new CallEntry(Objects.requireNonNull(task.whom()), task.kind())), planned)
                    .sorted(Comparator.comparing(entry -> CALLS.indexOf(entry.kind())))
                    .forEach(entry -> found.putIfAbsent(entry.whom().id(), entry));
            Set<java.util.UUID> forbidden = known.holds().forbidden(tx, today, null);
            return found.values().stream().filter(entry -> !forbidden.contains(entry.whom().id().value())).toList();
        });
    }

    private Stream<FollowUp> due(Tx tx) {
        return books.tasks().list(tx, FollowUp.Filter.DUE).stream().filter(task -> task.whom() != null && CALLS.contains(task.kind()));
    }

    private FollowUp.Whom whom(Tx tx, Id<Customer> id) {
        Customer customer = books.customers().customer(tx, id);
        return new FollowUp.Whom(customer.id(), customer.code(), customer.name());
    }

    /** What lies ready for a call to that customer. */
    public CallCase prepare(Id<Customer> customer) {
        return books.db().read(tx -> prepare(tx, customer));
    }

    public CallCase prepare(Tx tx, Id<Customer> id) {
        LocalDate today = books.companies().today(tx);
        Customer customer = books.customers().customer(tx, id);
        List<Contact> contacts = books.contacts().of(tx, id);
        List<PromiseStanding> promises = known.promises().of(tx, id, today);
        List<Dispute> disputes = known.disputes().of(tx, id).stream().filter(Dispute::isOpen).toList();
        List<OpenItem> overdue = books.receivables().openOf(tx, id).stream().filter(item -> item.isOverdue(today))
                .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.due()))).toList();
        List<String> steps = known.outbox().ofCustomer(tx, id.value()).stream().filter(message -> message.state() == Message.State.SENT)
                .filter(message -> overdue.stream().anyMatch(item -> item.date().compareTo(message.about().date()) <= 0))
                .map(message -> message.about().step()).toList();
        List<Calling.Call> calls = contacts.stream().filter(Calling.Call::isOne).map(Calling.Call::of).toList();
        PromiseState last = promises.stream().map(PromiseStanding::state).filter(state -> state != PromiseState.REPLACED)
                .reduce((first, second) -> second).orElse(null);
        CallStage stage = CallStage.of(steps, last != null && last.failed(), calls.stream().anyMatch(Calling.Call::talked));
        PromiseService.Kept kept = known.promises().kept(tx, id, today);
        String home = customer.address().country();
        Calling.Hours hours = Calling.hours(books.clock().instant(), zones.of(home, books.companies().company(tx).zone()),
                Holidays.of(home, customer.address().region()));
        return new CallCase(customer, stage, overdue, new CallCase.Contested(disputes, known.disputes().contestedAt(tx, today)), contacts.stream().limit(CONTACTS).toList(),
                new CallCase.Told(promises, kept.due(), kept.kept()), new CallCase.Bounds(Calling.limits(calls, today), hours),
                known.holds().isForbidden(tx, id));
    }
}
