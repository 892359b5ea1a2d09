package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.report.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether customers and banks say the same as the general ledger. */
@Command(name = "reconcile", description = "customers against account 1200, bank statements against the accounts of the banks")
final class ReconcileCommand implements Act {
    @Option(names = "--as-of")
    @Nullable String asOf;
    @Mixin
    Files files = new Files();

    @Override
    public Outcome<Answer> run(App app) {
        Reconciliation found = app.accounting().reports().reconcile(Read.date("--as-of", asOf, app.today()));
        return files.with(app, app.reporting().papers().printouts().reconciliation(found), answer(found));
    }

    private static Answer answer(Reconciliation found) {
        ObjectNode json = Json.put(Json.object(), "asOf", found.asOf());
        Table table = new Table("", "", ">Beside the ledger", ">Ledger", ">Difference");
        ObjectNode receivables = json.putObject("receivables");
        Json.array(receivables, "customers", found.customers(), one -> {
            table.row(one.code(), one.name(), one.balance().getAmount(), "", "");
            return Json.put(Json.object().put("code", one.code()).put("name", one.name()), "balance", one.balance());
        });
        Json.put(Json.put(Json.put(receivables, "total", found.total()), "ledger", found.account()), "difference", found.difference());
        table.row("", "Receivables", found.total().getAmount(), found.account().getAmount(), found.difference().getAmount());
        Json.array(json, "bank", found.banks(), bank -> {
            table.row(bank.account(), "Statement to " + bank.on(), bank.closing().getAmount(), bank.ledger().getAmount(), bank.difference().getAmount());
            ObjectNode node = Json.object().put("account", bank.account()).put("statement", bank.statement()).put("date", bank.on().toString());
            return Json.put(Json.put(Json.put(node, "closing", bank.closing()), "ledger", bank.ledger()), "difference", bank.difference());
        });
        return Answer.of(json, table.text());
    }
}
