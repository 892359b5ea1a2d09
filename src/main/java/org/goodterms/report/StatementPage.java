package org.goodterms.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * The page of a statement of account in the customer's language: what is open or what has moved, how much of it is late,
 * contested, on a plan or not applied, and where to pay to. It is no reminder and does not ask for anything.
 */
final class StatementPage {
    private final Statement statement;
    private final AgingRow aging;
    private final Parties parties;
    private final DocumentWords say;

    private StatementPage(Statement statement, AgingRow aging, Parties parties, DocumentWords say) {
        this.statement = statement;
        this.aging = aging;
        this.parties = parties;
        this.say = say;
    }

    /** @param made from the statement's last day, so that the same statement gives the same bytes */
    static PageDescription of(Statement statement, AgingRow aging, Parties parties, DocumentWords say, Letterhead letterhead,
            Instant made) {
        StatementPage page = new StatementPage(statement, aging, parties, say);
        List<Block> body = new ArrayList<>(List.of(page.figures()));
        page.strip().ifPresent(body::add);
        body.add(statement.lines().isEmpty() && statement.opening().isZero()
                ? new Block.Paragraphs(say.say("statement.nothing")) : page.table());
        if (statement.closing().isPositive() && parties.knowsHowToPay()) {
            body.add(page.pay());
        }
        body.add(new Block.Note("", say.say("statement.note")));
        String key = "statement/" + statement.code() + "/" + statement.to() + "/" + statement.form().word();
        Identity identity = new Identity(key, say.say("statement.title"), parties.get("seller.name"), say.locale(), made);
        return new PageDescription(identity, Paper.valueOf(parties.get("page.paper")), letterhead, page.head(), body,
                new PageWords(say.raw("page.of"), say.say("page.carried"), say.say("page.brought")));
    }

    private Head head() {
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        address.addAll(parties.lines("buyer.address"));
        LocalDate from = statement.from();
        String when = from == null || statement.form() == Statement.Form.OPEN_ITEM ? say.say("statement.as.of", say.date(statement.to()))
                : say.say("statement.between", say.date(from), say.date(statement.to()));
        return new Head(address, List.of(Labelled.of(say.say("statement.customer"), statement.code()),
                Labelled.of(say.say("statement.on"), say.date(statement.to()))), say.say("statement.title"), when);
    }

    private Block.Figures figures() {
        List<Labelled> figures = new ArrayList<>();
        figures.add(Labelled.strong(say.say("statement.closing"), say.amount(statement.closing())));
        figures.add(Labelled.of(say.say("statement.overdue"), say.amount(statement.overdue())));
        add(figures, "statement.unapplied", aging.unapplied());
        add(figures, "statement.disputed", aging.disputed());
        add(figures, "statement.on.plan", aging.onPlan());
        return new Block.Figures(figures);
    }

    /** What is owed by how late it is; left out where nothing is late. */
    private Optional<Block> strip() {
        List<String> names = List.of(say.say("statement.not.due"), "1–30", "31–60", "61–90", "90+");
        if (aging.buckets().size() != names.size() || aging.buckets().stream().skip(1).allMatch(Money::isZero)) {
            return Optional.empty();
        }
        List<Labelled> bands = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            bands.add(Labelled.of(i == 0 ? names.get(i) : say.say("statement.bucket", names.get(i)), say.amount(aging.buckets().get(i))));
        }
        return Optional.of(new Block.Figures(bands));
    }

    private void add(List<Labelled> figures, String key, Money amount) {
        if (!amount.isZero()) {
            figures.add(Labelled.of(say.say(key), say.amount(amount)));
        }
    }

    private Table table() {
        return statement.form() == Statement.Form.OPEN_ITEM ? openItems() : movements();
    }

    private Table movements() {
        String code = statement.closing().getCurrencyUnit().getCode();
        List<Table.Row> rows = new ArrayList<>();
        if (!statement.opening().isZero() || statement.from() != null) {
            rows.add(Table.Row.of(Table.Cell.of(statement.from() == null ? "" : say.shortDate(statement.from())),
                    Table.Cell.of(say.say("statement.brought")), Table.Cell.of(""), Table.Cell.of(say.plain(statement.opening()))));
        }
        for (Statement.StatementLine line : statement.lines()) {
            rows.add(Table.Row.of(Table.Cell.of(say.shortDate(line.date())), Table.Cell.of(text(line)),
                    Table.Cell.of(say.plain(line.amount())), Table.Cell.of(say.plain(line.balance()))).carrying(say.plain(line.balance())));
        }
        rows.add(Table.Row.sum(List.of(say.shortDate(statement.to()), say.say("statement.closing"), "", say.plain(statement.closing()))));
        return new Table(List.of(Table.Column.left(say.say("statement.date"), 18), Table.Column.left(say.say("statement.text"), 46),
                Table.Column.right(say.say("statement.amount", code), 18), Table.Column.right(say.say("statement.balance", code), 18)), rows);
    }

    private Table openItems() {
        String code = statement.closing().getCurrencyUnit().getCode();
        List<Table.Row> rows = new ArrayList<>();
        for (Statement.StatementLine line : statement.lines()) {
            String late = line.due() == null ? "" : line.daysLate() > 0 ? Long.toString(line.daysLate()) : say.say("statement.not.due");
            rows.add(Table.Row.of(Table.Cell.of(say.shortDate(line.date())), Table.Cell.of(text(line)),
                    Table.Cell.of(line.due() == null ? "" : say.shortDate(line.due())), Table.Cell.of(late),
                    Table.Cell.of(say.plain(line.of())), Table.Cell.of(say.plain(line.amount()))).carrying(say.plain(line.balance())));
        }
        rows.add(Table.Row.sum(List.of("", say.say("statement.closing"), "", "", "", say.plain(statement.closing()))));
        return new Table(List.of(Table.Column.left(say.say("statement.date"), 16), Table.Column.left(say.say("statement.text"), 32),
                Table.Column.left(say.say("statement.due"), 16), Table.Column.right(say.say("statement.late"), 12),
                Table.Column.right(say.say("statement.original"), 16),
                Table.Column.right(say.say("statement.open") + " " + code, 16)), rows);
    }

    private String text(Statement.StatementLine line) {
        return say.say("statement.kind." + line.kind().word(), line.number());
    }

    private Block.Pay pay() {
        PaymentDocument part = PaymentDocument.quoting(parties, statement.closing(), statement.code());
        return new Block.Pay(Labelled.of(say.say("statement.closing"), say.amount(statement.closing())),
                List.of(Labelled.strong(say.say("statement.overdue"), say.amount(statement.overdue()))), "", part.ways(say), part.ask(say),
                part.codes(say));
    }
}
