package org.goodterms.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodterms.kernel.BusinessDays;
import org.goodterms.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** A policy in sentences, with the days they come to for real invoices. */
public final class PolicySentences {
    private final Texts texts;
    private final Function<LocalDate, String> dates;

    /** @param dates writes a date as its reader expects it */
    public PolicySentences(Texts texts, Function<LocalDate, String> dates) {
        this.texts = texts;
        this.dates = dates;
    }

    /**
     * One step in words.
     *
     * @param text what happens when, and how
     * @param days of the step, one for each due date asked about; null where the step lapses for it
     * @param said the days in words
     */
    public record Sentence(Step step, String text, List<@Nullable LocalDate> days, String said) {
    }

    /** An invoice to show the days of. */
    public record Sample(String number, LocalDate due) {
    }

    /** Every step, in ladder order. */
    public List<Sentence> say(Policy policy, List<Sample> samples, BusinessDays days) {
        List<Map<Step, LocalDate>> walks = samples.stream().map(sample -> LadderWalk.of(policy, sample.due(), days)).toList();
        return policy.rules().stream().map(rule -> {
            List<@Nullable LocalDate> on = walks.stream().<@Nullable LocalDate>map(walk -> walk.get(rule.step())).toList();
            return new Sentence(rule.step(), say(rule), on, said(samples, on));
        }).toList();
    }

    private String said(List<Sample> samples, List<@Nullable LocalDate> on) {
        return java.util.stream.IntStream.range(0, samples.size()).mapToObj(i -> {
            Sample sample = samples.get(i);
            LocalDate day = on.get(i);
            return day == null ? texts.get("policy.sample.lapses", sample.number(), dates.apply(sample.due()))
                    : texts.get("policy.sample", sample.number(), dates.apply(sample.due()), dates.apply(day));
        }).collect(Collectors.joining("; "));
    }

    /** One step: before, on or after the due date, how, and what else holds. */
    public String say(Policy.Rule rule) {
        int offset = rule.offset();
        String when = texts.get(offset < 0 ? "policy.when.before" : offset == 0 ? "policy.when.on" : "policy.when.after", Math.abs(offset));
        String how = texts.get("policy.how." + (rule.step() == Step.H ? "decide" : rule.isWritten() ? rule.travel().word() : "call"));
        StringBuilder text = new StringBuilder(texts.get("policy.sentence", texts.get("reminder.step." + rule.step()), when, how));
        if (rule.gap() > 0) {
            text.append(' ').append(texts.get("policy.gap", rule.gap()));
        }
        if (rule.until() != null) {
            int until = Objects.requireNonNull(rule.until());
            text.append(' ').append(texts.get("policy.until", texts.get(until < 0 ? "policy.when.before"
                    : until == 0 ? "policy.when.on" : "policy.when.after", Math.abs(until))));
        }
        if (rule.deadline() > 0 && rule.isWritten()) {
            text.append(' ').append(texts.get("policy.deadline", rule.deadline()));
        }
        if (rule.approval() && rule.isWritten()) {
            text.append(' ').append(texts.get("policy.approval"));
        }
        if (rule.fee().signum() > 0 && rule.isWritten()) {
            text.append(' ').append(texts.get("policy.fee", rule.fee().setScale(Math.max(2, rule.fee().scale()))));
        }
        return text.toString();
    }

    /** What holds for all steps: the mode and the pauses. */
    public List<String> around(Policy policy) {
        return List.of(texts.get("policy.mode." + policy.mode().word() + ".more"),
                texts.get("policy.pauses", policy.capDays(), policy.quietDays(), policy.mailDays(), policy.minimum()));
    }

    /** What comes next for an item, in a few words. */
    public String next(Outlook.Next next) {
        LocalDate day = next.day();
        Step step = next.step();
        String name = step == null ? "" : texts.get("reminder.step." + step);
        Reason reason = next.reason();
        String why = reason == null ? "" : texts.get("reminder.reason." + reason.name().toLowerCase(java.util.Locale.ROOT));
        return switch (next.standing()) {
            case OFF -> texts.get("policy.next.off");
            case ENDED -> texts.get("policy.next.ended");
            case STOPPED -> texts.get("policy.next.stopped", name, why);
            case COMES -> texts.get(next.word() ? "policy.next.draft" : "policy.next.active", name,
                    day == null ? "" : dates.apply(day));
        };
    }
}
