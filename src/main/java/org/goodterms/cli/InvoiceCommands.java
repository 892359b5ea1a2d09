package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about invoices and credit notes. */
final class InvoiceCommands {

    private InvoiceCommands() {
    }

    @Command(name = "invoice", description = "invoices",
            subcommands = {Issue.class, Correct.class, MakeDraft.class, ListAll.class, Show.class, PaperCommands.Pdf.class,
                    PaperCommands.Send.class, EInvoiceCommands.Export.class, EInvoiceCommands.Enclose.class, LetterCommands.Quote.class,
                    LetterCommands.Confirm.class, LetterCommands.Delivery.class})
    static final class Group {
    }

    /** The options that describe an invoice. */
    static final class Content {
        @Option(names = "--customer")
        @Nullable String customer;
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--due")
        @Nullable String due;
        @Option(names = "--terms")
        @Nullable String terms;
        @Option(names = "--line", paramLabel = "\"text | quantity | unit price | tax %\"")
        List<String> lines = new ArrayList<>();
        @Option(names = "--currency")
        @Nullable String currency;
        @Option(names = "--rate")
        @Nullable String rate;
        @Option(names = "--po")
        @Nullable String po;
        @Option(names = "--deposit")
        boolean deposit;
        @Option(names = "--less-deposit")
        @Nullable String lessDeposit;

        Outcome<Draft> draft(App app) {
            String code = Read.found(java.util.Optional.ofNullable(customer), Problem.at("--customer", "cli.missing", "--customer"));
            return app.customers().byCode(code).map(found -> draft(app, found));
        }

        private Draft draft(App app, Customer customer) {
            Draft blank = app.invoices().blank(customer.id());
            LocalDate on = Read.date("--date", date, app.today());
            CurrencyUnit unit = Read.currency("--currency", currency, blank.pricing().currency());
            Draft.Pricing pricing = new Draft.Pricing(unit, Read.rate(rate, unit, app.company().company().currency()),
                    blank.pricing().mode());
            LocalDate dueOn = due == null ? null : Read.date("--due", due);
            Draft.Agreed agreed = new Draft.Agreed(terms == null ? blank.agreed().terms() : terms, dueOn);
            Draft.Wording wording = po == null ? blank.wording() : blank.wording().ordered(po);
            return blank.on(on).withPricing(pricing).withAgreed(agreed).withWording(wording)
                    .withDeposit(new Draft.Deposit(deposit, lessDeposit == null ? "" : lessDeposit))
                    .withLines(lines.stream().map(InvoiceCommands::line).toList());
        }
    }

    /** {@code text | quantity | unit price | tax %}; the text may hold a bar of its own. */
    static Line line(String typed) {
        String[] parts = typed.split("\\|", -1);
        if (parts.length < 4) {
            throw new Read.Refusal(Problem.at("--line", "cli.line", typed));
        }
        int last = parts.length - 1;
        String text = String.join("|", List.of(parts).subList(0, last - 2)).strip();
        BigDecimal tax = Read.number("--line", parts[last].replace("%", ""));
        return Line.of(text, Read.number("--line", parts[last - 2]), Read.number("--line", parts[last - 1]),
                TaxKey.of(tax));
    }

    @Command(name = "issue", description = "issues an invoice, or a draft made before")
    static final class Issue implements Act {
        @Parameters(index = "0", arity = "0..1", paramLabel = "DRAFT")
        @Nullable String draft;
        @Mixin
        Content content = new Content();
        @Option(names = "--override", paramLabel = "REASON", description = "issues although on credit hold")
        String override = "";

        @Override
        public Outcome<Answer> run(App app) {
            IssueOptions options = override.isEmpty() ? IssueOptions.LENIENT : IssueOptions.LENIENT.overriding(override);
            Outcome<Issued> issued = draft != null ? app.invoices().issue(draftId(draft), options)
                    : content.draft(app).then(made -> app.invoices().issue(made, options));
            return issued.map(InvoiceCommands::issued);
        }
    }

    @Command(name = "correct", description = "credits an invoice and issues a corrected one in its place; without --line with the same lines")
    static final class Correct implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--po")
        @Nullable String po;
        @Option(names = "--line", paramLabel = "\"text | quantity | unit price | tax %\"")
        List<String> lines = new ArrayList<>();

        @Override
        public Outcome<Answer> run(App app) {
            return app.invoices().byNumber(number).then(wrong -> {
                Draft same = app.invoices().correcting(wrong, Read.date("--date", date, app.today()));
                Draft ordered = po == null ? same : same.withWording(same.wording().ordered(po));
                Draft mended = lines.isEmpty() ? ordered : ordered.withAllowances(List.of())
                        .withLines(lines.stream().map(InvoiceCommands::line).toList());
                return app.invoices().issue(mended, IssueOptions.LENIENT);
            }).map(InvoiceCommands::issued);
        }
    }

    private static Id<Document> draftId(String text) {
        try {
            return Id.of(java.util.UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new Read.Refusal(Problem.at("DRAFT", "cli.draft", text));
        }
    }

    @Command(name = "draft", description = "stores a draft; it has no number and posts nothing")
    static final class MakeDraft implements Act {
        @Mixin
        Content content = new Content();

        @Override
        public Outcome<Answer> run(App app) {
            return content.draft(app).then(made -> app.invoices().saveDraft(made)).map(document -> {
                ObjectNode json = json(document).put("draft", document.id().toString());
                return Answer.of(json, "Draft " + document.id() + " over " + document.sums().total() + ".");
            });
        }
    }

    @Command(name = "list", description = "lists invoices and credit notes")
    static final class ListAll implements Act {
        @Option(names = "--open")
        boolean open;
        @Option(names = "--overdue")
        boolean overdue;

        @Override
        public Outcome<Answer> run(App app) {
            InvoiceFilter.Which which = overdue ? InvoiceFilter.Which.OVERDUE
                    : open ? InvoiceFilter.Which.OPEN : InvoiceFilter.Which.ALL;
            ObjectNode json = Json.object();
            Table table = new Table("Number", "Customer", "Date", "Due", ">Total", ">Open", "Cur", "State");
            Json.array(json, "invoices", app.invoices().list(InvoiceFilter.of(which)), row -> {
                table.row(row.number().isEmpty() ? "draft" : row.number(), row.buyer().code(), row.date(),
                        row.due() == null ? "" : row.due(), row.total().getAmount(), row.open().getAmount(),
                        row.total().getCurrencyUnit().getCode(), word(row));
                ObjectNode node = Json.object().put("number", row.number().isEmpty() ? null : row.number())
                        .put("kind", row.kind()).put("customer", row.buyer().code());
                Json.put(Json.put(node, "date", row.date()), "due", row.due());
                node.put("currency", row.total().getCurrencyUnit().getCode());
                Json.put(Json.put(Json.put(node, "total", row.total()), "open", row.open()), "disputed", row.disputed());
                return node.put("state", word(row));
            });
            return Outcome.ok(Answer.of(json, table.text()));
        }

        private static String word(InvoiceRow row) {
            return row.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Command(name = "show", description = "shows an invoice or credit note")
    static final class Show implements Act {
        @Parameters(index = "0", paramLabel = "NUMBER")
        String number = "";

        @Override
        public Outcome<Answer> run(App app) {
            return app.invoices().byNumber(number).map(document -> {
                ObjectNode json = json(document);
                Table table = new Table("Text", ">Quantity", ">Price", ">Tax %", ">Net");
                List<Line> lines = document.content().lines();
                com.fasterxml.jackson.databind.node.ArrayNode array = json.putArray("lines");
                for (int i = 0; i < lines.size(); i++) {
                    Line line = lines.get(i);
                    table.row(line.text(), Json.plain(line.quantity()), Json.plain(line.price()),
                            Json.plain(line.tax().rate()), document.lineNets().get(i).getAmount());
                    array.add(Json.put(Json.object().put("text", line.text())
                            .put("quantity", Json.plain(line.quantity())).put("unit", line.unit())
                            .put("price", Json.plain(line.price())).put("tax", Json.plain(line.tax().rate())),
                            "net", document.lineNets().get(i)));
                }
                return Answer.of(json, head(document) + "\n" + table.text());
            });
        }
    }

    private static String head(Document document) {
        return document.number() + " of " + document.content().date() + ": net " + document.sums().net() + ", tax "
                + document.sums().tax() + ", total " + document.sums().total()
                + (document.due() == null ? "" : ", due " + document.due());
    }

    static Answer issued(Issued issued) {
        Document document = issued.document();
        ObjectNode json = json(document);
        if (document.discount() != null) {
            Json.put(json.putObject("discount").put("until", document.discount().until().toString()), "amount",
                    document.discount().amount());
        }
        List<String> warnings = issued.warnings().stream().map(Texts.of(Locale.ENGLISH)::of).toList();
        warnings.forEach(json.putArray("warnings")::add);
        return Answer.of(json, "Issued " + head(document) + "." + warnings.stream().map(warning -> "\nNote: " + warning)
                .collect(Collectors.joining()));
    }

    static ObjectNode json(Document document) {
        ObjectNode node = Json.object().put("number", document.number().isEmpty() ? null : document.number());
        if (document.isCorrection()) {
            node.put("corrects", document.credits());
        }
        Json.put(Json.put(node, "date", document.content().date()), "due", document.due());
        node.put("currency", document.sums().total().getCurrencyUnit().getCode());
        Json.put(node, "net", document.sums().net());
        Json.put(node, "tax", document.sums().tax());
        Json.put(node, "total", document.sums().total());
        return Json.put(node, "payable", document.sums().payable());
    }

    @Command(name = "credit-note", description = "credit notes", subcommands = CreditIssue.class)
    static final class CreditNoteGroup {
    }

    @Command(name = "issue", description = "credits an invoice, in full or by lines")
    static final class CreditIssue implements Act {
        @Option(names = "--invoice", required = true)
        String invoice = "";
        @Option(names = "--date")
        @Nullable String date;
        @Option(names = "--full")
        boolean full;
        @Option(names = "--line")
        List<String> lines = new ArrayList<>();
        @Option(names = "--unallocated")
        boolean unallocated;
        @Option(names = "--reason")
        String reason = "";

        @Override
        public Outcome<Answer> run(App app) {
            if (full == !lines.isEmpty()) {
                return Outcome.refused(Problem.at("--full", "cli.full_or_lines"));
            }
            CreditRequest request = new CreditRequest(invoice, Read.date("--date", date, app.today()),
                    lines.stream().map(InvoiceCommands::line).toList(), unallocated, reason);
            return app.creditNotes().issue(request).map(InvoiceCommands::issued);
        }
    }
}
