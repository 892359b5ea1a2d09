package org.goodterms.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.LetterPage;
import org.goodterms.invoice.Parties;
import org.goodterms.kernel.DueRule;
import org.goodterms.kernel.Terms;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Table;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Before the first order: how and when to pay, whom to ask, what happens when late; and the form on which credit is applied for. */
final class WelcomePage {
    private static final int SUPPLIERS = 2;
    private final Parties parties;
    private final DocumentWords say;

    private WelcomePage(Parties parties, DocumentWords say) {
        this.parties = parties;
        this.say = say;
    }

    /**
     * What holds between the two.
     *
     * @param regime of late payment; null where none is known
     * @param flat   for recovery, of the smallest debt; zero where the law grants none
     */
    record Agreed(Terms terms, @Nullable Regime regime, Money flat) {
    }

    static LetterPage letter(Agreed agreed, Parties parties, DocumentWords say) {
        WelcomePage page = new WelcomePage(parties, say);
        List<Block> body = new ArrayList<>(List.of(new Block.Paragraphs(say.say("welcome.intro")),
                new Block.Heading(say.say("welcome.when")), new Block.Paragraphs(page.when(agreed.terms()))));
        if (parties.knowsHowToPay()) {
            body.add(new Block.Heading(say.say("pay.how")));
            body.add(new Block.Paragraphs(say.say("pay.to") + ": " + parties.get("seller.name") + "\n" + parties.get("pay.details")));
        }
        String ask = Stream.of("seller.person", "seller.phone", "seller.email").map(parties::get).filter(text -> !text.isBlank())
                .collect(Collectors.joining("  \u00B7  "));
        if (!ask.isEmpty()) {
            body.add(new Block.Heading(say.say("ask")));
            body.add(new Block.Paragraphs(ask));
        }
        body.add(new Block.Heading(say.say("welcome.late")));
        body.add(new Block.Paragraphs(page.late(agreed)));
        body.add(new Block.Paragraphs(say.say("welcome.accept")));
        body.add(LetterPage.signature(say, parties.get("buyer.name")));
        return new LetterPage("welcome/" + parties.get("buyer.code"), say.say("welcome.title"), "", page.info(), body);
    }

    private List<Labelled> info() {
        return List.of(Labelled.of(say.say("info.customer"), parties.get("buyer.code")));
    }

    private String when(Terms terms) {
        String due = terms.parts().size() != 1 ? say.say("welcome.terms", terms.text())
                : switch (terms.parts().getFirst().rule()) {
                    case DueRule.Net net -> say.say("welcome.days", Integer.toString(net.days()));
                    case DueRule.OnReceipt now -> say.say("welcome.receipt");
                    default -> say.say("welcome.terms", terms.text());
                };
        Terms.Discount off = terms.discount();
        return off == null ? due : due + " " + say.say("welcome.discount", Integer.toString(off.days()), off.percent());
    }

    private String late(Agreed agreed) {
        List<String> said = new ArrayList<>(List.of(say.say("welcome.late.kind")));
        Regime regime = agreed.regime();
        String own = "law.pay." + parties.get("seller.country");
        if (say.has(own)) {
            said.add(say.say(own));
        } else if (regime != null) {
            BigDecimal points = regime.points();
            said.add(regime.reference().isEmpty() ? say.say("welcome.late.rate", points)
                    : say.say("welcome.late.reference", points));
            if (agreed.flat().isPositive()) {
                said.add(say.say("welcome.late.flat", agreed.flat()));
            }
        }
        return String.join("\n\n", said);
    }

    static LetterPage form(Parties parties, DocumentWords say) {
        List<Table.Row> rows = new ArrayList<>();
        for (String key : List.of("form.company", "form.tax", "form.address", "form.mailbox", "form.person",
                "form.bank", "form.limit")) {
            rows.add(line(say.say(key)));
        }
        for (int i = 1; i <= SUPPLIERS; i++) {
            rows.add(line(say.say("form.reference", Integer.toString(i))));
        }
        return new LetterPage("application/" + parties.get("buyer.code"), say.say("form.title"), "",
                new WelcomePage(parties, say).info(), List.of(
                new Block.Paragraphs(say.say("form.intro", parties.get("seller.name"), parties.get("seller.email"))),
                new Table(List.of(Table.Column.left("", 40), Table.Column.left("", 60)), rows),
                new Block.Paragraphs(say.say("form.true")), LetterPage.signature(say, parties.get("buyer.name"))));
    }

    /** High enough to write in. */
    private static Table.Row line(String label) {
        return Table.Row.of(new Table.Cell(label, "\u00A0"), Table.Cell.of(""));
    }
}
