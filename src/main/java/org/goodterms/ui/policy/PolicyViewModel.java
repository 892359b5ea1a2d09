package org.goodterms.ui.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.Outlook;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.Policies.Subject;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.PolicyChange;
import org.goodterms.reminder.PolicySentences;
import org.goodterms.reminder.PolicySentences.Sample;
import org.goodterms.reminder.PolicySentences.Sentence;
import org.goodterms.reminder.PolicyService;
import org.goodterms.reminder.Step;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** A policy being edited: nothing holds before it is saved, and what it changes is told before. */
public final class PolicyViewModel {
    private static final int SAMPLES = 3;
    private final Desk desk;
    private final PolicyService policies;
    private final Subject subject;
    private final PolicySentences words;
    private final ObjectProperty<Policy> policy = new SimpleObjectProperty<>(Policy.DEFAULT);
    private final Map<String, Problem> unread = new java.util.TreeMap<>();
    private final Map<Step, Policy.Rule> taken = new EnumMap<>(Step.class);
    private List<Sample> samples = List.of();
    private BusinessDays days = BusinessDays.WEEKDAYS;
    final ObservableList<Sentence> sentences = FXCollections.observableArrayList();
    final ObservableList<Problem> problems = FXCollections.observableArrayList();
    final IntegerProperty loaded = new SimpleIntegerProperty();
    final ObjectProperty<@Nullable Boolean> own = new SimpleObjectProperty<>();

    public PolicyViewModel(Desk desk, PolicyService policies, Subject subject) {
        this.desk = desk;
        this.policies = policies;
        this.subject = subject;
        this.words = new PolicySentences(desk.texts(), desk.formats()::date);
        policy.addListener((o, was, is) -> say());
    }

    private record Found(Policies all, List<Outlook.Next> items, BusinessDays days) {
    }

    /** Reads what holds for the subject now: its own policy, or the one it would replace. */
    void load() {
        desk.tasks().load(sentences, progress -> new Found(policies.all(), policies.outlook(), policies.days()), this::show);
    }

    private void show(Found found) {
        List<Outlook.Next> near = found.items().stream().filter(next -> subject.scope() != Policies.Scope.CUSTOMER || next.code().equals(subject.name()))
                .filter(next -> subject.scope() != Policies.Scope.INVOICE || next.number().equals(subject.name())).toList();
        samples = near.stream().sorted(Comparator.comparing(Outlook.Next::due).reversed()).limit(SAMPLES)
                .map(next -> new Sample(next.number(), next.due())).toList();
        days = found.days();
        own.set(found.all().own(subject.scope(), subject.name()).isPresent());
        policy.set(found.all().own(subject.scope(), subject.name()).orElseGet(() -> near.stream().findFirst()
                .filter(next -> subject.scope() == Policies.Scope.INVOICE).map(next -> found.all().of(next.code(), "")).orElse(found.all().company())));
        unread.clear();
        problems.clear();
        say();
        loaded.set(loaded.get() + 1);
    }

    private void say() {
        sentences.setAll(words.say(policy.get(), samples, days));
    }

    ReadOnlyObjectProperty<Policy> policy() {
        return policy;
    }

    Subject subject() {
        return subject;
    }

    PolicySentences words() {
        return words;
    }

    void mode(Policy.Mode mode) {
        policy.set(policy.get().in(mode));
    }

    void change(Step step, UnaryOperator<Policy.Rule> edit) {
        policy.set(policy.get().with(policy.get().rules().stream().map(rule -> rule.step() == step ? edit.apply(rule) : rule).toList()));
    }

    void remove(Step step) {
        Policy.Rule rule = policy.get().rule(step);
        if (rule != null) {
            taken.put(step, rule);
            unread.keySet().removeIf(field -> field.startsWith(step + "."));
            policy.set(policy.get().with(policy.get().rules().stream().filter(one -> one.step() != step).toList()));
        }
    }

    /** The steps the ladder leaves out. */
    List<Step> missing() {
        return java.util.Arrays.stream(Step.values()).filter(step -> policy.get().rule(step) == null).toList();
    }

    /** Puts a step back, as it was before it was removed, or as shipped. */
    void add(Step step) {
        List<Policy.Rule> rules = new ArrayList<>(policy.get().rules());
        Policy.Rule shipped = Policy.DEFAULT.rule(step);
        Policy.Rule back = taken.getOrDefault(step, shipped);
        if (back != null && policy.get().rule(step) == null) {
            rules.add(back);
            policy.set(policy.get().with(rules));
        }
    }

    void pauses(int cap, int quiet, int mail, BigDecimal minimum) {
        Policy now = policy.get();
        policy.set(new Policy(now.mode(), now.rules(), cap, quiet, mail, minimum));
    }

    /** Days as typed; what is no whole number keeps the policy from being saved. */
    void typed(String field, String text, Consumer<Integer> then) {
        if (text.strip().matches("[-−]?[0-9]{1,3}")) {
            unread.remove(field);
            then.accept(Integer.valueOf(text.strip().replace('−', '-')));
        } else {
            unread.put(field, Problem.at(field, "reminder.policy_number", text.strip()));
        }
        problems.setAll(unread.values());
    }

    /** A fee as typed, in the book's currency; empty for none. */
    void typedFee(Step step, String text) {
        String field = step + ".fee";
        Optional<BigDecimal> read = text.isBlank() ? Optional.of(BigDecimal.ZERO) : desk.formats().parseNumber(text.strip());
        if (read.isPresent()) {
            unread.remove(field);
            change(step, rule -> rule.withFee(read.get()));
        } else {
            unread.put(field, Problem.at(field, "reminder.fee_number", text.strip()));
        }
        problems.setAll(unread.values());
    }

    /** A fee as it is typed; empty for none. */
    String shown(BigDecimal fee) {
        return fee.signum() == 0 ? "" : desk.formats().numberTyped(fee);
    }

    /** What saving would change; then is told only where the policy can be saved. */
    void preview(Consumer<List<PolicyChange>> then) {
        if (unread.isEmpty()) {
            problems.clear();
            desk.tasks().run("policy.preview", progress -> policies.preview(subject.scope(), subject.name(), policy.get()), then, problems::setAll);
        }
    }

    void previewInherited(Consumer<List<PolicyChange>> then) {
        desk.tasks().run("policy.preview", progress -> policies.preview(subject.scope(), subject.name(), null), then, problems::setAll);
    }

    void save() {
        desk.tasks().run("policy.save", progress -> policies.save(subject.scope(), subject.name(), policy.get()), saved -> {
            desk.overlay().toast(desk.texts().get("policy.saved"));
            load();
        }, problems::setAll);
    }

    void inherit() {
        desk.tasks().run("policy.save", progress -> policies.forget(subject.scope(), subject.name()), all -> {
            desk.overlay().toast(desk.texts().get("policy.saved"));
            load();
        }, problems::setAll);
    }
}
