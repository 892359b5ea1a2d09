package org.goodterms.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.Parties;
import org.goodterms.invoice.PaymentDocument;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Head;
import org.goodterms.pdf.Identity;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PageWords;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.Table;
import org.joda.money.Money;

/**
 * The agreement over a payment plan, in the customer's language, to be signed: the debt acknowledged item by item, the
 * instalments, what happens when they are missed, the signatures on the page of what they sign, how to pay.
 */
final class PlanPage {
    private final Plan plan;
    private final Parties parties;
    private final DocumentWords say;

    private PlanPage(Plan plan, Parties parties, DocumentWords say) {
        this.plan = plan;
        this.parties = parties;
        this.say = say;
    }

    static PageDescription of(Plan plan, Parties parties, DocumentWords say, Letterhead letterhead, Instant made) {
        PlanPage page = new PlanPage(plan, parties, say);
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraphs(say.say("plan.debt", parties.get("buyer.name"), parties.get("seller.name"), plan.amount())));
        body.add(page.items());
        body.add(new Block.Heading(say.say("plan.instalments")));
        body.add(page.instalments());
        body.add(new Block.Paragraphs(page.terms()));
        body.add(new Block.Signatures(List.of(say.say("plan.sign", parties.get("buyer.name")), say.say("plan.sign", parties.get("seller.name")))));
        if (parties.knowsHowToPay()) {
            body.add(page.pay());
        }
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        address.addAll(parties.lines("buyer.address"));
        String title = say.say("plan.title");
        return new PageDescription(new Identity("plan/" + plan.id(), title, parties.get("seller.name"), say.locale(), made),
                Paper.valueOf(parties.get("page.paper")), letterhead,
                new Head(address, List.of(Labelled.of(say.say("info.date"), say.date(plan.agreedOn())),
                        Labelled.of(say.say("info.customer"), parties.get("buyer.code"))), title, ""), body,
                new PageWords(say.raw("page.of"), say.say("page.carried"), say.say("page.brought")));
    }

    private Table items() {
        List<Table.Row> rows = new ArrayList<>(plan.items().stream()
                .map(item -> Table.Row.of(List.of(item.number(), say.plain(item.amount())))).toList());
        rows.add(Table.Row.sum(List.of(say.say("plan.sum"), say.plain(plan.amount()))));
        return new Table(List.of(Table.Column.left(say.say("plan.item"), 70),
                Table.Column.right(say.say("plan.open", plan.currency().getCode()), 30)), rows);
    }

    private Table instalments() {
        List<Table.Row> rows = new ArrayList<>();
        Money left = plan.amount();
        for (Plan.Instalment part : plan.instalments()) {
            left = left.minus(part.amount());
            rows.add(Table.Row.of(List.of(Integer.toString(rows.size() + 1), say.date(part.date()), say.plain(part.amount()),
                    say.plain(left))));
        }
        return new Table(List.of(Table.Column.left("", 6), Table.Column.left(say.say("pay.by"), 44),
                Table.Column.right(say.say("plan.instalment", plan.currency().getCode()), 25),
                Table.Column.right(say.say("plan.left", plan.currency().getCode()), 25)), rows);
    }

    private String terms() {
        String missed = plan.terms().defaultAfter() == 1
                ? say.say("plan.default", Integer.toString(plan.terms().graceDays()))
                : say.say("plan.default.many", Integer.toString(plan.terms().defaultAfter()), Integer.toString(plan.terms().graceDays()));
        String note = plan.terms().note().isBlank() ? "" : "\n\n" + plan.terms().note();
        return missed + "\n\n" + say.say("plan.reminders") + note;
    }

    private Block.Pay pay() {
        Plan.Instalment first = plan.instalments().getFirst();
        PaymentDocument part = PaymentDocument.quoting(parties, first.amount(), String.join(", ", plan.numbers()));
        return new Block.Pay(Labelled.of(say.say("plan.first"), say.amount(first.amount())),
                List.of(Labelled.strong(say.say("pay.by"), say.date(first.date()))), "", part.ways(say), Block.Way.none(), part.codes(say));
    }
}
