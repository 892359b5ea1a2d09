package org.goodterms.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.followup.FollowUp;
import org.goodterms.kernel.Id;
import org.goodterms.receivable.OpenItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything the plan of one day rests on.
 *
 * @param businessDay whether the firm works on that day; on others nothing is planned
 * @param trouble     messages with which a person must do something
 */
public record Facts(LocalDate today, boolean businessDay, List<Debtor> debtors, List<Trouble> trouble) {

    public Facts {
        debtors = List.copyOf(debtors);
        trouble = List.copyOf(trouble);
    }

    /** How a customer can be reached with a reminder. */
    public enum Reach {
        EMAIL, LETTER,
        /** Wants to be called. */
        PHONE,
        /** By the way agreed, but there is no address for it. */
        NOWHERE
    }

    /**
     * One customer.
     *
     * @param policy      of the customer: its pauses hold for all messages
     * @param byItself    the money comes without anybody doing anything: nothing is asked for before it is late
     * @param held        a hold stands on everything this customer owes
     * @param lastWritten the last day a reminder, or any other message but an invoice, was written; null: never
     * @param credits     what is unapplied, positive, by currency
     * @param openTasks   kinds of which a task of the program is open, or was made today
     * @param own         the policies of single invoices, by number
     */
    public record Debtor(Id<Customer> id, String code, Policy policy, boolean courtesy, boolean byItself, Reach reach,
            boolean doNotContact, boolean held, @Nullable LocalDate lastWritten, Map<CurrencyUnit, Money> credits,
            List<Agreed> agreed, Set<FollowUp.Kind> openTasks, List<Due> items, Map<String, Policy> own) {

        public Debtor {
            own = Map.copyOf(own);
            credits = Map.copyOf(credits);
            agreed = List.copyOf(agreed);
            openTasks = Set.copyOf(openTasks);
            items = List.copyOf(items);
        }

        /** The one that holds for an item. */
        Policy policy(Due due) {
            return own.getOrDefault(due.number(), policy);
        }

        /** The same with other agreements. */
        Debtor with(List<Agreed> changed) {
            return new Debtor(id, code, policy, courtesy, byItself, reach, doNotContact, held, lastWritten, credits, changed, openTasks,
                    items, own);
        }

        Money credit(CurrencyUnit currency) {
            return credits.getOrDefault(currency, Money.zero(currency));
        }
    }

    /**
     * A promise or a payment plan.
     *
     * @param subject its id
     * @param items   what it covers
     */
    public record Agreed(Kind kind, UUID subject, Set<Id<OpenItem>> items, Phase phase) {
        public Agreed {
            items = Set.copyOf(items);
        }

        /** Which of the two. */
        public enum Kind {
            PROMISE, PLAN
        }

        /** Where it stands today. */
        public enum Phase {
            /** Still to be kept, or kept so far: nothing is asked for. */
            RUNNING,
            /** Found broken today, and nobody told yet. */
            BREAKS,
            /** Found broken by an earlier run of today. */
            BROKE_TODAY
        }

        boolean covers(Due due, Kind wanted) {
            return kind == wanted && phase == Phase.RUNNING && items.contains(due.item());
        }

        boolean broke(Due due) {
            return phase != Phase.RUNNING && items.contains(due.item());
        }
    }

    /**
     * What is open of one item.
     *
     * @param charge   a fee or interest: has no ladder of its own
     * @param due      in force today
     * @param cycle    1, and one more for each extension
     * @param open     in its currency, at least zero
     * @param disputed the part of {@code open} that is contested, at most {@code open}
     * @param quietOf  the last day a dispute over it was closed; null: none
     * @param mailed   when the mail that first sent it went out; null: never
     * @param done     the steps of this cycle, each with its day
     */
    public record Due(Id<OpenItem> item, String number, boolean charge, LocalDate due, int cycle, Money open,
            Money disputed, @Nullable LocalDate quietOf, boolean held, boolean handedOver, @Nullable LocalDate mailed,
            Map<Step, LocalDate> done) {

        public Due {
            done = Map.copyOf(done);
        }

        public long daysPastDue(LocalDate on) {
            return ChronoUnit.DAYS.between(due, on);
        }

        /** What may be asked for: the undisputed rest. */
        public Money undisputed() {
            return open.minus(disputed);
        }

        /** The day of its last step, C not counted; null without one. */
        @Nullable LocalDate lastStep() {
            return done.entrySet().stream().filter(e -> e.getKey() != Step.C).map(Map.Entry::getValue)
                    .max(LocalDate::compareTo).orElse(null);
        }
    }

    /**
     * A message that did not go, or of which nobody knows.
     *
     * @param kind    {@code FAILED_SEND} or {@code UNKNOWN_SEND}
     * @param message its id
     * @param numbers what it asks for
     */
    public record Trouble(Id<Customer> customer, String code, FollowUp.Kind kind, UUID message, List<String> numbers) {
        public Trouble {
            numbers = List.copyOf(numbers);
        }
    }
}
