package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goodterms.App;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.reminder.Policies;
import org.goodterms.reminder.Policies.Scope;
import org.goodterms.reminder.Policy;
import org.goodterms.reminder.PolicySentences;
import org.goodterms.reminder.PolicyService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the firm reminds, in sentences. */
final class PolicyCommands {
    private static final int SAMPLES = 3;

    private PolicyCommands() {
    }

    @Command(name = "policy", description = "how the firm reminds", subcommands = Show.class)
    static final class Group {
    }

    /** Whose: the company's where nothing is said. */
    static final class Whose {
        @Option(names = "--customer", paramLabel = "C")
        @Nullable String customer;
        @Option(names = "--segment", paramLabel = "S")
        @Nullable String segment;
        @Option(names = "--invoice", paramLabel = "N")
        @Nullable String invoice;

        Policies.Subject subject() {
            return customer != null ? new Policies.Subject(Scope.CUSTOMER, customer)
                    : segment != null ? new Policies.Subject(Scope.SEGMENT, segment.toLowerCase(Locale.ROOT))
                    : invoice != null ? new Policies.Subject(Scope.INVOICE, invoice) : Policies.Subject.COMPANY;
        }
    }

    @Command(name = "show", description = "the ladder that holds, in sentences, with the days it comes to")
    static final class Show implements Act {
        @ArgGroup(exclusive = true)
        @Nullable Whose whose;

        @Override
        public Outcome<Answer> run(App app) {
            Policies.Subject subject = whose == null ? Policies.Subject.COMPANY : whose.subject();
            return app.reminders().policies().standing(subject.scope(), subject.name()).map(standing -> answer(subject, standing));
        }
    }

    private static Answer answer(Policies.Subject subject, PolicyService.Standing standing) {
        PolicySentences words = new PolicySentences(Texts.of(Locale.ENGLISH), LocalDate::toString);
        List<PolicySentences.Sample> samples = standing.items().stream().limit(SAMPLES)
                .map(next -> new PolicySentences.Sample(next.number(), next.due())).toList();
        Policy policy = standing.policy();
        ObjectNode json = Json.object().put("scope", subject.scope().word()).put("subject", subject.name())
                .put("from", standing.from().word()).put("mode", policy.mode().word());
        StringBuilder text = new StringBuilder();
        Json.array(json, "steps", words.say(policy, samples, standing.days()), said -> {
            Policy.Rule rule = java.util.Objects.requireNonNull(policy.rule(said.step()));
            text.append(said.text()).append(said.said().isEmpty() ? "" : "\n    " + said.said()).append('\n');
            ObjectNode node = Json.object().put("step", said.step().name()).put("text", said.text())
                    .put("fee", rule.fee().setScale(Math.max(2, rule.fee().scale())).toPlainString());
            Json.array(node, "dates", samples, sample -> Json.put(Json.put(Json.object().put("number", sample.number()), "due", sample.due()),
                    "on", said.days().get(samples.indexOf(sample))));
            return node;
        });
        words.around(policy).forEach(json.putArray("around")::add);
        words.around(policy).forEach(line -> text.append(line).append('\n'));
        Json.array(json, "next", standing.items(), next -> Json.object().put("customer", next.code()).put("number", next.number())
                .put("next", words.next(next)));
        return Answer.of(json, text.toString().strip());
    }
}
