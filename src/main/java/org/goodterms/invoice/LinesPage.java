package org.goodterms.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.goodterms.company.Design;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.pdf.Table;
import org.joda.money.Money;

/** The table of what was supplied, for {@link InvoicePage}. */
final class LinesPage {
    private static final List<Design.Column> PLACES = List.of(Design.Column.NUMBER, Design.Column.QUANTITY, Design.Column.PRICE,
            Design.Column.TAX);
    private final Document document;
    private final DocumentWords say;
    private final String country;

    /** @param country of the firm: it decides what the tax is called */
    LinesPage(Document document, DocumentWords say, String country) {
        this.document = document;
        this.say = say;
        this.country = country;
    }

    /**
     * Prices and amounts as agreed: without tax, or with it where the document is priced so.
     *
     * @param hidden the columns that the firm leaves out, as stored
     */
    Table table(String hidden) {
        boolean gross = document.content().pricing().mode() != PriceMode.NET;
        List<Line> lines = document.content().lines();
        String code = document.content().pricing().currency().getCode();
        List<Money> amounts = gross
                ? Totals.amounts(lines.stream().map(Line::priced).toList(), document.content().pricing().currency())
                : document.lineNets();
        List<Table.Row> rows = new ArrayList<>();
        Money sum = Money.zero(document.content().pricing().currency());
        for (int i = 0; i < lines.size(); i++) {
            sum = sum.plus(amounts.get(i));
            rows.add(row(i + 1, lines.get(i), amounts.get(i)).carrying(say.plain(sum)));
        }
        return without(Design.columns(hidden), List.of(Table.Column.left("", 4), Table.Column.left(say.say("line.text"), 48),
                Table.Column.right(say.say("line.quantity"), 12), Table.Column.right(say.say("line.price"), 13),
                Table.Column.right(say.tax(country), 8), Table.Column.right(say.say(gross ? "line.gross" : "line.net", code), 15)), rows);
    }

    /** Text, the second column, and amount, the last, always stand. */
    private static Table without(Set<Design.Column> hidden, List<Table.Column> columns, List<Table.Row> rows) {
        List<Integer> shown = IntStream.range(0, columns.size())
                .filter(i -> i == 1 || i == 5 || !hidden.contains(PLACES.get(i == 0 ? 0 : i - 1))).boxed().toList();
        return new Table(shown.stream().map(columns::get).toList(), rows.stream().map(row -> new Table.Row(row.kind(),
                shown.stream().map(row.cells()::get).toList(), shown.stream().map(row.carried()::get).toList())).toList());
    }

    private Table.Row row(int number, Line line, Money amount) {
        String quantity = say.number(line.quantity()) + (line.unit().isBlank() ? "" : " " + line.unit());
        String price = say.price(line.price(), amount.getCurrencyUnit().getDecimalPlaces());
        boolean single = line.per().compareTo(BigDecimal.ONE) == 0;
        return Table.Row.of(Table.Cell.of(Integer.toString(number)), new Table.Cell(line.text(), detail(line)),
                Table.Cell.of(quantity), Table.Cell.of(single ? price : say.say("line.per", price, line.per())),
                Table.Cell.of(say.say("percent", line.tax().rate())), Table.Cell.of(say.plain(amount)));
    }

    private String detail(Line line) {
        Line.Discount off = line.discount();
        if (off == null) {
            return "";
        }
        Money amount = off.amount();
        BigDecimal percent = off.percent();
        return amount != null ? say.say("line.off", say.say("discount"), amount)
                : percent == null ? "" : say.say("discount.percent", say.say("discount"), percent);
    }
}
