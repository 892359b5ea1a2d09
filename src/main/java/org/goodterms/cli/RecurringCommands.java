package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goodterms.App;
import org.goodterms.invoice.Issued;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.recurring.Billable;
import org.goodterms.recurring.RecurringService;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.goodterms.recurring.TemplateRow;
import org.goodterms.recurring.Waiting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about invoices that come back, and about work waiting to be billed. */
final class RecurringCommands {

    private RecurringCommands() {
    }

    @Command(name = "recurring", description = "invoices that come back by themselves",
            subcommands = {Add.class, ListAll.class, Run.class, Pause.class, Resume.class, End.class, Skip.class})
    static final class Group {
    }

    @Command(name = "add", description = "a template; its texts may hold {period}, {month}, {year}, {from}, {to}")
    static final class Add implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--name", required = true)
        String name = "";
        @Option(names = "--every", paramLabel = "week|month|quarter|year")
        String every = "month";
        @Option(names = "--count", description = "every so many of them")
        int count = 1;
        @Option(names = "--from", paramLabel = "DATE", description = "first day of the first period; default: today")
        @Nullable String from;
        @Option(names = "--day", description = "day of the month on which later periods begin; 31 is the last")
        @Nullable Integer day;
        @Option(names = "--until", paramLabel = "DATE", description = "no period begins later")
        @Nullable String until;
        @Option(names = "--skip-holidays", description = "written on the next business day instead")
        boolean skipHolidays;
        @Option(names = "--raise", paramLabel = "PERCENT", description = "what prices rise by each year")
        String raise = "0";
        @Option(names = "--intro")
        String intro = "";
        @Option(names = "--line", paramLabel = "\"text | quantity | unit price | tax %\"")
        List<String> lines = new ArrayList<>();

        @Override
        public Outcome<Answer> run(App app) {
            Schedule.Unit unit = Read.found(Schedule.Unit.of(every), Problem.at("--every", "cli.every", every));
            LocalDate first = Read.date("--from", from, app.today());
            Schedule schedule = new Schedule(unit, count, first, day == null ? first.getDayOfMonth() : day,
                    until == null ? null : Read.date("--until", until), skipHolidays);
            return app.customers().byCode(customer).then(found -> app.recurring().add(new Template(app.recurring().nextId(), found.id(),
                    name, schedule, Read.number("--raise", raise), new Template.Wording(intro,
                            lines.stream().map(InvoiceCommands::line).toList()), Template.State.NEW)))
                    .map(template -> Answer.of(Json.object().put("template", template.id().toString()).put("name", template.name()),
                            "Template " + template.id() + ": " + template.name() + "."));
        }
    }

    @Command(name = "list", description = "templates, and what waits for approval")
    static final class ListAll implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            List<TemplateRow> rows = app.recurring().list();
            List<Waiting> waiting = app.recurring().waiting();
            ObjectNode json = Json.object();
            Json.array(json, "templates", rows, RecurringCommands::json);
            Json.array(json, "waiting", waiting, RecurringCommands::json);
            Table table = new Table("template", "name", "customer", "next", ">waiting", ">issued");
            rows.forEach(row -> table.row(row.template().id(), row.template().name(), row.customer(),
                    row.next() == null ? "-" : row.next().due(), row.waiting(), row.issued()));
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(TemplateRow row) {
        Schedule schedule = row.template().schedule();
        Schedule.Period next = row.next();
        LocalDate until = schedule.until();
        return Json.object().put("template", row.template().id().toString()).put("name", row.template().name()).put("customer", row.code())
                .put("every", schedule.unit().word()).put("count", schedule.count()).put("from", schedule.first().toString())
                .put("until", until == null ? null : until.toString()).put("raise", row.template().raise().toPlainString())
                .put("paused", row.template().state().paused()).put("next", next == null ? null : next.due().toString())
                .put("waiting", row.waiting()).put("issued", row.issued());
    }

    private static ObjectNode json(Waiting waiting) {
        ObjectNode json = Json.object().put("template", waiting.template().id().toString()).put("name", waiting.template().name())
                .put("from", waiting.period().from().toString()).put("to", waiting.period().to().toString())
                .put("due", waiting.period().due().toString());
        return Json.put(json, "total", waiting.total());
    }

    @Command(name = "run", description = "issues all that waits, or of one template; each period exactly once")
    static final class Run implements Act {
        @Option(names = "--template", paramLabel = "TEMPLATE")
        @Nullable String template;
        @Option(names = "--dry-run", description = "shows what would be issued")
        boolean dryRun;

        @Override
        public Outcome<Answer> run(App app) {
            List<Waiting> waiting = app.recurring().waiting().stream()
                    .filter(one -> template == null || one.template().id().equals(template(template))).toList();
            ObjectNode json = Json.object();
            if (dryRun) {
                Json.array(json, "waiting", waiting, RecurringCommands::json);
                return Outcome.ok(Answer.of(json, waiting.size() + " invoices wait."));
            }
            List<RecurringService.Result> results = template == null ? app.recurring().approveAll(Progress.NONE)
                    : waiting.stream().map(one -> new RecurringService.Result(one,
                            app.recurring().approve(one.template().id(), one.period().from()))).toList();
            List<RecurringService.Result> issued = results.stream().filter(result -> result.outcome().isOk()).toList();
            List<RecurringService.Result> refused = results.stream().filter(result -> !result.outcome().isOk()).toList();
            Json.array(json, "issued", issued, result -> issued(json(result.waiting()), result.outcome().orThrow()));
            Json.array(json, "refused", refused, result -> json(result.waiting())
                    .put("error", result.outcome().problems().getFirst().code()));
            return Outcome.ok(new Answer(json, "Issued " + issued.size() + " invoices" + (refused.isEmpty() ? "."
                    : "; " + refused.size() + " refused."), refused.isEmpty()));
        }
    }

    private static ObjectNode issued(ObjectNode json, Issued issued) {
        return Json.put(json.put("number", issued.document().number()), "payable", issued.document().sums().payable());
    }

    private static Id<Template> template(String text) {
        return Id.of(uuid("TEMPLATE", text));
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Read.Refusal(Problem.at(field, "recurring.unknown", text));
        }
    }

    /** What each command about one template takes. */
    abstract static class OfOne implements Act {
        @Parameters(index = "0", paramLabel = "TEMPLATE")
        String template = "";

        final Id<Template> id() {
            return template(template);
        }

        static Answer said(Id<Template> id, String what) {
            return Answer.of(Json.object().put("template", id.toString()), what);
        }
    }

    @Command(name = "pause", description = "nothing falls due until it is resumed")
    static final class Pause extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().pause(id(), true).map(id -> said(id, "Paused."));
        }
    }

    @Command(name = "resume", description = "goes on; what passed meanwhile waits")
    static final class Resume extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().pause(id(), false).map(id -> said(id, "Goes on."));
        }
    }

    @Command(name = "end", description = "no later period begins")
    static final class End extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().end(id()).map(id -> said(id, "Ended."));
        }
    }

    @Command(name = "skip", description = "leaves a waiting period out")
    static final class Skip extends OfOne {
        @Option(names = "--from", required = true, paramLabel = "DATE", description = "first day of the period")
        String from = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().leaveOut(id(), Read.date("--from", from)).map(id -> said(id, "Left out."));
        }
    }

    @Command(name = "billable", description = "hours and expenses, collected until they are billed",
            subcommands = {Note.class, Unbilled.class, Bill.class})
    static final class BillableGroup {
    }

    @Command(name = "add", description = "notes hours, or an expense (quantity 1)")
    static final class Note implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--text", required = true)
        String text = "";
        @Option(names = "--quantity")
        String quantity = "1";
        @Option(names = "--unit")
        String unit = "";
        @Option(names = "--price", required = true)
        String price = "";
        @Option(names = "--tax", required = true, paramLabel = "PERCENT")
        String tax = "";

        @Override
        public Outcome<Answer> run(App app) {
            BigDecimal many = Read.number("--quantity", quantity);
            Billable.Amount amount = new Billable.Amount(many, unit, Read.number("--price", price), Read.number("--tax", tax));
            return app.customers().byCode(customer)
                    .then(found -> app.recurring().billables().add(found.id(), Read.date("--date", date, app.today()), text, amount))
                    .map(one -> Answer.of(json(one), "Noted: " + one.text() + "."));
        }
    }

    @Command(name = "list", description = "what waits to be billed")
    static final class Unbilled implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            List<Billable> open = app.recurring().billables().open();
            Table table = new Table("date", "text", ">quantity", ">price");
            open.forEach(one -> table.row(one.date(), one.text(), one.amount().quantity().toPlainString(),
                    one.amount().price().toPlainString()));
            ObjectNode json = Json.object();
            Json.array(json, "billables", open, RecurringCommands::json);
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(Billable one) {
        return Json.object().put("id", one.id().toString()).put("date", one.date().toString()).put("text", one.text())
                .put("quantity", one.amount().quantity().toPlainString()).put("unit", one.amount().unit())
                .put("price", one.amount().price().toPlainString()).put("tax", one.amount().taxRate().toPlainString());
    }

    @Command(name = "bill", description = "one invoice with all that waits of a customer")
    static final class Bill implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.customers().byCode(customer).then(found -> app.recurring().billables().bill(found.id())).map(InvoiceCommands::issued);
        }
    }
}
