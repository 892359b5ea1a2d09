package org.goodterms.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseMail;
import org.goodterms.agreement.PromiseService;
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
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.mail.OutgoingMail;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OutboxService;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.ErrandService;
import org.goodterms.reminder.HoldService;
import org.goodterms.reminder.WorklistService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Logs calls with what follows from them. All days are business dates of the book. */
public final class CallService {
    /** What the timeline says when the confirmation of a promise was made ready. */
    public static final String CONFIRMED = "promise-confirmation";
    /** So many days reminders rest where a customer says it has paid: enough for the money to arrive. */
    private static final int CLEARING = 3;
    private final Books books;
    private final Next next;
    private final Post post;

    /** What lies below, of people and money. */
    public record Books(Database db, CompanyService companies, CustomerService customers, ContactService contacts,
            FollowUpService tasks, ReceivableService receivables) {
    }

    /** What follows from a call. */
    public record Next(PromiseService promises, DisputeService disputes, HoldService holds, WorklistService worklists, ErrandService errands) {
    }

    /** By which a promise is confirmed. */
    public record Post(MailService mail, OutboxService outbox) {
    }

    public CallService(Books books, Next next, Post post) {
        this.books = books;
        this.next = next;
        this.post = post;
    }

    /** Who was called, who answered (may be empty), and what else was said. */
    public record Said(Id<Customer> customer, String person, String note) {
    }

    /**
     * Logs a call that led to no promise and no dispute, answers the customer's call tasks of today, and makes the task
     * that follows from it: nobody answered, or a message was left: the call is tried again on the next business day; a
     * plan is wanted, another person is in charge, the customer says it has paid (reminders rest for three days) or
     * refuses: a task for a person.
     *
     * @param then what is to be done, in words for the task that follows
     */
    public Outcome<FollowUp> report(CallResult result, Said said, String then) {
        return books.db().write(tx -> switch (result) {
            case PROMISE, DISPUTE -> throw new IllegalArgumentException("takes more than a result: " + result);
            case NO_ANSWER, VOICEMAIL -> logged(tx, result, said, "").then(logged -> again(tx, said.customer(), result));
            case ALREADY_PAID -> logged(tx, result, said, "").then(logged -> answered(tx, said.customer(), result))
                    .then(done -> next.holds().set(tx, said.customer(), null, then, books.companies().today(tx).plusDays(CLEARING)))
                    .then(held -> task(tx, said, FollowUp.Kind.FOLLOW_UP, then, workday(tx)));
            case REFUSES -> logged(tx, result, said, "").then(logged -> answered(tx, said.customer(), result))
                    .then(done -> task(tx, said, FollowUp.Kind.DECIDE, "", null));
            case PLAN_WANTED, WRONG_CONTACT -> logged(tx, result, said, "").then(logged -> answered(tx, said.customer(), result))
                    .then(done -> task(tx, said, FollowUp.Kind.FOLLOW_UP, then, null));
        });
    }

    /** Logs a call that became a promise, with the promise. Refused as the promise is. */
    public Outcome<Promise> promise(PromiseService.Request request) {
        Said said = new Said(request.customer(), request.said().person(), "");
        return books.db().write(tx -> logged(tx, CallResult.PROMISE, said, String.join(", ", request.numbers()))
                .then(logged -> answered(tx, request.customer(), CallResult.PROMISE)).then(done -> next.promises().add(tx, request)));
    }

    /**
     * What is contested.
     *
     * @param amount null: all that is open of the number
     */
    public record Contested(String number, @Nullable Money amount, String reason) {
    }

    /** Logs a call that became a dispute, with the dispute. Refused as the dispute is. */
    public Outcome<Dispute> dispute(Said said, Contested contested) {
        return books.db().write(tx -> {
            Optional<OpenItem> item = books.receivables().openOf(tx, said.customer()).stream()
                    .filter(one -> one.number().equals(contested.number()) && one.kind().debit() && one.open().isPositive()).findFirst();
            if (item.isEmpty()) {
                return Outcome.refused(Problem.at("item", "dispute.nothing_open", contested.number()));
            }
            Money amount = contested.amount() == null ? item.get().open() : contested.amount();
            return logged(tx, CallResult.DISPUTE, said, contested.number()).then(logged -> answered(tx, said.customer(), CallResult.DISPUTE))
                    .then(done -> next.disputes().open(tx, item.get(), amount, contested.reason(), "", null, books.companies().today(tx)));
        });
    }

    /**
     * Makes the mail ready that confirms a promise; it waits among the messages to be read before they go. Refused where
     * the customer has no mailbox for reminders, or the firm no sender.
     */
    public Outcome<Message> confirm(Promise promise) {
        Customer customer = books.customers().customer(promise.customer());
        if (customer.reminderMailboxes().isEmpty()) {
            return Outcome.refused(Problem.at("customer", "call.no_mailbox", customer.name()));
        }
        PromiseMail mail = next.promises().confirmation(promise);
        return OutgoingMail.Words.read(mail.subject(), mail.text(), customer.trade().language()).then(words ->
                post.mail().compose(customer.name(), customer.reminderMailboxes().getFirst(), words, List.of(),
                        Message.Parcel.label(customer.code(), "promise", promise.by().toString())).then(post.mail()::keep)
                        .then(parcel -> books.db().write(tx -> queued(tx, promise, parcel))));
    }

    private Outcome<Message> queued(Tx tx, Promise promise, Message.Parcel parcel) {
        Message.About about = new Message.About(promise.customer().value(), CONFIRMED, "", String.join(", ", promise.numbers()),
                CONFIRMED + "/" + promise.id(), books.companies().today(tx));
        return post.outbox().enqueue(tx, about, parcel, false).then(message -> books.contacts().log(tx, promise.customer(),
                new Contact.Saying(null, Contact.Means.EMAIL, Contact.Direction.OUT, parcel.recipient(), CONFIRMED, parcel.subject(), ""),
                message.id().value()).map(logged -> message));
    }

    private Outcome<Contact> logged(Tx tx, CallResult result, Said said, String reference) {
        return books.contacts().log(tx, said.customer(), new Contact.Saying(null, Contact.Means.PHONE, Contact.Direction.OUT,
                said.person(), result.word(), said.note(), reference));
    }

    /** The call tasks of today, those that the plan would bring included: what was called about needs no second call. */
    private List<FollowUp> calls(Tx tx, Id<Customer> customer) {
        LocalDate today = books.companies().today(tx);
        for (DunningPlan.Errand errand : next.worklists().plan(tx, today, customer).tasks()) {
            if (CallDeskService.CALLS.contains(errand.kind())) {
                next.errands().make(tx, errand).orThrow();
            }
        }
        return books.tasks().openOf(tx, customer).stream().filter(task -> CallDeskService.CALLS.contains(task.kind())
                && !task.due().isAfter(today)).toList();
    }

    private Outcome<List<FollowUp>> answered(Tx tx, Id<Customer> customer, CallResult result) {
        return each(calls(tx, customer), task -> books.tasks().done(tx, task.id(), result.word()));
    }

    /** On the next business day; where the limits of calling say later, then. */
    private Outcome<FollowUp> again(Tx tx, Id<Customer> customer, CallResult result) {
        LocalDate today = books.companies().today(tx);
        LocalDate free = Calling.limits(books.contacts().of(tx, customer).stream().filter(Calling.Call::isOne).map(Calling.Call::of).toList(),
                today).again();
        LocalDate first = workday(tx);
        LocalDate day = free.isAfter(first) ? next.worklists().days(tx).onOrAfter(free) : first;
        List<FollowUp> waiting = calls(tx, customer);
        return waiting.isEmpty() ? task(tx, new Said(customer, "", ""), FollowUp.Kind.CALL, "", day)
                : each(waiting, task -> books.tasks().postpone(tx, task.id(), day, result.word())).map(List::getFirst);
    }

    private LocalDate workday(Tx tx) {
        return next.worklists().days(tx).onOrAfter(books.companies().today(tx).plusDays(1));
    }

    private Outcome<FollowUp> task(Tx tx, Said said, FollowUp.Kind kind, String title, @Nullable LocalDate due) {
        List<String> overdue = books.receivables().openOf(tx, said.customer()).stream()
                .filter(item -> item.isOverdue(books.companies().today(tx))).map(OpenItem::number).distinct().collect(Collectors.toList());
        return books.tasks().add(tx, new FollowUp.Plan(said.customer(), kind, title, said.note(), overdue, due));
    }

    private static Outcome<List<FollowUp>> each(List<FollowUp> tasks, Function<FollowUp, Outcome<FollowUp>> act) {
        List<Outcome<FollowUp>> all = tasks.stream().map(act).toList();
        List<Problem> problems = all.stream().flatMap(one -> one.problems().stream()).toList();
        return problems.isEmpty() ? Outcome.ok(all.stream().map(Outcome::orThrow).toList()) : Outcome.refused(problems);
    }
}
