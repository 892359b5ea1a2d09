package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.goodterms.App;
import org.goodterms.check.Finding;
import org.goodterms.kernel.Outcome;
import picocli.CommandLine.Command;

/** Proves what must always be true of the stored data. */
@Command(name = "check", description = "proves that the book is in order")
final class CheckCommand implements Act {

    @Override
    public Outcome<Answer> run(App app) {
        List<Finding> findings = app.checks().run();
        boolean ok = findings.stream().allMatch(Finding::ok);
        ObjectNode json = Json.object().put("ok", ok);
        Table table = new Table("", "Check", "Found");
        Json.array(json, "checks", findings, f -> {
            table.row(f.ok() ? "ok" : "NO", f.name(), f.detail());
            return Json.object().put("name", f.name()).put("ok", f.ok()).put("detail", f.detail());
        });
        return Outcome.ok(new Answer(json, table.text(), ok));
    }
}
