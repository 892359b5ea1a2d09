package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.report.MonthlyStatement;
import org.goodterms.report.MonthlyStatementService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Statements of the month: when they go out, who waits for one, and all put on their way. */
@Command(name = "statements", description = "statements of account that go out once a month to those who owe something")
final class MonthlyCommand implements Act {
    @Option(names = "--day", paramLabel = "DAY", description = "of the month, 1 to 31; \"\" ends it")
    @Nullable String day;
    @Option(names = "--send", description = "puts all that are due into the outbox")
    boolean send;

    @Override
    public Outcome<Answer> run(App app) {
        MonthlyStatementService monthly = app.reporting().monthly();
        Outcome<String> set = day == null ? Outcome.ok("") : monthly.day(day);
        return set.then(kept -> {
            List<MonthlyStatement> due = monthly.due();
            List<Problem> problems = !send ? List.of() : monthly.send(due.stream().filter(MonthlyStatement::reachable).toList(), Progress.NONE)
                    .stream().flatMap(result -> result.problems().stream()).distinct().toList();
            return problems.isEmpty() ? Outcome.ok(answer(monthly, due)) : Outcome.refused(problems);
        });
    }

    private Answer answer(MonthlyStatementService monthly, List<MonthlyStatement> due) {
        ObjectNode json = Json.object();
        monthly.day().ifPresentOrElse(set -> json.put("day", set.day()), () -> json.putNull("day"));
        Table table = new Table("Code", "Customer", ">Overdue", ">Balance", "Cur", "");
        Json.array(json, "statements", due, one -> {
            String state = !one.reachable() ? "no-mailbox" : send ? "queued" : "due";
            table.row(one.customer().code(), one.customer().name(), one.statement().overdue().getAmount(), one.statement().closing().getAmount(),
                    one.statement().closing().getCurrencyUnit().getCode(), state);
            ObjectNode node = Json.object().put("customer", one.customer().code())
                    .put("currency", one.statement().closing().getCurrencyUnit().getCode()).put("state", state);
            return Json.put(Json.put(node, "overdue", one.statement().overdue()), "closing", one.statement().closing());
        });
        return Answer.of(json, table.text());
    }
}
