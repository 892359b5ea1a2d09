package org.goodterms.ui.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.goodterms.agreement.Advice;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.Planning.Schedule;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A plan that is being worked out: over which debts, in how many parts, from when. */
public final class NewAgreementViewModel {
    private static final int USUAL_PARTS = 3;
    private static final int FIRST_AFTER_DAYS = 7;

    /** A debt that may be part of the plan. */
    record Debt(String number, OpenItem item, Money open, BooleanProperty chosen) {
    }

    /** One instalment typed by hand. */
    record Part(ObjectProperty<@Nullable LocalDate> date, ObjectProperty<@Nullable Money> amount) {
        Part(LocalDate date, Money amount) {
            this(new SimpleObjectProperty<>(date), new SimpleObjectProperty<>(amount));
        }
    }

    private final Desk desk;
    private final AgreementViewModel.Rooms rooms;
    private final Pages.Reading reading;
    private final Expected wanted;
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObservableList<Debt> debts = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable BigDecimal> parts = new SimpleObjectProperty<>(new BigDecimal(USUAL_PARTS));
    final ObjectProperty<@Nullable LocalDate> first = new SimpleObjectProperty<>();
    final BooleanProperty spread = new SimpleBooleanProperty();
    final BooleanProperty byHand = new SimpleBooleanProperty();
    final ObservableList<Part> hand = FXCollections.observableArrayList(part -> new Observable[] {part.date(), part.amount()});
    final ObjectProperty<@Nullable BigDecimal> grace = new SimpleObjectProperty<>(new BigDecimal(Plan.Terms.DEFAULT.graceDays()));
    final ObjectProperty<@Nullable BigDecimal> defaultAfter = new SimpleObjectProperty<>(new BigDecimal(Plan.Terms.DEFAULT.defaultAfter()));
    final StringProperty note = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Outcome<Plan>> preview = new SimpleObjectProperty<>();

    /** @param wanted what is to be covered; no numbers: what is overdue */
    public NewAgreementViewModel(Desk desk, AgreementViewModel.Rooms rooms, Pages.Reading reading, Expected wanted) {
        this.desk = desk;
        this.rooms = rooms;
        this.reading = reading;
        this.wanted = wanted;
        first.set(desk.formats().today().plusDays(FIRST_AFTER_DAYS));
        byHand.addListener((o, was, is) -> handOver(is));
        hand.addListener((ListChangeListener<Part>) change -> foresee());
        for (Observable input : List.of(parts, first, spread, grace, defaultAfter)) {
            input.addListener(o -> foresee());
        }
    }

    void load() {
        LocalDate today = desk.formats().today();
        desk.tasks().load(customer, progress -> rooms.customers().customer(wanted.customer()), customer::set);
        desk.tasks().load(debts, progress -> rooms.reports().openItems(today, null, wanted.customer()).stream()
                .filter(item -> item.kind().debit() && item.open().isPositive()).toList(), this::show);
    }

    private void show(List<OpenItem> items) {
        Set<String> before = Set.copyOf(numbers());
        boolean again = !debts.isEmpty();
        debts.setAll(items.stream().map(OpenItem::number).distinct().map(number -> {
            List<OpenItem> same = items.stream().filter(item -> item.number().equals(number)).toList();
            OpenItem item = same.getFirst();
            boolean proposed = again ? before.contains(number) : wanted.numbers().isEmpty()
                    ? item.isOverdue(desk.formats().today()) && item.open().getCurrencyUnit().equals(items.getFirst().open().getCurrencyUnit())
                    : wanted.numbers().contains(number);
            Debt debt = new Debt(number, item, same.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow(),
                    new SimpleBooleanProperty(proposed));
            debt.chosen().addListener(o -> foresee());
            return debt;
        }).toList());
        foresee();
    }

    private List<String> numbers() {
        return debts.stream().filter(debt -> debt.chosen().get()).map(Debt::number).toList();
    }

    private PlanService.Request request() {
        LocalDate day = Objects.requireNonNullElse(first.get(), desk.formats().today());
        Schedule schedule = byHand.get() ? new Schedule.ByHand(hand.stream().filter(part -> part.date().get() != null
                && part.amount().get() != null).map(part -> new Plan.Instalment(Objects.requireNonNull(part.date().get()),
                Objects.requireNonNull(part.amount().get()))).toList()) : new Schedule.Monthly(whole(parts), day, spread.get());
        return new PlanService.Request(wanted.customer(), numbers(), schedule, new Plan.Terms(whole(grace), whole(defaultAfter), note.get()));
    }

    private static int whole(ObjectProperty<@Nullable BigDecimal> number) {
        return Objects.requireNonNullElse(number.get(), BigDecimal.ZERO).intValue();
    }

    private void foresee() {
        PlanService.Request request = request();
        desk.tasks().load(preview, progress -> rooms.plans().preview(request), preview::set);
    }

    /** By hand one begins with what was worked out. */
    private void handOver(boolean toHand) {
        if (toHand && preview.get() instanceof Outcome.Ok<Plan>(Plan plan)) {
            hand.setAll(plan.instalments().stream().map(one -> new Part(one.date(), one.amount())).toList());
        }
        foresee();
    }

    /** One more instalment, a month after the last, over what is missing. */
    void addPart() {
        Money sum = chosenSum();
        Money named = hand.stream().map(part -> part.amount().get()).filter(Objects::nonNull).reduce(Money.zero(sum.getCurrencyUnit()), Money::plus);
        LocalDate last = hand.isEmpty() ? null : hand.getLast().date().get();
        Money missing = sum.minus(named);
        hand.add(new Part(last == null ? desk.formats().today().plusDays(FIRST_AFTER_DAYS) : last.plusMonths(1),
                missing.isPositive() ? missing : Money.zero(sum.getCurrencyUnit())));
    }

    /** What is chosen, together; of the first currency where there are two. */
    Money chosenSum() {
        List<Money> open = debts.stream().filter(debt -> debt.chosen().get()).map(Debt::open).toList();
        Money like = !open.isEmpty() ? open.getFirst() : debts.isEmpty() ? null : debts.getFirst().open();
        return like == null ? Money.zero(Objects.requireNonNull(customer.get()).trade().currency())
                : open.stream().filter(like::isSameCurrency).reduce(Money.zero(like.getCurrencyUnit()), Money::plus);
    }

    Set<Advice> advice() {
        return preview.get() instanceof Outcome.Ok<Plan>(Plan plan) ? Advice.of(plan.instalments(), desk.formats().today()) : Set.of();
    }

    /** The pages of the agreement as it would be signed. */
    void read(Consumer<Pages> then) {
        PlanService.Request request = request();
        desk.tasks().run("agreement.reading", progress -> rooms.papers().draft(request).map(reading::read), then, desk.overlay()::problems);
    }

    void save(Consumer<List<Problem>> problems) {
        PlanService.Request request = request();
        desk.tasks().run("agreement.agree", progress -> rooms.plans().create(request), plan -> {
            desk.navigator().replace(Place.of("agreement", wanted.customer()));
            desk.overlay().toast(desk.texts().get("agreement.agreed"));
        }, problems);
    }
}
