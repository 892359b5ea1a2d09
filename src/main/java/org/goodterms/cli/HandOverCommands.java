package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.claim.HandOver;
import org.goodterms.claim.HandOver.Receiver;
import org.goodterms.dossier.Dossier;
import org.goodterms.dossier.DossierService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Giving debts to an agency or a court, and taking them back. */
final class HandOverCommands {

    private HandOverCommands() {
    }

    @Command(name = "hand-over", description = "hands debts to an agency or a court, with a dossier")
    static final class Over implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--items", required = true)
        String items = "";
        @Option(names = "--to", required = true, description = "agency or court")
        String to = "";
        @Option(names = "--out", required = true, paramLabel = "FILE.zip")
        String out = "";
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            Receiver receiver = Read.found(Arrays.stream(Receiver.values()).filter(r -> r.word().equals(to)).findFirst(),
                    Problem.at("--to", "cli.receiver", to));
            List<String> numbers = AgreementCommands.numbers(items);
            return app.dossiers().prepare(customer, numbers, receiver).then(made -> Out.written(out, made.zip())
                    .then(bytes -> app.dossiers().keep(made, note)).map(kept -> answer(made)));
        }

        private Answer answer(DossierService.Made made) {
            Dossier dossier = made.dossier();
            ObjectNode json = Json.object().put("customer", customer).put("to", to);
            Json.array(json, "items", dossier.claims(), claim -> {
                ObjectNode row = Json.put(Json.object().put("number", claim.number()), "open", claim.open());
                return Json.put(row, "limitation", claim.limitation());
            });
            Json.put(json, "total", dossier.total()).put("file", out);
            Json.array(json, "files", dossier.files(), file -> Json.object().put("name", file.name()).put("sha256", file.hash()));
            Texts english = Texts.of(Locale.ENGLISH);
            List<String> missing = dossier.missing().stream().map(lack -> lack.said(english)).toList();
            AgreementCommands.texts(json, "missing", missing);
            String lacks = missing.isEmpty() ? "" : "\nMissing:\n- " + String.join("\n- ", missing);
            return Answer.of(json, "Handed over to " + to + ": " + dossier.total() + ". The dossier is " + out + "." + lacks);
        }
    }

    @Command(name = "take-back", description = "takes everything of a customer back from agency or court")
    static final class Back implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";

        @Override
        public Outcome<Answer> run(App app) {
            return CustomerCommands.id(app, customer).then(id -> app.claims().handOvers().takeBack(id)).map(back -> {
                ObjectNode json = Json.object().put("customer", customer);
                AgreementCommands.texts(json, "items", back.stream().flatMap(over -> over.items().stream())
                        .map(HandOver.Item::number).distinct().toList());
                return Answer.of(json, "Taken back.");
            });
        }
    }
}
