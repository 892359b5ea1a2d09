package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.goodterms.App;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.receivable.OpenItem;
import org.goodterms.reminder.DunningPlan;
import org.goodterms.reminder.Earlier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What the business date brings: messages, tasks, and who is left alone and why. Changes nothing. */
@Command(name = "worklist", description = "the plan for the business date; changes nothing")
final class WorklistCommand implements Act {

    @Override
    public Outcome<Answer> run(App app) {
        DunningPlan plan = app.reminders().worklists().plan(app.today());
        ObjectNode json = Json.object().put("on", plan.on().toString());
        Json.array(json, "messages", plan.messages(), WorklistCommand::json);
        Json.array(json, "tasks", plan.tasks(), WorklistCommand::json);
        Json.array(json, "stopped", plan.stopped(), WorklistCommand::json);
        return Outcome.ok(Answer.of(json, text(plan, app.reminders().worklists().earlier(plan))));
    }

    static ObjectNode json(DunningPlan.Notice notice) {
        ObjectNode node = Json.object().put("customer", notice.code()).put("step", notice.step().name())
                .put("currency", notice.currency().getCode());
        Json.put(node, "asked", notice.asked());
        Json.array(node, "items", notice.lines(), line -> Json.put(Json.object().put("number", line.number())
                .put("step", line.step().name()), "asked", line.asked()));
        Json.array(node, "listed", notice.listed(), other -> Json.put(Json.object().put("number", other.number()),
                "open", other.open()));
        return node;
    }

    static ObjectNode json(DunningPlan.Errand task) {
        ObjectNode node = Json.object().put("customer", task.code()).put("kind", task.kind().word());
        task.numbers().forEach(node.putArray("items")::add);
        return node;
    }

    static ObjectNode json(DunningPlan.Stopped stopped) {
        return Json.object().put("customer", stopped.code()).put("number", stopped.number())
                .put("step", stopped.step().name()).put("reason", stopped.reason().word());
    }

    /** By which message: {@code : R1 of 2026-06-04 about 2026-0101}. */
    private static String because(@Nullable Earlier earlier) {
        return earlier == null ? "" : ": " + (earlier.step() == null ? "written" : earlier.step().name()) + " on " + earlier.on()
                + (earlier.numbers().isEmpty() ? "" : " about " + String.join(", ", earlier.numbers()));
    }

    static String text(DunningPlan plan, Map<Id<OpenItem>, Earlier> earlier) {
        Table messages = new Table("Write to", "Step", ">Asked", "Items");
        plan.messages().forEach(m -> messages.row(m.code(), m.step().name(), MoneyText.plain(m.asked()) + " "
                + m.currency().getCode(), m.lines().stream().map(DunningPlan.Line::number).collect(Collectors.joining(", "))));
        Table tasks = new Table("To do for", "What", "Items");
        plan.tasks().forEach(t -> tasks.row(t.code(), t.kind().word(), String.join(", ", t.numbers())));
        Table stopped = new Table("Left alone", "Number", "Step", "Why");
        plan.stopped().forEach(s -> stopped.row(s.code(), s.number(), s.step().name(), s.reason().word()
                + because(earlier.get(s.item()))));
        String all = (plan.messages().isEmpty() ? "" : messages.text() + "\n\n") + (plan.tasks().isEmpty() ? "" : tasks.text()
                + "\n\n") + (plan.stopped().isEmpty() ? "" : stopped.text());
        return all.isBlank() ? "Nothing to do on " + plan.on() + "." : all.strip();
    }
}
