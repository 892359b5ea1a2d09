package org.goodterms.ui.claim;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.claim.ChargeService;
import org.goodterms.claim.HandOver;
import org.goodterms.claim.HandOverService;
import org.goodterms.claim.InterestQuote;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.Pursue;
import org.goodterms.claim.RecoveryService;
import org.goodterms.claim.Regime;
import org.goodterms.claim.WriteOff;
import org.goodterms.claim.WriteOffService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.dossier.DossierService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.Allocation;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.ReportPaperService;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One debt at its end: interest and fees, and whether to pursue it, hand it over or write it off. */
public final class ClaimViewModel {

    /** The rooms that know what a debt costs and what becomes of it. */
    public record Rooms(InterestService interest, ChargeService charges, Ends ends, DossierService dossiers, CustomerService customers,
            ReportService reports, ReportPaperService papers) {
    }

    /** How a debt may end. */
    public record Ends(WriteOffService writeOffs, RecoveryService recoveries, HandOverService handOvers) {
    }

    /**
     * What became of it.
     *
     * @param worth       null where nothing is open
     * @param recoverable written off and not recovered yet
     * @param away        with an agency or a court
     * @param limitation  the last day on which it can be enforced; null where nothing is known
     */
    record Standing(WriteOffService.@Nullable Worth worth, List<WriteOff> offs, Money recoverable, boolean away, @Nullable LocalDate limitation) {
        /** Tax on what was written off waits to be claimed back. */
        boolean reliefWaits() {
            return offs.stream().anyMatch(off -> off.relief() == WriteOff.ReliefTime.LATER && !off.relieved());
        }
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Expected debt;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Outcome<InterestQuote>> quote = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    final ObservableList<OpenItem> charges = FXCollections.observableArrayList();
    final ObservableList<Way> ways = FXCollections.observableArrayList();

    public ClaimViewModel(Desk desk, Rooms rooms, Expected debt) {
        this.desk = desk;
        this.rooms = rooms;
        this.debt = debt;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, OpenItem.class, Allocation.class, WriteOff.class, HandOver.class, Customer.class, Regime.class);
        to.addListener((o, was, is) -> loadQuote());
    }

    String number() {
        return debt.numbers().getFirst();
    }

    void load() {
        desk.tasks().load(customer, progress -> rooms.customers().customer(debt.customer()), customer::set);
        desk.tasks().load(charges, progress -> rooms.reports().openItems(desk.formats().today(), null, debt.customer()).stream()
                .filter(item -> item.kind().charge() && item.open().isPositive()).toList(), charges::setAll);
        desk.tasks().load(standing, progress -> found(), this::show);
        loadQuote();
    }

    private Standing found() {
        boolean away = rooms.ends().handOvers().of(debt.customer()).stream().filter(over -> over.endedOn() == null)
                .anyMatch(over -> over.items().stream().anyMatch(item -> item.number().equals(number())));
        return new Standing(rooms.ends().writeOffs().worth(number()).orElse(null), rooms.ends().writeOffs().of(number()),
                rooms.ends().recoveries().recoverable(number()), away, rooms.ends().handOvers().limitation(number()).orElse(null));
    }

    private void show(Standing is) {
        if (ways.isEmpty() && is.worth() != null) {
            ways.setAll(Pursue.card(is.worth().open(), is.worth().tax()).stream().filter(one -> !one.word().equals("write-off"))
                    .map(Way::new).toList());
        }
        standing.set(is);
    }

    private void loadQuote() {
        LocalDate day = to.get();
        desk.tasks().load(quote, progress -> rooms.interest().quote(number(), day), quote::set);
    }

    /** The ways with what they are worth, writing off last; empty where nothing is open. */
    List<Pursue> card() {
        Standing is = standing.get();
        if (is == null || is.worth() == null) {
            return List.of();
        }
        List<Pursue> card = new ArrayList<>(ways.stream().map(way -> way.worth(is.worth().open())).toList());
        card.add(Pursue.writeOff(is.worth().tax()));
        return card;
    }

    /** Interest and compensation become an item of their own. */
    void charge() {
        LocalDate day = to.get();
        desk.tasks().run("claim.charge", progress -> rooms.interest().charge(number(), day), charged -> desk.overlay().undoable(
                desk.texts().get("claim.charged", charged.quote().total(), charged.number()), () -> waive(charged.number(), "",
                        () -> { }, desk.overlay()::problems)), desk.overlay()::problems);
    }

    /** The words of the rules there are. */
    List<String> rules() {
        return rooms.interest().law().regimes().stream().map(Regime::word).toList();
    }

    /**
     * Says by which rule this customer's delay is charged.
     *
     * @param yearly  percent a year agreed in a contract; null: none
     * @param monthly percent a month agreed in a contract; null: none
     */
    void setRule(String word, @Nullable BigDecimal yearly, @Nullable BigDecimal monthly, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("claim.rule", progress -> rooms.interest().setTerms(debt.customer(), word, yearly, monthly), set -> {
            done.run();
            desk.overlay().toast(desk.texts().get("claim.rule_set"));
        }, problems);
    }

    void chargeFee(Money amount, String text, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("claim.fee", progress -> rooms.charges().chargeFee(debt.customer(), amount, text), opened -> {
            done.run();
            desk.overlay().toast(desk.texts().get("claim.charged", opened.amount(), opened.number()));
        }, problems);
    }

    void waive(String number, String reason, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("claim.waive", progress -> rooms.charges().waive(number, reason), waived -> {
            done.run();
            desk.overlay().toast(desk.texts().get("claim.waived", waived.amount(), waived.number()));
        }, problems);
    }

    /** @param relief null: as early as the law allows */
    void writeOff(WriteOff.@Nullable ReliefTime relief, boolean allowance, String note, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("claim.write_off", progress -> rooms.ends().writeOffs().writeOff(new WriteOffService.Request(number(), relief, allowance, note)),
                offs -> {
                    done.run();
                    desk.overlay().toast(desk.texts().get("claim.written_off", number()));
                }, problems);
    }

    void recover(Money amount, LocalDate on, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("claim.recover", progress -> rooms.ends().recoveries().recover(number(), amount, on), recovery -> {
            done.run();
            desk.overlay().toast(desk.texts().get("claim.recovered", recovery.amount()));
        }, problems);
    }

    void claimRelief() {
        desk.tasks().run("claim.relief", progress -> rooms.ends().writeOffs().claimRelief(number()),
                offs -> desk.overlay().toast(desk.texts().get("claim.relief_claimed")), desk.overlay()::problems);
    }

    /** What would go to an agency or court, and what such a file usually has and this one lacks. */
    void prepare(HandOver.Receiver receiver, Consumer<Outcome<DossierService.Made>> then) {
        Customer whom = customer.get();
        if (whom != null) {
            desk.tasks().load(receiver, progress -> rooms.dossiers().prepare(whom.code(), debt.numbers(), receiver), then);
        }
    }

    /** Asks where, writes the file there and marks the debt as handed over. */
    void handOver(DossierService.Made made, String note, Runnable done, Consumer<List<Problem>> problems) {
        Customer whom = customer.get();
        Optional<Path> file = whom == null ? Optional.empty() : desk.overlay().askFile(desk.texts().get("claim.save_dossier"),
                "dossier-" + whom.code() + "-" + made.handOver().on() + ".zip", "zip");
        file.ifPresent(path -> desk.tasks().run("claim.hand_over", progress -> written(path, made.zip())
                .then(saved -> rooms.dossiers().keep(made, note)), kept -> {
                    done.run();
                    desk.overlay().toast(desk.texts().get("claim.handed_over", path.getFileName()));
                }, problems));
    }

    /** Everything of the customer is asked for by us again. */
    void takeBack() {
        desk.tasks().run("claim.take_back", progress -> rooms.ends().handOvers().takeBack(debt.customer()),
                back -> desk.overlay().toast(desk.texts().get("claim.taken_back")), desk.overlay()::problems);
    }

    /** Writes the working of the interest as it is shown. */
    void printWorking() {
        Customer whom = customer.get();
        if (whom != null && quote.get() instanceof Outcome.Ok<InterestQuote>(InterestQuote shown)) {
            desk.overlay().askFile(desk.texts().get("report.pdf"), "interest-" + number() + ".pdf", "pdf").ifPresent(file ->
                    desk.tasks().run("claim.working", progress -> written(file, rooms.papers().pdf(rooms.papers().printouts().interest(shown,
                            whom.name()))), saved -> desk.overlay().toast(desk.texts().get("report.saved", saved.getFileName())),
                            desk.overlay()::problems));
        }
    }

    private static Outcome<Path> written(Path file, byte[] bytes) {
        try {
            return Outcome.ok(Files.write(file, bytes));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("window.not_written", file));
        }
    }

    void plan() {
        desk.navigator().go(Place.of("agreement.new", debt));
    }

    void toCustomer() {
        desk.navigator().go(Place.of("customer", debt.customer()));
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
