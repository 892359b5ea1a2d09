package org.goodterms.payment;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.LetterPage;
import org.goodterms.invoice.Parties;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Table;
import org.joda.money.Money;

/** Says that money came in, and what it settled. */
final class ReceiptPage {

    private ReceiptPage() {
    }

    static LetterPage of(Payment payment, Used use, Parties parties, DocumentWords say) {
        Money unapplied = use.unapplied();
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraphs(say.say("receipt.received", payment.amount(), payment.date())));
        List<Table.Row> rows = new ArrayList<>(use.settled().stream()
                .map(part -> Table.Row.of(List.of(part.number(), say.plain(part.amount())))).toList());
        if (unapplied.isPositive()) {
            rows.add(Table.Row.of(List.of(say.say("receipt.unapplied"), say.plain(unapplied))));
        }
        rows.add(Table.Row.sum(List.of(say.say("plan.sum"), say.plain(payment.amount()))));
        body.add(new Table(List.of(Table.Column.left(say.say("receipt.for"), 70),
                Table.Column.right(say.say("statement.amount", payment.amount().getCurrencyUnit().getCode()), 30)), rows));
        body.add(new Block.Paragraphs(say.say("receipt.order." + use.order().word())));
        body.add(new Block.Closing("", parties.get("seller.name"), parties.get("seller.person")));
        List<Labelled> info = new ArrayList<>(List.of(Labelled.of(say.say("info.date"), say.date(payment.date())),
                Labelled.of(say.say("info.customer"), parties.get("buyer.code"))));
        if (!payment.reference().isBlank()) {
            info.add(Labelled.of(say.say("pay.reference"), payment.reference()));
        }
        return new LetterPage("receipt/" + payment.number(), say.say("receipt.title", payment.number()), "", info, body);
    }
}
