package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.goodterms.App;
import org.goodterms.claim.WriteOff;
import org.goodterms.claim.WriteOff.ReliefTime;
import org.goodterms.claim.WriteOffService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about debts that are given up. */
final class WriteOffCommands {

    private WriteOffCommands() {
    }

    @Command(name = "write-off", description = "removes what is open of an item as uncollectible")
    static final class Off implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--relief", description = "now or later: when the tax in it comes back")
        @Nullable String relief;
        @Option(names = "--allowance", description = "against the allowance (1290) instead of 6200")
        boolean allowance;
        @Option(names = "--note")
        String note = "";

        @Override
        public Outcome<Answer> run(App app) {
            String word = relief;
            ReliefTime time = word == null ? null : Read.found(Arrays.stream(ReliefTime.values())
                    .filter(t -> t != ReliefTime.NONE && t.word().equals(word)).findFirst(),
                    Problem.at("--relief", "cli.relief", word));
            return app.claims().writeOffs().writeOff(new WriteOffService.Request(item, time, allowance, note))
                    .map(offs -> answer(item, offs, "Written off "));
        }
    }

    @Command(name = "relief", description = "tax on debts written off", subcommands = ReliefClaim.class)
    static final class ReliefGroup {
    }

    @Command(name = "claim", description = "claims pending tax back")
    static final class ReliefClaim implements Act {
        @Option(names = "--item", required = true)
        String item = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().writeOffs().claimRelief(item).map(offs -> answer(item, offs, "Tax claimed back on "));
        }
    }

    private static Answer answer(String item, List<WriteOff> offs, String text) {
        Money amount = offs.stream().map(WriteOff::amount).reduce(Money::plus).orElseThrow();
        Money tax = offs.stream().map(WriteOff::tax).reduce(Money::plus).orElseThrow();
        ObjectNode json = Json.put(Json.object().put("item", item), "amount", amount);
        Json.put(Json.put(json, "net", amount.minus(tax)), "tax", tax).put("relief", offs.getFirst().relief().word());
        json.put("claimed", offs.stream().allMatch(WriteOff::relieved)).put("account", offs.getFirst().account());
        return Answer.of(json, text + item + ": " + amount + ", of it tax " + tax + ".");
    }

    @Command(name = "recover", description = "records money on a debt written off")
    static final class Recover implements Act {
        @Option(names = "--item", required = true)
        String item = "";
        @Option(names = "--amount", required = true)
        String amount = "";
        @Option(names = "--date")
        @Nullable String date;

        @Override
        public Outcome<Answer> run(App app) {
            return app.claims().recoveries().recover(item, Read.money("--amount", amount, app.company().company().currency()),
                    Read.date("--date", date, app.today())).map(recovery -> {
                        ObjectNode json = Json.put(Json.object().put("item", item), "date", recovery.on());
                        Json.put(Json.put(Json.put(json, "amount", recovery.amount()), "net", recovery.net()), "tax",
                                recovery.amount().minus(recovery.net())).put("payment", recovery.payment().toString());
                        return Answer.of(json, "Recovered " + recovery.amount() + " on " + item + ".");
                    });
        }
    }
}
