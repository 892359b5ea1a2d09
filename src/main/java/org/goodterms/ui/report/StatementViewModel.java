package org.goodterms.ui.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.invoice.MailText;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.DispatchService;
import org.goodterms.outbox.MailService;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OwnProgramService;
import org.goodterms.outbox.PostService;
import org.goodterms.outbox.Way;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.ReportService;
import org.goodterms.report.Statement;
import org.goodterms.report.Statement.Form;
import org.goodterms.report.Statement.StatementLine;
import org.goodterms.report.StatementMailingService;
import org.goodterms.report.StatementPaperService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A customer's statement of account in one currency: what is open, or all movements of a period. */
public final class StatementViewModel {
    private static final int USUAL_MONTHS = 3;

    /** What makes statements and sends them. */
    public record Rooms(ReportService reports, CustomerService customers, StatementPaperService papers, StatementMailingService mailing,
            MailService mail, PostService post, OwnProgramService handover) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.OPEN_ITEM);
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable CurrencyUnit> currency = new SimpleObjectProperty<>();
    final ObservableList<CurrencyUnit> currencies = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Statement> statement = new SimpleObjectProperty<>();
    final ObservableList<StatementLine> lines = FXCollections.observableArrayList();

    public StatementViewModel(Desk desk, Rooms rooms, Id<Customer> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.id = id;
        to.set(desk.formats().today());
        from.set(desk.formats().today().minusMonths(USUAL_MONTHS).withDayOfMonth(1));
        subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Allocation.class, Customer.class);
        form.addListener((o, was, is) -> load());
        from.addListener((o, was, is) -> load());
        to.addListener((o, was, is) -> load());
        currency.addListener((o, was, is) -> load());
    }

    private record Found(Customer customer, List<CurrencyUnit> currencies, Statement statement) {
    }

    /** Nothing is loaded while the period has no end, or ends before it begins: what was shown stays. */
    void load() {
        LocalDate last = to.get();
        LocalDate first = form.get() == Form.OPEN_ITEM ? null : from.get();
        if (last == null || first != null && first.isAfter(last)) {
            return;
        }
        Form wanted = form.get();
        CurrencyUnit in = currency.get();
        desk.tasks().load(lines, progress -> {
            Customer found = rooms.customers().customer(id);
            return new Found(found, rooms.reports().currencies(id), rooms.reports().statement(found, wanted, first, last, in));
        }, this::show);
    }

    private void show(Found found) {
        customer.set(found.customer());
        if (!currencies.equals(found.currencies())) {
            currencies.setAll(found.currencies());
        }
        lines.setAll(found.statement().lines());
        statement.set(found.statement());
    }

    /** Writes the statement as it is shown as PDF, in the customer's language. */
    void save(Path file) {
        with((whom, shown) -> desk.tasks().run("statement.save", progress -> Outcome.ok(Files.write(file, rooms.papers().pdf(whom, shown))),
                written -> desk.overlay().toast(desk.texts().get("report.saved", written.getFileName())), desk.overlay()::problems));
    }

    /** Fetches the mail with this statement as it would go. */
    void read(BiConsumer<MailText, Boolean> then) {
        with((whom, shown) -> desk.tasks().run("statement.mail", progress -> Outcome.ok(new Readable(rooms.mailing().text(whom, shown),
                !rooms.mail().settings().isEmpty())), mail -> then.accept(mail.text(), mail.account()), desk.overlay()::problems));
    }

    private record Readable(MailText text, boolean account) {
    }

    /** Sends it through the firm's mail account or, without one, opens it in the mail program of this machine. */
    void send(String subject, String text, boolean account, Runnable done, Consumer<List<Problem>> problems) {
        with((whom, shown) -> desk.tasks().run("statement.send", progress -> rooms.mailing().send(whom, shown, subject, text).then(messages ->
                account ? rooms.post().send(new Way.Account(), messages.stream().map(m -> m.id().value()).toList(),
                        DispatchService.Recheck.none(), progress).map(report -> report.sent().size()) : opened(messages)), count -> {
                    done.run();
                    desk.overlay().toast(desk.texts().get(account ? "outbox.sent" : "statement.opened", count));
                }, problems));
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

    private void with(BiConsumer<Customer, Statement> act) {
        if (customer.get() != null && statement.get() != null) {
            act.accept(customer.get(), statement.get());
        }
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
