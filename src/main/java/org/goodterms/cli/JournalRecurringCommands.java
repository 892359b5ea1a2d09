package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.App;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Entry;
import org.goodterms.recurring.EntryTemplate;
import org.goodterms.recurring.EntryTemplateRow;
import org.goodterms.recurring.EntryWaiting;
import org.goodterms.recurring.RecurringEntryService.Result;
import org.goodterms.recurring.Schedule;
import org.goodterms.recurring.Template;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about entries by hand that come back. */
final class JournalRecurringCommands {
    private static final Pattern EVERY = Pattern.compile("(\\d{1,3}) ?([wmqy])");

    private JournalRecurringCommands() {
    }

    @Command(name = "recurring", description = "entries by hand that come back by themselves",
            subcommands = {Add.class, ListAll.class, Due.class, Approve.class, Skip.class, Pause.class, Resume.class, End.class})
    static final class Group {
    }

    @Command(name = "add", description = "an entry that comes back; its text may hold {period}, {month}, {year}, {from}, {to}")
    static final class Add implements Act {
        @Option(names = "--name", required = true)
        String name = "";
        @Option(names = "--text", description = "of each entry; default: the name")
        @Nullable String text;
        @Option(names = "--every", paramLabel = "1w|1m|1q|1y", description = "how often; default: 1m")
        String every = "1m";
        @Option(names = "--from", paramLabel = "DATE", description = "day of the first entry; default: today")
        @Nullable String from;
        @Option(names = "--day", description = "day of the month of later entries; 31 is the last")
        @Nullable Integer day;
        @Option(names = "--until", paramLabel = "DATE", description = "no entry later")
        @Nullable String until;
        @Option(names = "--skip-holidays", description = "posted on the next business day instead")
        boolean skipHolidays;
        @Option(names = "--line", required = true, paramLabel = "\"account debit credit\"", description = "0 on the side that stays empty")
        List<String> lines = new ArrayList<>();

        @Override
        public Outcome<Answer> run(App app) {
            LocalDate first = Read.date("--from", from, app.today());
            Schedule schedule = new Schedule(unit(every), count(every), first, day == null ? first.getDayOfMonth() : day,
                    until == null ? null : Read.date("--until", until), skipHolidays);
            CurrencyUnit book = app.company().company().currency();
            return app.recurring().entries().add(new EntryTemplate(app.recurring().entries().nextId(), name.strip(), schedule,
                    (text == null ? name : text).strip(), lines.stream().map(line -> line(line, book)).toList(), Template.State.NEW))
                    .map(template -> Answer.of(Json.object().put("template", template.id().toString()).put("name", template.name()),
                            "Recurring entry " + template.id() + ": " + template.name() + "."));
        }
    }

    private static Schedule.Unit unit(String every) {
        Matcher matcher = EVERY.matcher(every.strip());
        return !matcher.matches() ? Read.found(Schedule.Unit.of(every.strip()), Problem.at("--every", "cli.every_short", every))
                : switch (matcher.group(2)) {
                    case "w" -> Schedule.Unit.WEEK;
                    case "q" -> Schedule.Unit.QUARTER;
                    case "y" -> Schedule.Unit.YEAR;
                    default -> Schedule.Unit.MONTH;
                };
    }

    private static int count(String every) {
        Matcher matcher = EVERY.matcher(every.strip());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    /** {@code account debit credit}; one of the amounts is 0. */
    private static Entry.Posting line(String text, CurrencyUnit book) {
        String[] parts = text.strip().split("\\s*\\|\\s*|\\s+");
        if (parts.length != 3) {
            throw new Read.Refusal(Problem.at("--line", "cli.entry_line", text));
        }
        Money debit = Read.money("--line", parts[1], book);
        Money credit = Read.money("--line", parts[2], book);
        if (debit.isNegative() || credit.isNegative() || debit.isZero() == credit.isZero()) {
            throw new Read.Refusal(Problem.at("--line", "cli.entry_line", text));
        }
        return new Entry.Posting(parts[0], debit.minus(credit));
    }

    @Command(name = "list", description = "entries that come back, and how many of each wait")
    static final class ListAll implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            List<EntryTemplateRow> rows = app.recurring().entries().list();
            ObjectNode json = Json.object();
            Json.array(json, "templates", rows, JournalRecurringCommands::json);
            Table table = new Table("template", "name", ">amount", "next", ">waiting", ">posted");
            rows.forEach(row -> table.row(row.template().id(), row.template().name(), row.template().amount(),
                    row.next() == null ? "-" : row.next().due(), row.waiting(), row.posted()));
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    private static ObjectNode json(EntryTemplateRow row) {
        EntryTemplate template = row.template();
        Schedule schedule = template.schedule();
        Schedule.Period next = row.next();
        LocalDate until = schedule.until();
        ObjectNode json = Json.object().put("template", template.id().toString()).put("name", template.name())
                .put("text", template.text()).put("every", schedule.unit().word()).put("count", schedule.count())
                .put("from", schedule.first().toString()).put("until", until == null ? null : until.toString())
                .put("paused", template.state().paused()).put("next", next == null ? null : next.due().toString())
                .put("waiting", row.waiting()).put("posted", row.posted());
        Json.array(json, "lines", template.postings(), LedgerCommands::json);
        return json;
    }

    private static ObjectNode json(EntryWaiting waiting) {
        ObjectNode json = Json.object().put("template", waiting.template().id().toString()).put("name", waiting.template().name())
                .put("text", waiting.text()).put("from", waiting.period().from().toString())
                .put("to", waiting.period().to().toString()).put("due", waiting.period().due().toString());
        return Json.put(json, "amount", waiting.template().amount());
    }

    @Command(name = "due", description = "entries that wait for approval, missed ones among them")
    static final class Due implements Act {
        @Override
        public Outcome<Answer> run(App app) {
            List<EntryWaiting> waiting = app.recurring().entries().waiting();
            ObjectNode json = Json.object();
            Json.array(json, "waiting", waiting, JournalRecurringCommands::json);
            Table table = new Table("due", "text", ">amount", "template");
            waiting.forEach(one -> table.row(one.period().due(), one.text(), one.template().amount(), one.template().id()));
            return Outcome.ok(Answer.of(json, table.text()));
        }
    }

    @Command(name = "approve", description = "posts what waits, each entry on its day and exactly once")
    static final class Approve implements Act {
        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE")
        @Nullable String template;
        @Option(names = "--from", paramLabel = "DATE", description = "first day of the one period meant")
        @Nullable String from;
        @Option(names = "--all", description = "all that waits")
        boolean all;

        @Override
        public Outcome<Answer> run(App app) {
            if ((template == null) != all || all && from != null) {
                return Outcome.refused(Problem.at("TEMPLATE", "cli.which_entries"));
            }
            List<Result> results = template == null ? app.recurring().entries().approveAll(Progress.NONE) : one(app, id(template));
            List<Result> posted = results.stream().filter(result -> result.outcome().isOk()).toList();
            List<Result> refused = results.stream().filter(result -> !result.outcome().isOk()).toList();
            if (posted.isEmpty() && !refused.isEmpty()) {
                return Outcome.refused(refused.getFirst().outcome().problems());
            }
            ObjectNode json = Json.object();
            Json.array(json, "posted", posted, result -> json(result.waiting()).put("seq", result.outcome().orThrow().seq()));
            Json.array(json, "refused", refused, result -> json(result.waiting())
                    .put("error", result.outcome().problems().getFirst().code()));
            return Outcome.ok(new Answer(json, "Posted " + posted.size() + (posted.size() == 1 ? " entry" : " entries")
                    + (refused.isEmpty() ? "." : "; " + refused.size() + " refused."), refused.isEmpty()));
        }

        /** Those of one template, or the one of the period asked for. */
        private List<Result> one(App app, Id<EntryTemplate> id) {
            LocalDate begin = from == null ? null : Read.date("--from", from);
            List<EntryWaiting> waiting = app.recurring().entries().waiting().stream().filter(one -> one.template().id().equals(id)
                    && (begin == null || one.period().from().equals(begin))).toList();
            if (waiting.isEmpty() && begin != null) {
                throw new Read.Refusal(app.recurring().entries().approve(id, begin).problems().getFirst());
            }
            if (waiting.isEmpty() && app.recurring().entries().list().stream().noneMatch(row -> row.template().id().equals(id))) {
                throw new Read.Refusal(Problem.at("TEMPLATE", "recurring.unknown_entry", id));
            }
            return waiting.stream().map(one -> new Result(one, app.recurring().entries().approve(id, one.period().from()))).toList();
        }
    }

    private static Id<EntryTemplate> id(String text) {
        try {
            return Id.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new Read.Refusal(Problem.at("TEMPLATE", "recurring.unknown_entry", text));
        }
    }

    /** What each command about one recurring entry takes. */
    abstract static class OfOne implements Act {
        @Parameters(index = "0", paramLabel = "TEMPLATE")
        String template = "";

        final Id<EntryTemplate> entry() {
            return id(template);
        }

        static Answer said(Id<EntryTemplate> id, String what) {
            return Answer.of(Json.object().put("template", id.toString()), what);
        }
    }

    @Command(name = "skip", description = "leaves a waiting period out")
    static final class Skip extends OfOne {
        @Option(names = "--from", required = true, paramLabel = "DATE", description = "first day of the period")
        String from = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().entries().leaveOut(entry(), Read.date("--from", from)).map(id -> said(id, "Left out."));
        }
    }

    @Command(name = "pause", description = "nothing falls due until it is resumed")
    static final class Pause extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().entries().pause(entry(), true).map(id -> said(id, "Paused."));
        }
    }

    @Command(name = "resume", description = "goes on; what passed meanwhile waits")
    static final class Resume extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().entries().pause(entry(), false).map(id -> said(id, "Goes on."));
        }
    }

    @Command(name = "end", description = "no later period begins; what waits stays waiting")
    static final class End extends OfOne {
        @Override
        public Outcome<Answer> run(App app) {
            return app.recurring().entries().end(entry()).map(id -> said(id, "Ended."));
        }
    }
}
