package org.goodterms.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goodterms.claim.Interest;
import org.goodterms.claim.InterestQuote;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Texts;
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
import org.jspecify.annotations.Nullable;

/** The index of a dossier: who owes what to whom, the working of the interest, what happened, and the files with hashes. */
final class DossierPage {
    private final Dossier dossier;
    private final Texts texts;

    private DossierPage(Dossier dossier, Texts texts) {
        this.dossier = dossier;
        this.texts = texts;
    }

    static PageDescription of(Dossier dossier, Locale locale, Paper paper, Letterhead letterhead, Instant made) {
        DossierPage page = new DossierPage(dossier, Texts.of(locale));
        List<Block> body = new ArrayList<>();
        body.add(new Block.Figures(List.of(Labelled.strong(page.texts.get("dossier.total"), MoneyText.withCode(dossier.total(), locale)),
                Labelled.of(page.texts.get("dossier.on"), page.day(dossier.on())))));
        body.add(page.heading("dossier.creditor"));
        body.add(new Block.Paragraphs(String.join("\n", dossier.creditor())));
        body.add(page.heading("dossier.debtor"));
        body.add(new Block.Paragraphs(String.join("\n", dossier.debtor())));
        body.add(page.heading("dossier.claims"));
        body.add(page.claims());
        for (Dossier.Claim claim : dossier.claims()) {
            InterestQuote quote = claim.interest();
            if (quote != null && !quote.interest().segments().isEmpty()) {
                body.add(new Block.Heading(page.texts.get("dossier.working", claim.number(), quote.regime().word())));
                body.add(page.working(quote));
            }
        }
        if (!dossier.missing().isEmpty()) {
            body.add(page.heading("dossier.missing"));
            body.add(new Block.Paragraphs(String.join("\n", dossier.missing().stream().map(lack -> "– " + lack.said(page.texts)).toList())));
        }
        if (!dossier.events().isEmpty()) {
            body.add(page.heading("dossier.events"));
            body.add(page.events());
        }
        body.add(page.heading("dossier.files"));
        body.add(page.files());
        String title = page.texts.get("dossier.title");
        return new PageDescription(new Identity(dossier.key(), title, letterhead.name(), locale, made), paper, letterhead,
                Head.report(title, page.texts.get("dossier.to." + dossier.receiver()), List.of()), body, new PageWords(
                        page.texts.get("report.page", "{0}", "{1}"), page.texts.get("report.carried"), page.texts.get("report.brought")));
    }

    private Block.Heading heading(String key) {
        return new Block.Heading(texts.get(key));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : texts.get("report.cell", day);
    }

    private String plain(Money money) {
        return MoneyText.grouped(money, texts.locale());
    }

    private Table claims() {
        List<Table.Row> rows = new ArrayList<>();
        dossier.claims().forEach(claim -> rows.add(Table.Row.of(List.of(claim.number(), day(claim.date()), day(claim.due()),
                plain(claim.original()), plain(claim.open()), interest(claim), day(claim.limitation())))));
        return new Table(List.of(Table.Column.left(texts.get("dossier.number"), 16), Table.Column.left(texts.get("dossier.date"), 14),
                Table.Column.left(texts.get("dossier.due"), 14), Table.Column.right(texts.get("dossier.amount"), 14),
                Table.Column.right(texts.get("dossier.open"), 14), Table.Column.right(texts.get("dossier.interest"), 14),
                Table.Column.left(texts.get("dossier.limitation"), 15)), rows);
    }

    private String interest(Dossier.Claim claim) {
        return claim.interest() == null ? "" : plain(claim.interest().total());
    }

    private Table working(InterestQuote quote) {
        List<Table.Row> rows = new ArrayList<>();
        for (Interest.Segment s : quote.interest().segments()) {
            rows.add(Table.Row.of(List.of(day(s.from()), day(s.to()), Integer.toString(s.days()), plain(s.principal()), percent(s.rate()),
                    s.shown().toPlainString())));
        }
        rows.add(Table.Row.sum(List.of(texts.get("dossier.sum"), "", "", "", "", plain(quote.interest().total()))));
        if (quote.compensation().isPositive()) {
            rows.add(Table.Row.sum(List.of(texts.get("dossier.compensation"), "", "", "", "", plain(quote.compensation()))));
        }
        return new Table(List.of(Table.Column.left(texts.get("dossier.from"), 18), Table.Column.left(texts.get("dossier.to"), 18),
                Table.Column.right(texts.get("dossier.days"), 10), Table.Column.right(texts.get("dossier.principal"), 18),
                Table.Column.right(texts.get("dossier.rate"), 14), Table.Column.right(texts.get("dossier.interest"), 20)), rows);
    }

    private static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private Table events() {
        return new Table(List.of(Table.Column.left(texts.get("dossier.date"), 18), Table.Column.left(texts.get("dossier.what"), 82)),
                dossier.events().stream().map(event -> Table.Row.of(Table.Cell.of(day(event.date())), event.seal().isEmpty()
                        ? Table.Cell.of(event.sentence()) : new Table.Cell(event.sentence(), "SHA-256 " + event.seal()))).toList());
    }

    private Table files() {
        return new Table(List.of(Table.Column.left(texts.get("dossier.file"), 80), Table.Column.right(texts.get("dossier.bytes"), 20)),
                dossier.files().stream().map(file -> Table.Row.of(new Table.Cell(file.name(), "SHA-256 " + file.hash()),
                        Table.Cell.of(Integer.toString(file.bytes())))).toList());
    }
}
