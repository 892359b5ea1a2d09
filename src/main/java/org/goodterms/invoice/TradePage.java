package org.goodterms.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Table;

/** What goes with a trade before and beside its invoice: quote, order confirmation, delivery note. */
public final class TradePage {
    private static final int VALID_DAYS = 30;
    private final Document document;
    private final Parties parties;
    private final DocumentWords say;

    /** Which of them. */
    public enum Form {
        QUOTE, CONFIRMATION, DELIVERY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private TradePage(Document document, Parties parties, DocumentWords say) {
        this.document = document;
        this.parties = parties;
        this.say = say;
    }

    /** @param document a draft, or an issued invoice; a quote and its invoice are the same draft before and after issue */
    static LetterPage of(Form form, Document document, Parties parties, DocumentWords say) {
        TradePage page = new TradePage(document, parties, say);
        String number = number(document);
        return new LetterPage(form.word() + "/" + number, say.say("trade.title." + form.word(), number), "", page.info(form),
                page.body(form));
    }

    /** Its number, or for a draft the first eight signs that name it. */
    public static String number(Document document) {
        String id = document.id().toString().replace("-", "");
        return document.isDraft() ? id.substring(id.length() - 8).toUpperCase(Locale.ROOT) : document.number();
    }

    private List<Labelled> info(Form form) {
        List<Labelled> info = new ArrayList<>();
        LocalDate date = document.content().date();
        info.add(Labelled.of(say.say("info.date"), say.date(date)));
        if (form == Form.QUOTE) {
            info.add(Labelled.strong(say.say("trade.valid"), say.date(date.plusDays(VALID_DAYS))));
        }
        add(info, "info.order", document.content().wording().orderNumber());
        add(info, "info.customer", parties.get("buyer.code"));
        add(info, "info.contact", parties.get("seller.person"));
        return info;
    }

    private void add(List<Labelled> info, String key, String value) {
        if (!value.isBlank()) {
            info.add(Labelled.of(say.say(key), value));
        }
    }

    private List<Block> body(Form form) {
        List<Block> body = new ArrayList<>();
        if (form == Form.DELIVERY) {
            body.add(goods());
            body.add(new Block.Paragraphs(say.say("trade.received")));
            body.add(LetterPage.signature(say, parties.get("buyer.name")));
            return body;
        }
        body.add(new Block.Paragraphs(say.say("trade.intro." + form.word())));
        body.add(new LinesPage(document, say, parties.get("seller.country")).table(parties.get("page.hidden")));
        body.add(InvoicePage.sums(document, parties));
        if (form == Form.QUOTE) {
            body.add(new Block.Paragraphs(say.say("trade.accept")));
            body.add(LetterPage.signature(say, parties.get("buyer.name")));
        }
        return body;
    }

    /** What is handed over; nobody who unpacks need know the prices. */
    private Table goods() {
        List<Table.Row> rows = new ArrayList<>();
        for (Line line : document.content().lines()) {
            String quantity = say.number(line.quantity()) + (line.unit().isBlank() ? "" : " " + line.unit());
            rows.add(Table.Row.of(List.of(Integer.toString(rows.size() + 1), line.text(), quantity)));
        }
        return new Table(List.of(Table.Column.left("", 6), Table.Column.left(say.say("line.text"), 74),
                Table.Column.right(say.say("line.quantity"), 20)), rows);
    }
}
