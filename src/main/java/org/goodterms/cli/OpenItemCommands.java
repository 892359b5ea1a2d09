package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.App;
import org.goodterms.intake.Opening;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.reminder.Step;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opening balances of customers. */
final class OpenItemCommands {

    private OpenItemCommands() {
    }

    @Command(name = "open-item", description = "opening balances of customers", subcommands = Add.class)
    static final class Group {
    }

    @Command(name = "add", description = "takes an unpaid document over from before this book")
    static final class Add implements Act {
        @Option(names = "--customer", required = true)
        String customer = "";
        @Option(names = "--number", required = true)
        String number = "";
        @Option(names = "--date", required = true, description = "on the document")
        String date = "";
        @Option(names = "--due")
        @Nullable String due;
        @Option(names = "--original", required = true, description = "of the document; negative: a credit")
        String original = "";
        @Option(names = "--open", required = true, description = "what is left of it")
        String open = "";
        @Option(names = "--currency")
        @Nullable String currency;
        @Option(names = "--rate")
        @Nullable String rate;
        @Option(names = "--tax", paramLabel = "\"19=142.50,7=…\"", description = "in the original, per rate")
        @Nullable String tax;
        @Option(names = "--terms", description = "a cash discount still open to the customer")
        String terms = "";
        @Option(names = "--reference", description = "structured reference (ISO 11649)")
        String reference = "";
        @Option(names = "--steps", paramLabel = "\"D=DATE,R1=DATE\"", description = "what was done about it; empty: nothing")
        @Nullable String steps;
        @Option(names = "--written-off", paramLabel = "DATE", description = "written off earlier, its tax relief taken")
        @Nullable String writtenOff;

        @Override
        public Outcome<Answer> run(App app) {
            CurrencyUnit book = app.company().company().currency();
            CurrencyUnit unit = Read.currency("--currency", currency, book);
            Opening opening = new Opening(customer, number, Read.date("--date", date),
                    due == null ? null : Read.date("--due", due), Read.money("--original", original, unit),
                    Read.money("--open", open, unit), Read.rate(rate, unit, book), taxes(unit), terms, reference, steps(steps),
                    writtenOff == null ? null : Read.date("--written-off", writtenOff));
            return app.accounting().openings().takeOver(opening).map(item -> {
                ObjectNode json = ReportCommands.json(item, customer, app.today(), List.of());
                return Answer.of(json, "Took over " + item.number() + " with " + item.open() + " open.");
            });
        }

        private Map<BigDecimal, Money> taxes(CurrencyUnit unit) {
            Map<BigDecimal, Money> taxes = new LinkedHashMap<>();
            Read.amounts("--tax", tax, unit).forEach((percent, amount) -> {
                BigDecimal key = Read.number("--tax", percent).stripTrailingZeros();
                if (key.signum() < 0 || taxes.put(key, amount.abs()) != null) {
                    throw new Read.Refusal(Problem.at("--tax", "cli.number", "--tax", percent));
                }
            });
            return taxes;
        }

        private static @Nullable Map<Step, LocalDate> steps(@Nullable String text) {
            if (text == null) {
                return null;
            }
            Map<Step, LocalDate> done = new EnumMap<>(Step.class);
            if (!text.isBlank()) {
                Read.pairs("--steps", text).forEach((word, day) -> done.put(Read.found(Step.of(word),
                        Problem.at("--steps", "cli.steps", "--steps", text)), Read.date("--steps", day)));
            }
            return done;
        }
    }
}
