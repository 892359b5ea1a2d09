package org.goodterms.reminder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.claim.ChargeService;
import org.goodterms.claim.FeeLawService;
import org.goodterms.claim.HandOverService;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.Posted;
import org.goodterms.company.CompanyService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Rounding;
import org.goodterms.kernel.Texts;
import org.goodterms.ledger.LedgerService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a step costs the customer: written with the step, charged when a message of it is out, by the same service as a fee
 * charged by hand, and once for each item and step, whether the plan or a person sent it and whatever is run again.
 */
public final class StepFeeService {
    private final Rooms rooms;
    private final Late late;
    private final WorklistService worklists;
    private final PolicyStore policies = new PolicyStore();
    private final StepFeeStore store = new StepFeeStore();

    /** What lies below. */
    public record Rooms(Database db, CompanyService companies, CustomerService customers, LedgerService ledger) {
    }

    /** What late payment costs, and where a claim leaves the ladder. */
    public record Late(ChargeService charges, FeeLawService law, HandOverService handOvers, InterestService interest) {
    }

    public StepFeeService(Rooms rooms, Late late, WorklistService worklists) {
        this.rooms = rooms;
        this.late = late;
        this.worklists = worklists;
    }

    /** Writes what the steps of a reminder will cost, as the policy of the day and the law have it. */
    void write(Tx tx, UUID reminder, DunningPlan.Notice notice) {
        Policies all = policies.all(tx);
        String segment = worklists.segment(tx, notice.customer());
        Customer customer = rooms.customers().customer(tx, notice.customer());
        for (DunningPlan.Line line : notice.lines()) {
            Policy.Rule rule = all.of(notice.code(), segment, line.number()).rule(line.step());
            if (rule != null && rule.fee().signum() > 0 && !store.isSet(tx, line.item(), line.step())) {
                Money fee = Rounding.HALF_UP.toMoney(rule.fee(), rooms.ledger().currency(tx));
                Optional<Money> most = late.law().most(tx, customer, line.number());
                if (most.isEmpty() || store.sum(tx, line.item()) + fee.getAmountMinorLong() <= most.get().getAmountMinorLong()) {
                    store.insert(tx, reminder, line, fee);
                }
            }
        }
    }

    /** A reminder that did not go costs nothing. */
    void release(Tx tx, UUID reminder) {
        store.release(tx, reminder);
    }

    /** Charges what is out and not charged yet; where the period is locked, that is left until it is open. */
    List<Posted> charge(Tx tx) {
        Texts texts = Texts.of(rooms.companies().company(tx).locale());
        List<Posted> charged = new ArrayList<>();
        for (StepFeeStore.Owed owed : store.owed(tx, rooms.ledger().currency(tx))) {
            Outcome<Posted> posted = late.charges().chargeFee(tx, owed.customer(), owed.amount(),
                    texts.get("reminder.fee.about", texts.get("reminder.step." + owed.step()), owed.number()));
            if (posted.isOk()) {
                store.charged(tx, owed, posted.orThrow().item(), rooms.companies().today(tx));
                charged.add(posted.orThrow());
            }
        }
        return charged;
    }

    /** The same in a transaction of its own. */
    public List<Posted> charge() {
        return rooms.db().write(tx -> Outcome.ok(charge(tx))).orThrow();
    }

    /** Whether the fees of a policy make sense and stay within the law. @param customer null: of any customer */
    List<Problem> judge(Tx tx, Policy policy, @Nullable Customer customer) {
        int places = rooms.ledger().currency(tx).getDecimalPlaces();
        for (Policy.Rule rule : policy.rules()) {
            if (rule.fee().signum() < 0 || rule.fee().scale() > places || rule.fee().signum() > 0 && !rule.isWritten()) {
                return List.of(Problem.at(rule.step().name(), "reminder.fee_amount", rule.fee(), places));
            }
        }
        BigDecimal fees = policy.fees();
        Optional<Money> most = fees.signum() == 0 ? Optional.empty() : late.law().most(tx, customer);
        return most.filter(bound -> fees.compareTo(bound.getAmount()) > 0).map(bound -> Problem.at("fee", "reminder.fee_law",
                Rounding.HALF_UP.toMoney(fees, bound.getCurrencyUnit()), bound)).stream().toList();
    }
}
