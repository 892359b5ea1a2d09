package org.goodterms.reminder;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the firm reminds: a ladder and the pauses around it. All of it is data; days are calendar days.
 *
 * @param mode      whether anything goes out by itself
 * @param rules     in ladder order, each step once
 * @param capDays   between two written messages to one customer
 * @param quietDays after the day a dispute was closed, that day not counted
 * @param mailDays  after the mail that first sent an invoice, before anything is written about it
 * @param minimum   units of the item's currency below which nothing is asked for
 */
public record Policy(Mode mode, List<Rule> rules, int capDays, int quietDays, int mailDays, BigDecimal minimum) {

    /** Whether anything goes out by itself. */
    public enum Mode {
        /** Nothing is planned. */
        OFF,
        /** Each message waits for the owner's word. */
        DRAFT,
        /** Messages whose step needs no approval go out by themselves. */
        ACTIVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a written step travels. */
    public enum Travel {
        /** As agreed with the customer. */
        AS_AGREED,
        /** As agreed; where that is e-mail, the signed letter goes along as a PDF. */
        WITH_LETTER,
        /** On paper, whatever is agreed. */
        LETTER,
        /** Not written at all: somebody calls. */
        CALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Travel of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One step.
     *
     * @param offset   days after the due date from which it may be carried out; negative before it
     * @param until    the last such day, after which the step lapses; null where it never does
     * @param gap      days since the item's step before (C not counted)
     * @param deadline days from the message to the day by which it asks for payment; 0 where it names none
     * @param approval whether the owner reads it first, in mode active too
     * @param fee      units of the book's currency, charged for each item when the message is out; zero for none
     */
    public record Rule(Step step, int offset, @Nullable Integer until, int gap, Travel travel, int deadline,
            boolean approval, BigDecimal fee) {

        public Rule {
            fee = plain(fee);
        }

        /** A step that costs the customer nothing. */
        public Rule(Step step, int offset, @Nullable Integer until, int gap, Travel travel, int deadline, boolean approval) {
            this(step, offset, until, gap, travel, deadline, approval, BigDecimal.ZERO);
        }

        public Rule withOffset(int changed) {
            return new Rule(step, changed, until, gap, travel, deadline, approval, fee);
        }

        public Rule withGap(int changed) {
            return new Rule(step, offset, until, changed, travel, deadline, approval, fee);
        }

        public Rule withTravel(Travel changed) {
            return new Rule(step, offset, until, gap, changed, deadline, approval, fee);
        }

        public Rule withDeadline(int changed) {
            return new Rule(step, offset, until, gap, travel, changed, approval, fee);
        }

        public Rule withApproval(boolean changed) {
            return new Rule(step, offset, until, gap, travel, deadline, changed, fee);
        }

        public Rule withFee(BigDecimal changed) {
            return new Rule(step, offset, until, gap, travel, deadline, approval, changed);
        }

        /** Whether the customer is written to; else it is a task. */
        public boolean isWritten() {
            return step.isMessage() && travel != Travel.CALL;
        }
    }

    /** The ladder that a new book begins with (the domain rules, section 8.1): nothing leaves without the owner's word. */
    public static final Policy DEFAULT = new Policy(Mode.DRAFT, List.of(
            new Rule(Step.C, -7, -1, 0, Travel.AS_AGREED, 0, false),
            new Rule(Step.D, 0, 2, 0, Travel.AS_AGREED, 0, false),
            new Rule(Step.R1, 3, null, 3, Travel.AS_AGREED, 0, false),
            new Rule(Step.R2, 10, null, 7, Travel.AS_AGREED, 7, false),
            new Rule(Step.R3, 20, null, 7, Travel.AS_AGREED, 7, false),
            new Rule(Step.F, 30, null, 7, Travel.WITH_LETTER, 10, true),
            new Rule(Step.K, 45, null, 7, Travel.AS_AGREED, 0, false),
            new Rule(Step.H, 60, null, 7, Travel.AS_AGREED, 0, false)), 3, 7, 3, new BigDecimal("5"));

    public Policy {
        rules = rules.stream().sorted(Comparator.comparing(Rule::step)).toList();
        minimum = plain(minimum);
        if (rules.stream().map(Rule::step).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("a step stands once in a ladder");
        }
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal least = amount.stripTrailingZeros();
        return least.setScale(Math.max(0, least.scale()));
    }

    /** What the written steps cost together, in units of the book's currency. */
    public BigDecimal fees() {
        return rules.stream().filter(Rule::isWritten).map(Rule::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Policy in(Mode changed) {
        return new Policy(changed, rules, capDays, quietDays, mailDays, minimum);
    }

    public Policy with(List<Rule> changed) {
        return new Policy(mode, changed, capDays, quietDays, mailDays, minimum);
    }

    /** The rule of a step; null where this ladder leaves it out. */
    public @Nullable Rule rule(Step step) {
        return rules.stream().filter(rule -> rule.step() == step).findFirst().orElse(null);
    }

    /**
     * The step that is an item's turn: the first behind the highest one done that has not lapsed, once its offset is
     * reached. Null where nothing is.
     *
     * @param dpd      days past the due date
     * @param courtesy whether the customer wants to be told before the due date
     */
    public @Nullable Rule turn(long dpd, boolean courtesy, Set<Step> done) {
        Step highest = done.stream().max(Comparator.naturalOrder()).orElse(null);
        for (Rule rule : rules) {
            Integer until = rule.until();
            boolean passed = highest != null && rule.step().compareTo(highest) <= 0;
            boolean unwanted = rule.step() == Step.C && !courtesy;
            boolean lapsed = until != null && dpd > until;
            if (!passed && !unwanted && !lapsed) {
                return dpd >= rule.offset() ? rule : null;
            }
        }
        return null;
    }

    /** The steps this ladder has. */
    public Set<Step> steps() {
        return rules.stream().map(Rule::step).collect(Collectors.toUnmodifiableSet());
    }
}
