package org.goodterms.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/** A reminder as a letter on the firm's paper: the words of the message, its items as a table. */
final class ReminderLetter {
    private final DunningPlan.Notice notice;
    private final Parties parties;
    private final DocumentWords say;
    private final LocalDate today;
    private final LocalDate deadline;
    private final PaymentDocument part;

    /** What a mail says as text and a letter as table and panel. */
    record Lists(String items, String pay) {
    }

    ReminderLetter(DunningPlan.Notice notice, PaymentDocument part, DocumentWords say, LocalDate today, LocalDate deadline) {
        this.notice = notice;
        this.part = part;
        this.parties = part.parties();
        this.deadline = deadline;
        this.say = say;
        this.today = today;
    }

    /**
     * @param wording the text as it would stand in a mail
     * @param lists   the items and the way to pay as they stand in the text: a table and a panel stand there instead; where a
     *                person took them out, at the end
     * @param made    counted to the second
     */
    PageDescription page(Wording wording, Lists lists, Letterhead letterhead, String key, Instant made) {
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        address.addAll(parties.lines("buyer.address"));
        List<Labelled> info = new ArrayList<>(List.of(Labelled.strong(say.say("info.date"), say.date(today)),
                Labelled.of(say.say("info.customer"), parties.get("buyer.code"))));
        if (!parties.get("seller.person").isBlank()) {
            info.add(Labelled.of(say.say("info.contact"), parties.get("seller.person")));
        }
        String text = wording.text().strip();
        List<Block> body = new ArrayList<>();
        String rest = before(body, text, lists.items());
        body.add(table());
        if (notice.lines().size() > 1) {
            body.add(new Block.Totals(List.of(Block.Total.strong(say.say("reminder.sum"), say.amount(notice.asked())))));
        }
        rest = before(body, rest, lists.pay());
        body.add(panel(text));
        if (!rest.isEmpty()) {
            body.add(new Block.Paragraphs(rest));
        }
        part.slip(wording.subject(), say).ifPresent(body::add);
        return new PageDescription(new Identity(key, wording.subject(), parties.get("seller.name"), say.locale(), made),
                Paper.valueOf(parties.get("page.paper")), letterhead, new Head(address, info, wording.subject(), ""), body,
                new PageWords(say.raw("page.of"), say.say("page.carried"), say.say("page.brought")));
    }

    /** Puts what stands before a list into the body. @return what stands behind it; nothing where it was taken out */
    private static String before(List<Block> body, String text, String list) {
        int place = list.isEmpty() ? -1 : text.indexOf(list);
        String first = place < 0 ? text : text.substring(0, place).strip();
        if (!first.isEmpty()) {
            body.add(new Block.Paragraphs(first));
        }
        return place < 0 ? "" : text.substring(place + list.length()).strip();
    }

    /** One code, of the way she likes best, so that a letter stays on its page. By when stands there where the words say it too, or where nothing is due yet. */
    private Block.Pay panel(String text) {
        LocalDate due = notice.lines().stream().map(DunningPlan.Line::due).min(LocalDate::compareTo).orElseThrow();
        LocalDate by = due.isBefore(today) ? deadline : due;
        List<Labelled> dues = due.isBefore(today) && !text.contains(say.date(deadline)) ? List.of()
                : List.of(Labelled.strong(say.say("pay.by"), say.date(by)));
        return new Block.Pay(Labelled.of(say.say("pay.amount"), say.amount(notice.asked())), dues, "",
                part.slip("", say).isPresent() ? List.of() : part.ways(say), part.ask(say),
                part.codes(say).stream().limit(1).toList());
    }

    private Table table() {
        List<Table.Row> rows = new ArrayList<>();
        notice.lines().forEach(line -> rows.add(Table.Row.of(List.of(line.number(), say.shortDate(line.due()),
                Long.toString(Math.max(0, ChronoUnit.DAYS.between(line.due(), today))), say.plain(line.asked())))));
        return new Table(List.of(Table.Column.left(say.say("reminder.number"), 4), Table.Column.left(say.say("reminder.due"), 3),
                Table.Column.right(say.say("reminder.late"), 2), Table.Column.right(say.say("reminder.open"), 3)), rows);
    }
}
