package org.goodterms.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.Parties;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Head;
import org.goodterms.pdf.Identity;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PageWords;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.Table;

/** A reminder as a letter on the firm's paper: the words of the message, its items as a table. */
final class ReminderLetter {
    private final DunningPlan.Notice notice;
    private final Parties parties;
    private final DocumentWords say;
    private final LocalDate today;

    ReminderLetter(DunningPlan.Notice notice, Parties parties, DocumentWords say, LocalDate today) {
        this.notice = notice;
        this.parties = parties;
        this.say = say;
        this.today = today;
    }

    /**
     * @param wording the text as it would stand in a mail
     * @param list    the items in it as text: a table stands there instead; where a person took them out, at the end
     * @param made    counted to the second
     */
    PageDescription page(Wording wording, String list, Letterhead letterhead, String key, Instant made) {
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        address.addAll(parties.lines("buyer.address"));
        List<Labelled> info = new ArrayList<>(List.of(Labelled.strong(say.say("info.date"), say.date(today)),
                Labelled.of(say.say("info.customer"), parties.get("buyer.code"))));
        if (!parties.get("seller.person").isBlank()) {
            info.add(Labelled.of(say.say("info.contact"), parties.get("seller.person")));
        }
        String text = wording.text().strip();
        int place = list.isEmpty() ? -1 : text.indexOf(list);
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraphs(place < 0 ? text : text.substring(0, place).strip()));
        body.add(table());
        body.add(new Block.Totals(List.of(Block.Total.due(say.say("reminder.sum"), say.amount(notice.asked())))));
        if (place >= 0) {
            body.add(new Block.Paragraphs(text.substring(place + list.length()).strip()));
        }
        return new PageDescription(new Identity(key, wording.subject(), parties.get("seller.name"), say.locale(), made),
                Paper.valueOf(parties.get("page.paper")), letterhead, new Head(address, info, wording.subject(), ""), body,
                new PageWords(say.raw("page.of"), say.say("page.carried"), say.say("page.brought")));
    }

    private Table table() {
        List<Table.Row> rows = new ArrayList<>();
        notice.lines().forEach(line -> rows.add(Table.Row.of(List.of(line.number(), say.shortDate(line.due()),
                Long.toString(Math.max(0, ChronoUnit.DAYS.between(line.due(), today))), say.plain(line.asked())))));
        return new Table(List.of(Table.Column.left(say.say("reminder.number"), 4), Table.Column.left(say.say("reminder.due"), 3),
                Table.Column.right(say.say("reminder.late"), 2), Table.Column.right(say.say("reminder.open"), 3)), rows);
    }
}
