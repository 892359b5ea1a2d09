package org.goodterms.claim;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.LetterPage;
import org.goodterms.invoice.Parties;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Table;

/** How interest comes about, day by day, so that whoever is to pay it can check it. */
final class WorkingPage {

    private WorkingPage() {
    }

    static LetterPage of(InterestQuote quote, Parties parties, DocumentWords say) {
        String code = quote.total().getCurrencyUnit().getCode();
        List<Table.Row> rows = new ArrayList<>();
        for (Interest.Segment part : quote.interest().segments()) {
            rows.add(Table.Row.of(List.of(say.say("period", say.shortDate(part.from()), say.shortDate(part.to())),
                    Integer.toString(part.days()), say.plain(part.principal()), say.say("percent", part.rate()),
                    say.price(part.shown(), 6))));
        }
        rows.add(Table.Row.sum(List.of(say.say("plan.sum"), "", "", "", say.plain(quote.interest().total()))));
        Table table = new Table(List.of(Table.Column.left(say.say("statement.period"), 34),
                Table.Column.right(say.say("working.days"), 12), Table.Column.right(say.say("working.principal", code), 20),
                Table.Column.right(say.say("working.rate"), 14), Table.Column.right(say.say("working.interest", code), 20)), rows);
        List<Block> body = new ArrayList<>(List.of(new Block.Paragraphs(say.say("working.intro", quote.number())), table));
        List<Block.Total> totals = new ArrayList<>(List.of(Block.Total.of(say.say("working.interest", code), say.plain(quote.interest().total()))));
        if (quote.compensation().isPositive()) {
            totals.add(Block.Total.of(say.say("working.flat"), say.plain(quote.compensation())));
        }
        totals.add(Block.Total.strong(say.say("sum.total", code), say.plain(quote.total())));
        body.add(new Block.Totals(totals));
        return new LetterPage("interest/" + quote.number() + "/" + quote.to(), say.say("working.title", quote.number()), "",
                List.of(Labelled.of(say.say("info.date"), say.date(quote.to())),
                        Labelled.of(say.say("info.customer"), parties.get("buyer.code"))), body);
    }
}
