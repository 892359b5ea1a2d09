package org.goodterms.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The page of any report that is a table: one description for all of them. */
final class ReportPage {
    private final Printout printout;
    private final Locale locale;
    private final Texts texts;

    private ReportPage(Printout printout, Locale locale) {
        this.printout = printout;
        this.locale = locale;
        this.texts = Texts.of(locale);
    }

    static PageDescription of(Printout printout, Locale locale, Paper paper, Letterhead letterhead, Instant made) {
        ReportPage page = new ReportPage(printout, locale);
        List<Block> body = new ArrayList<>();
        if (!printout.figures().isEmpty()) {
            body.add(new Block.Figures(printout.figures().stream().map(f -> Labelled.of(f.label(), page.figure(f.value()))).toList()));
        }
        body.add(page.rows());
        return new PageDescription(new Identity(printout.key(), printout.title(), letterhead.name(), locale, made),
                printout.wide() ? paper.landscape() : paper, letterhead,
                Head.report(printout.title(), printout.subtitle(), List.of()), body,
                new PageWords(page.texts.get("report.page", "{0}", "{1}"), page.texts.get("report.carried"), page.texts.get("report.brought")));
    }

    private String figure(Object value) {
        return value instanceof Money money ? MoneyText.withCode(money, locale) : cell(value);
    }

    private Table rows() {
        List<Table.Column> columns = printout.columns().stream().map(column -> column.number()
                ? Table.Column.right(column.heading(), column.weight()) : Table.Column.left(column.heading(), column.weight())).toList();
        return new Table(columns, printout.rows().stream().map(this::row).toList());
    }

    private Table.Row row(Printout.Row row) {
        List<String> cells = row.cells().stream().map(this::cell).toList();
        return switch (row.kind()) {
            case LINE -> Table.Row.of(cells);
            case GROUP -> Table.Row.group(cells.getFirst());
            case SUM -> Table.Row.sum(cells);
        };
    }

    private String cell(Object value) {
        return switch (value) {
            case Money money -> MoneyText.grouped(money, locale);
            case java.time.LocalDate date -> texts.get("report.cell", date);
            case java.math.BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
