package org.goodterms.ui.reminder;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OwnProgramService;
import org.goodterms.outbox.Reading;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.ManualReminderService;
import org.goodterms.reminder.ManualReminderService.Choice;
import org.goodterms.reminder.Wording;
import org.goodterms.reminder.Written;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A reminder written by hand: which items it asks for, the message that comes of it, the words changed, and sent. What is
 * shown is always made from the bytes that will be sent.
 */
public final class ReminderViewModel {

    /** What writes and sends reminders. */
    public record Rooms(CustomerService customers, ManualReminderService manual, MailService mail, OwnProgramService handover) {
    }

    /**
     * The message as it stands.
     *
     * @param reading as its first reader will see it
     * @param pages   of the letter or of the first file that has pages; null where none has
     */
    record Shown(Written written, Reading reading, @Nullable Pages pages) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Pages.Reading pages;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObservableList<Choice> choices = FXCollections.observableArrayList();
    final ObservableSet<Id<OpenItem>> picked = FXCollections.observableSet();
    final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();
    final StringProperty subject = new SimpleStringProperty("");
    final StringProperty why = new SimpleStringProperty("");
    final BooleanProperty resting = new SimpleBooleanProperty();
    final StringProperty text = new SimpleStringProperty("");
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final BooleanProperty account = new SimpleBooleanProperty(true);
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    public ReminderViewModel(Desk desk, Rooms rooms, Pages.Reading pages, Id<Customer> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.pages = pages;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Customer.class);
    }

    private record Found(Customer customer, List<Choice> choices, boolean account) {
    }

    /** All that may be asked for; at first everything in one currency that nothing speaks against. */
    void load() {
        desk.tasks().load(choices, progress -> new Found(rooms.customers().customer(id), rooms.manual().choices(id),
                !rooms.mail().settings().isEmpty()), found -> {
            customer.set(found.customer());
            account.set(found.account());
            boolean words = changed();
            boolean fewer = picked.removeIf(item -> found.choices().stream().noneMatch(choice -> choice.item().equals(item)));
            if (!loaded.get()) {
                found.choices().stream().filter(choice -> choice.resting() == null && sameCurrency(found.choices().getFirst(), choice))
                        .forEach(choice -> picked.add(choice.item()));
            }
            choices.setAll(found.choices());
            if (loaded.get() && (words || fewer)) {
                desk.overlay().toast(desk.texts().get("reminder.written_anew"));
            }
            loaded.set(true);
            write();
        });
    }

    private static boolean sameCurrency(Choice one, Choice other) {
        return one.asked().getCurrencyUnit().equals(other.asked().getCurrencyUnit());
    }

    /** Takes an item in or leaves it out; the message is written anew for what is picked. */
    void pick(Choice choice, boolean in) {
        if (in ? picked.add(choice.item()) : picked.remove(choice.item())) {
            if (changed()) {
                desk.overlay().toast(desk.texts().get("reminder.written_anew"));
            }
            write();
        }
    }

    /** The message for what is picked, in the words of its step. */
    void write() {
        resting.set(choices.stream().anyMatch(choice -> picked.contains(choice.item()) && choice.resting() != null));
        if (picked.isEmpty()) {
            shown.set(null);
            problems.set(List.of());
            return;
        }
        make(null);
    }

    /** Makes the message anew in the words that stand there. */
    void rewrite() {
        Shown now = shown.get();
        if (now != null && !now.written().wording().equals(wording())) {
            make(wording());
        }
    }

    private Wording wording() {
        return new Wording(subject.get(), text.get());
    }

    private void make(@Nullable Wording changed) {
        List<Id<OpenItem>> items = List.copyOf(picked);
        desk.tasks().load(shown, progress -> rooms.manual().preview(id, items, changed).then(this::read), outcome -> {
            problems.set(outcome.problems());
            if (outcome instanceof Outcome.Ok<Shown>(Shown made)) {
                shown.set(made);
                if (changed == null) {
                    subject.set(made.written().wording().subject());
                    text.set(made.written().wording().text());
                }
            } else if (changed == null) {
                shown.set(null);
            }
        });
    }

    private Outcome<Shown> read(Written written) {
        Written.Copy first = written.copies().getFirst();
        return rooms.mail().read(first.parcel(), first.bytes()).map(reading -> new Shown(written, reading, pagesOf(written, reading)));
    }

    private @Nullable Pages pagesOf(Written written, Reading reading) {
        byte[] letter = written.letter();
        return letter != null ? pages.read(letter) : reading.files().stream().filter(Reading.File::isPdf).findFirst()
                .map(file -> pages.read(file.bytes())).orElse(null);
    }

    /** Shows the pages of another file that goes along. */
    void turnTo(int file) {
        Shown now = shown.get();
        if (now != null && file < now.reading().files().size() && now.reading().files().get(file).isPdf()) {
            desk.tasks().load(pages, progress -> new Shown(now.written(), now.reading(), pages.read(now.reading().files().get(file).bytes())),
                    shown::set);
        }
    }

    /** Whether the words differ from those of the step. */
    boolean changed() {
        Shown now = shown.get();
        return now != null && !now.written().template().equals(wording());
    }

    /** Whether the message shown is made of the words that stand there. */
    boolean current() {
        Shown now = shown.get();
        return now != null && now.written().wording().equals(wording());
    }

    /** Back to the words of the step. */
    void reset() {
        write();
    }

    /** What is asked for altogether, by currency. */
    String sum() {
        Map<CurrencyUnit, Money> sums = new TreeMap<>();
        choices.stream().filter(choice -> picked.contains(choice.item())).map(Choice::asked)
                .forEach(money -> sums.merge(money.getCurrencyUnit(), money, Money::plus));
        return sums.values().stream().map(desk.formats()::money).collect(Collectors.joining(" + "));
    }

    boolean isLetter() {
        return shown.get() != null && shown.get().written().copies().getFirst().parcel().channel() == Message.Channel.LETTER;
    }


    /** Puts the message that is shown into the outbox and sends it: these bytes and no others. */
    void send() {
        Shown now = shown.get();
        if (now == null || !current()) {
            rewrite();
            return;
        }
        boolean letter = isLetter();
        boolean byAccount = account.get();
        desk.tasks().run("reminder.send", progress -> rooms.manual().queue(now.written(), resting.get() ? why.get() : "").then(queued -> letter ? Outcome.ok(queued.size())
                : byAccount ? rooms.manual().deliver(queued, new Way.Account(), progress).map(report -> report.sent().size()) : opened(queued)),
                count -> sent(letter, byAccount, count), problems::set);
    }

    private void sent(boolean letter, boolean byAccount, int count) {
        desk.navigator().replace(Place.of("customer", id));
        String key = letter ? "reminder.to_print" : byAccount ? count > 0 ? "reminder.was_sent" : "reminder.waits" : "statement.opened";
        desk.overlay().toast(desk.texts().get(key, count));
    }

    private Outcome<Integer> opened(List<Message> messages) {
        for (Message message : messages) {
            Outcome<Message> handed = rooms.handover().open(message.id());
            if (!handed.isOk()) {
                return Outcome.refused(handed.problems());
            }
        }
        return Outcome.ok(messages.size());
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
