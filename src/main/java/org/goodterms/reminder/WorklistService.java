package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.goodterms.agreement.PlanState;
import org.goodterms.agreement.PromiseState;
import org.goodterms.calendar.Holidays;
import org.goodterms.claim.HandOverService;
import org.goodterms.company.Address;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.dispute.DisputeService;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.OpenItem;
import org.goodterms.receivable.ReceivableService;
import org.goodterms.reminder.Facts.Agreed;
import org.goodterms.reminder.Facts.Debtor;
import org.goodterms.reminder.Facts.Due;
import org.goodterms.reminder.Facts.Reach;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The plan of a day: collects the facts, few queries for all customers, and hands them to the {@link Ladder}. */
public final class WorklistService {
    private static final Set<ItemKind> LADDER = EnumSet.of(ItemKind.INVOICE, ItemKind.DEBIT_NOTE);
    private final Rooms rooms;
    private final FactsStore facts = new FactsStore();
    private final EarlierStore earlier = new EarlierStore();
    private final AgreedStore agreements = new AgreedStore();
    private final HoldStore holds = new HoldStore();
    private final PolicyStore policies = new PolicyStore();
    private final ConcurrentMap<String, BusinessDays> calendars = new ConcurrentHashMap<>();

    /** What lies below. */
    public record Rooms(Database db, CompanyService companies, ReceivableService receivables, HandOverService handOvers,
            DisputeService disputes) {
    }

    public WorklistService(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * What that day brings, as far as it is known now; nothing is changed. A day past is planned with the balances,
     * steps and agreements of that day, a day to come as if nothing happened until then.
     */
    public DunningPlan plan(LocalDate day) {
        return rooms.db().read(tx -> plan(tx, day));
    }

    public DunningPlan plan(Tx tx, LocalDate day) {
        return plan(tx, FactsStore.Scope.of(day));
    }

    /** As {@link #plan(Tx, LocalDate)}, of one customer alone. */
    public DunningPlan plan(Tx tx, LocalDate day, Id<Customer> customer) {
        return plan(tx, FactsStore.Scope.of(day, customer.value()));
    }

    DunningPlan plan(Tx tx, FactsStore.Scope scope) {
        return Ladder.plan(facts(tx, scope));
    }

    /** Of those left alone because of something written a few days ago: by which message, per item. */
    public Map<Id<OpenItem>, Earlier> earlier(DunningPlan plan) {
        return rooms.db().read(tx -> earlier(tx, plan));
    }

    Map<Id<OpenItem>, Earlier> earlier(Tx tx, DunningPlan plan) {
        Map<UUID, Earlier> customers = earlier.toCustomers(tx, plan.stopped().stream().filter(one -> one.reason() == Reason.CAP)
                .map(one -> one.customer().value()).collect(Collectors.toSet()), plan.on());
        Map<UUID, Earlier> items = earlier.aboutItems(tx, plan.stopped().stream().filter(one -> one.reason() == Reason.GAP)
                .map(one -> one.item().value()).collect(Collectors.toSet()), plan.on());
        Map<Id<OpenItem>, Earlier> result = new HashMap<>();
        for (DunningPlan.Stopped one : plan.stopped()) {
            Earlier found = one.reason() == Reason.CAP ? customers.get(one.customer().value())
                    : one.reason() == Reason.GAP ? items.get(one.item().value()) : null;
            if (found != null) {
                result.put(one.item(), found);
            }
        }
        return result;
    }

    /** Messages a person must do something about, and for which no task was made. */
    List<Facts.Trouble> trouble(Tx tx) {
        return facts.trouble(tx, FactsStore.Scope.of(rooms.companies().today(tx)));
    }

    /** The segment of a customer; empty where it has none. */
    String segment(Tx tx, Id<Customer> customer) {
        return facts.segment(tx, customer.value());
    }

    /** The days on which the firm works: by its country and region. */
    public BusinessDays days(Tx tx) {
        Address place = rooms.companies().company(tx).firm().address();
        return calendars.computeIfAbsent(place.country() + "/" + place.region(),
                key -> Holidays.of(place.country(), place.region()));
    }

    /** Everything the plan of that day rests on. */
    Facts facts(Tx tx, FactsStore.Scope scope) {
        return days(tx).isBusinessDay(scope.today()) ? known(tx, scope) : new Facts(scope.today(), false, List.of(), List.of());
    }

    /** The same on any day. */
    Facts known(Tx tx, FactsStore.Scope scope) {
        return known(tx, scope, policies.all(tx));
    }

    /** The same as if other policies held. */
    Facts known(Tx tx, FactsStore.Scope scope, Policies known) {
        BusinessDays days = days(tx);
        LocalDate today = scope.today();
        Map<UUID, Open> open = open(tx, scope);
        Map<UUID, FactsStore.Who> customers = facts.customers(tx, scope);
        Set<UUID> forbidden = holds.forbidden(tx, today, id(scope));
        Set<UUID> held = holds.standing(tx, today, id(scope)).stream().filter(hold -> hold.item() == null)
                .map(hold -> hold.customer().value()).collect(Collectors.toSet());
        Map<UUID, LocalDate> written = facts.lastWritten(tx, scope);
        Set<UUID> statements = rooms.companies().setting(tx, StatementDay.SETTING).flatMap(StatementDay::read)
                .filter(day -> day.isOn(today, days)).map(day -> facts.statementMailboxes(tx, scope)).orElse(Set.of());
        Map<UUID, Set<org.goodterms.followup.FollowUp.Kind>> tasks = facts.tasks(tx, scope);
        Map<UUID, List<Agreed>> agreed = agreed(tx, scope, days);
        List<Debtor> debtors = new ArrayList<>();
        open.forEach((id, of) -> {
            FactsStore.Who who = customers.get(id);
            debtors.add(new Debtor(Id.of(id), who.code(), known.of(who.code(), who.segment()), who.courtesy(), who.byItself(), reach(who),
                    forbidden.contains(id), held.contains(id), statements.contains(id) && of.owes() ? today : written.get(id), of.credits,
                    agreed.getOrDefault(id, List.of()), tasks.getOrDefault(id, Set.of()), of.items, known.invoices()));
        });
        return new Facts(today, days.isBusinessDay(today), debtors, facts.trouble(tx, scope));
    }

    private static @Nullable Id<Customer> id(FactsStore.Scope scope) {
        UUID customer = scope.customer();
        return customer == null ? null : Id.of(customer);
    }

    private static Reach reach(FactsStore.Who who) {
        return switch (who.channel()) {
            case "phone" -> Reach.PHONE;
            case "letter" -> who.address() ? Reach.LETTER : Reach.NOWHERE;
            default -> who.mailbox() ? Reach.EMAIL : Reach.NOWHERE;
        };
    }

    /** What one customer owes and has unapplied. */
    private static final class Open {
        private final List<Due> items = new ArrayList<>();
        private final Map<CurrencyUnit, Money> credits = new HashMap<>();

        /** Whether, in some currency, more is open than was paid in advance. */
        boolean owes() {
            Map<CurrencyUnit, Money> owed = new HashMap<>();
            items.forEach(due -> owed.merge(due.open().getCurrencyUnit(), due.open(), Money::plus));
            return owed.entrySet().stream().anyMatch(one -> one.getValue().isGreaterThan(credits.getOrDefault(one.getKey(), Money.zero(one.getKey()))));
        }
    }

    private Map<UUID, Open> open(Tx tx, FactsStore.Scope scope) {
        LocalDate today = scope.today();
        Map<UUID, List<FactsStore.Done>> steps = facts.steps(tx, scope);
        Map<UUID, FactsStore.Extended> extended = facts.extended(tx, scope);
        Map<Id<OpenItem>, Money> disputed = rooms.disputes().contestedAt(tx, today);
        Map<UUID, LocalDate> quiet = facts.quiet(tx, scope);
        Map<String, LocalDate> mailed = facts.mailed(tx, scope);
        Set<UUID> held = new HashSet<>();
        holds.standing(tx, today, id(scope)).stream().map(Hold::item).filter(java.util.Objects::nonNull)
                .forEach(item -> held.add(item.value()));
        Set<Id<OpenItem>> handedOver = rooms.handOvers().handedOver(tx, today);
        Map<UUID, Open> result = new LinkedHashMap<>();
        for (OpenItem item : rooms.receivables().openAt(tx, today, null, id(scope))) {
            Open of = result.computeIfAbsent(item.customer().value(), c -> new Open());
            if (item.open().isNegative()) {
                of.credits.merge(item.open().getCurrencyUnit(), item.open().negated(), Money::plus);
            } else if (item.due() != null && item.kind().debit()) {
                UUID key = FactsStore.key(item);
                FactsStore.Extended later = extended.get(key);
                int cycle = later == null ? 1 : 1 + later.times();
                Money contested = disputed.getOrDefault(item.id(), Money.zero(item.open().getCurrencyUnit()));
                of.items.add(new Due(item.id(), item.number(), !LADDER.contains(item.kind()),
                        later == null ? item.due() : later.due(), cycle, item.open(),
                        contested.isGreaterThan(item.open()) ? item.open() : contested, quiet.get(key), held.contains(key),
                        handedOver.contains(item.id()),
                        mailed.get(item.number()), FactsStore.ofCycle(steps.get(key), cycle)));
            }
        }
        return result;
    }

    private Map<UUID, List<Agreed>> agreed(Tx tx, FactsStore.Scope scope, BusinessDays days) {
        LocalDate today = scope.today();
        Map<UUID, List<Agreed>> result = new HashMap<>();
        agreements.promises(tx, scope).forEach(known -> {
            PromiseState state = PromiseState.of(known.agreed(), known.receipts(), false, today, days);
            Agreed.Phase phase = phase(state == PromiseState.PENDING, state.failed(), known.foundBroken(), today);
            if (phase != null) {
                result.computeIfAbsent(known.agreed().customer().value(), c -> new ArrayList<>())
                        .add(new Agreed(Agreed.Kind.PROMISE, known.agreed().id().value(), known.agreed().items().stream()
                                .map(item -> item.id()).collect(Collectors.toSet()), phase));
            }
        });
        agreements.plans(tx, scope).forEach(known -> {
            PlanState state = PlanState.of(known.agreed(), known.receipts(), today);
            Agreed.Phase phase = phase(state == PlanState.ON_TRACK, state == PlanState.BROKEN, known.foundBroken(), today);
            if (phase != null) {
                result.computeIfAbsent(known.agreed().customer().value(), c -> new ArrayList<>())
                        .add(new Agreed(Agreed.Kind.PLAN, known.agreed().id().value(), known.agreed().items().stream()
                                .map(item -> item.id()).collect(Collectors.toSet()), phase));
            }
        });
        return result;
    }

    /** Null where it says nothing about today: kept, or found broken on an earlier day. */
    private static Agreed.@Nullable Phase phase(boolean running, boolean failed, @Nullable LocalDate found, LocalDate today) {
        if (running) {
            return Agreed.Phase.RUNNING;
        }
        if (!failed || found != null && found.isBefore(today)) {
            return null;
        }
        return found == null ? Agreed.Phase.BREAKS : Agreed.Phase.BROKE_TODAY;
    }
}
