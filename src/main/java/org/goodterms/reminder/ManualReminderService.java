package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.outbox.DispatchReport;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.PostService;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.DunningPlan.Line;
import org.goodterms.reminder.DunningPlan.Listed;
import org.goodterms.reminder.DunningPlan.Notice;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A reminder by hand: a person picks overdue items of one customer, reads the message, changes its words, and sends it.
 * It records the steps as the engine would, so that the ladder goes on behind it; holds, promises and pauses do not stop
 * it, for a person has decided. What the preview shows is what is sent and archived, byte for byte.
 */
public final class ManualReminderService {
    /** What the timeline says of a reminder sent although something spoke against it. */
    public static final String ANYWAY = "reminded-anyway";
    private final Rooms rooms;
    private final WorklistService worklists;
    private final WritingService writing;
    private final SendingService sending;

    /** What lies below. */
    public record Rooms(Database db, CompanyService companies, ContactService contacts, PostService post) {
    }

    public ManualReminderService(Rooms rooms, WorklistService worklists, WritingService writing, SendingService sending) {
        this.rooms = rooms;
        this.worklists = worklists;
        this.writing = writing;
        this.sending = sending;
    }

    /**
     * An overdue item that may be asked for.
     *
     * @param due     in force today
     * @param dpd     days past it, at least 1
     * @param open    in its currency; {@code asked} is its undisputed rest
     * @param step    the text it would get: the next of its ladder
     * @param lastOn  when its last step was carried out; null: never
     * @param resting why the engine leaves it alone today; null where it would write
     */
    public record Choice(Id<OpenItem> item, String number, LocalDate due, long dpd, Money open, Money asked, Step step,
            @Nullable LocalDate lastOn, @Nullable Reason resting) {
    }

    /** What may be asked for, by due date; items whose last written step was carried out already are not among it. */
    public List<Choice> choices(Id<Customer> customer) {
        return rooms.db().read(tx -> choices(tx, customer));
    }

    private List<Choice> choices(Tx tx, Id<Customer> customer) {
        LocalDate today = rooms.companies().today(tx);
        FactsStore.Scope scope = FactsStore.Scope.of(today, customer.value());
        List<DunningPlan.Stopped> stopped = worklists.plan(tx, scope).stopped();
        List<Choice> choices = new ArrayList<>();
        for (Debtor debtor : worklists.known(tx, scope).debtors()) {
            for (Due due : debtor.items()) {
                Step step = next(debtor, due);
                if (step != null && !due.charge() && due.daysPastDue(today) > 0 && due.undisputed().isPositive()) {
                    choices.add(new Choice(due.item(), due.number(), due.due(), due.daysPastDue(today), due.open(), due.undisputed(),
                            step, due.lastStep(), stopped.stream().filter(s -> s.item().equals(due.item())).map(DunningPlan.Stopped::reason)
                                    .findFirst().orElse(null)));
                }
            }
        }
        choices.sort(Comparator.comparing(Choice::due).thenComparing(Choice::number));
        return choices;
    }

    /** The first written reminder behind what was done; null where all were. */
    private static @Nullable Step next(Debtor debtor, Due due) {
        Optional<Step> highest = due.done().keySet().stream().max(Comparator.naturalOrder());
        return debtor.policy(due).rules().stream().map(Policy.Rule::step).filter(step -> step.isMessage() && step.isReminder())
                .filter(step -> highest.isEmpty() || step.compareTo(highest.get()) > 0).findFirst().orElse(null);
    }

    /**
     * The message, ready to be read. Nothing is stored; sending it sends exactly these bytes.
     *
     * @param items   of one customer, of {@link #choices}
     * @param changed the words of a person; null: the text of the step in the customer's language
     * @return refused where nothing is picked, something picked is no longer open, the items are of two currencies, the
     *         customer must not be contacted, or the message cannot be made (see {@link WritingService#write})
     */
    public Outcome<Written> preview(Id<Customer> customer, Collection<Id<OpenItem>> items, @Nullable Wording changed) {
        return rooms.db().read(tx -> notice(tx, customer, items)).then(notice -> writing.write(notice, changed));
    }

    private Outcome<Notice> notice(Tx tx, Id<Customer> customer, Collection<Id<OpenItem>> items) {
        LocalDate today = rooms.companies().today(tx);
        Optional<Debtor> found = worklists.known(tx, FactsStore.Scope.of(today, customer.value())).debtors().stream().findFirst();
        List<Choice> picked = choices(tx, customer).stream().filter(choice -> items.contains(choice.item())).toList();
        if (found.isEmpty() || picked.isEmpty() || picked.size() < items.stream().distinct().count()) {
            return Outcome.refused(Problem.at("items", "reminder.pick_open", items.size(), picked.size()));
        }
        Debtor debtor = found.get();
        if (debtor.doNotContact()) {
            return Outcome.refused(Problem.at("customer", "reminder.forbidden", debtor.code()));
        }
        CurrencyUnit currency = picked.getFirst().asked().getCurrencyUnit();
        if (picked.stream().anyMatch(choice -> !choice.asked().getCurrencyUnit().equals(currency))) {
            return Outcome.refused(Problem.at("items", "reminder.one_currency", currency.getCode()));
        }
        List<Line> lines = picked.stream().map(choice -> new Line(choice.item(), choice.number(), choice.step(),
                debtor.items().stream().filter(due -> due.item().equals(choice.item())).findFirst().orElseThrow().cycle(),
                choice.due(), choice.asked())).toList();
        List<Listed> listed = Ladder.listed(debtor, currency, lines.stream().map(Line::item).toList(), today);
        Step tone = lines.stream().map(Line::step).max(Comparator.naturalOrder()).orElseThrow();
        return Outcome.ok(new Notice(customer, debtor.code(), tone, currency, lines, listed));
    }

    /**
     * Puts a message that was read into the outbox and records its steps. Refused where the facts changed since it was
     * read: then it is read again.
     */
    public Outcome<List<Message>> queue(Written written) {
        return queue(written, "");
    }

    /**
     * The same where something speaks against it today, such as a message of yesterday.
     *
     * @param why in a person's words; stands on the timeline beside the message, empty for nothing
     */
    public Outcome<List<Message>> queue(Written written, String why) {
        return writing.keep(written).then(kept -> rooms.db().write(tx -> {
            Notice notice = written.notice();
            return notice(tx, notice.customer(), notice.lines().stream().map(Line::item).toList()).then(now ->
                    now.asksAs(notice) ? sending.put(tx, written, ReminderStore.BY_HAND).then(put ->
                            noted(tx, notice, why).map(logged -> sending.messages(tx, put)))
                            : Outcome.refused(Problem.of("reminder.changed_meanwhile", notice.code())));
        }));
    }

    private Outcome<Notice> noted(Tx tx, Notice notice, String why) {
        return why.isBlank() ? Outcome.ok(notice) : rooms.contacts().log(tx, notice.customer(), Contact.Saying.note(ANYWAY, why.strip(),
                notice.lines().stream().map(Line::number).distinct().collect(Collectors.joining(", ")))).map(logged -> notice);
    }

    /** Sends what {@link #queue(Written)} put into the outbox, the way that is wanted. For long work. */
    public Outcome<DispatchReport> deliver(List<Message> queued, Way way, Progress progress) {
        return rooms.post().send(way, queued.stream().map(message -> message.id().value()).toList(), sending::obsolete, progress).map(report -> {
            sending.chargeFees();
            return report;
        });
    }
}
