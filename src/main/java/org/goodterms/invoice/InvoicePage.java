package org.goodterms.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Head;
import org.goodterms.pdf.Identity;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PageWords;
import org.goodterms.pdf.Paper;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The page of an invoice or credit note in the customer's language: what was supplied, tax by rate, what to pay, by
 * when, how and where to, whom to ask. The same document and parties give the same page.
 */
public final class InvoicePage {
    private final Document document;
    private final Draft content;
    private final Parties parties;
    private final Behind behind;
    private final DocumentWords say;

    /**
     * The documents this one speaks of.
     *
     * @param deposit    the deposit invoice it deducts, or null
     * @param depositTax the tax in what is deducted, or null
     * @param credited   the invoice a credit note corrects, or null
     */
    public record Behind(@Nullable Document deposit, @Nullable Money depositTax, @Nullable Document credited) {
        public static final Behind NOTHING = new Behind(null, null, null);
    }

    private InvoicePage(Document document, Parties parties, Behind behind) {
        this.document = document;
        this.content = document.content();
        this.parties = parties;
        this.behind = behind;
        this.say = DocumentWords.of(content.wording().language(), parties.get("seller.country"));
    }

    /**
     * @param parties    as frozen at issue; for the preview of a draft as they are now
     * @param letterhead the firm's, with {@link #footer}
     */
    public static PageDescription of(Document document, Parties parties, Behind behind, Letterhead letterhead) {
        InvoicePage page = new InvoicePage(document, parties, behind);
        var body = new ArrayList<Block>();
        page.paragraphs(page.content.wording().intro(), body);
        body.add(new LinesPage(document, page.say, parties.get("seller.country")).table(parties.get("page.hidden")));
        body.add(page.totals());
        if (!document.isCredit() && document.sums().payable().isPositive()) {
            PayDocument pay = new PayDocument(document, parties, page.say);
            body.add(pay.panel());
            pay.slip().ifPresent(body::add);
        }
        page.notes(body);
        page.paragraphs(page.content.wording().closing(), body);
        return new PageDescription(page.identity(), Paper.valueOf(parties.get("page.paper")), letterhead, page.head(), body,
                new PageWords(page.say.raw("page.of"), page.say.say("page.carried"), page.say.say("page.brought")));
    }

    /** Up to four columns at the foot: the firm and its numbers, how to reach it, where to pay to, its own words. */
    public static List<List<String>> footer(Parties parties, String language) {
        DocumentWords say = DocumentWords.of(language, parties.get("seller.country"));
        List<String> firm = new ArrayList<>(List.of(parties.get("seller.name")));
        firm.addAll(parties.lines("seller.registration"));
        if (!parties.get("seller.taxId").isEmpty()) {
            firm.add(say.say("tax.id", parties.get("seller.taxId")));
        }
        List<String> reach = List.of(parties.get("seller.phone"), parties.get("seller.email"), parties.get("seller.website"))
                .stream().filter(text -> !text.isBlank()).toList();
        return java.util.stream.Stream.of(firm, reach, parties.lines("pay.details"), parties.lines("page.footer"))
                .filter(column -> !column.isEmpty()).toList();
    }

    /** The name of the file, without ending, in the document's language: {@code Invoice-2026-0001}. */
    public static String fileName(Document document, Parties parties) {
        return new InvoicePage(document, parties, Behind.NOTHING).title().strip().replace(' ', '-');
    }

    private String title() {
        String kind = document.isCredit() ? "title.credit" : document.isCorrection() ? "title.corrected" : content.deposit().asked() ? "title.deposit"
                : !content.deposit().less().isEmpty() ? "title.final"
                : parties.get("seller.country").equals("AU") && document.sums().tax().isPositive() ? "title.tax" : "title.invoice";
        return document.isDraft() ? say.say("title.draft") : say.say(kind, document.number());
    }

    private Identity identity() {
        Instant made = Objects.requireNonNullElse(document.trace().issuedAt(), document.trace().createdAt());
        String key = document.isDraft() ? "draft/" + document.id() : (document.isCredit() ? "credit-note/" : "invoice/") + document.number();
        return new Identity(key, title(), parties.get("seller.name"), say.locale(), made);
    }

    private Head head() {
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        if (!content.wording().contact().isBlank()) {
            address.add(content.wording().contact());
        }
        address.addAll(parties.lines("buyer.address"));
        List<Labelled> info = new ArrayList<>();
        if (!document.isDraft()) {
            info.add(Labelled.strong(say.say(document.isCredit() ? "info.credit" : "info.number"), document.number()));
        }
        info.add(Labelled.of(say.say("info.date"), say.date(content.date())));
        info.add(Labelled.of(say.say(content.deposit().asked() ? "info.planned" : "info.supply"), supply()));
        add(info, "info.order", content.wording().orderNumber());
        add(info, "info.customer", parties.get("buyer.code"));
        add(info, "info.buyer.tax", parties.get("buyer.taxId"));
        add(info, "info.contact", parties.get("seller.person"));
        Document credited = behind.credited();
        String subtitle = credited != null ? say.say("subtitle.credit", credited.number(), credited.content().date())
                : document.isCredit() ? say.say("subtitle.credit.only", document.credits()) : "";
        return new Head(address, info, title(), subtitle);
    }

    private void add(List<Labelled> info, String key, String value) {
        if (!value.isBlank()) {
            info.add(Labelled.of(say.say(key), value));
        }
    }

    private String supply() {
        LocalDate from = content.supply().from();
        LocalDate to = content.supply().to();
        return from == null ? say.date(content.date()) : to == null || to.equals(from) ? say.date(from)
                : say.say("period", say.shortDate(from), say.shortDate(to));
    }

    private void paragraphs(String text, List<? super Block.Paragraphs> body) {
        if (!text.isBlank()) {
            body.add(new Block.Paragraphs(text));
        }
    }

    /** Its sums alone, for papers that go before and beside it. */
    static Block.Totals sums(Document document, Parties parties) {
        return new InvoicePage(document, parties, Behind.NOTHING).totals();
    }

    private Block.Totals totals() {
        List<Block.Total> lines = new ArrayList<>();
        boolean gross = content.pricing().mode() != PriceMode.NET;
        Money sum = gross ? Totals.amounts(content.lines().stream().map(Line::priced).toList(), content.pricing().currency()).stream()
                .reduce(Money.zero(content.pricing().currency()), Money::plus) : net(document.lineNets());
        if (!content.allowances().isEmpty()) {
            lines.add(Block.Total.of(say.say("sum.lines"), say.plain(sum)));
            for (int i = 0; i < content.allowances().size(); i++) {
                Allowance allowance = content.allowances().get(i);
                Money amount = gross ? allowance.adjustment().of(sum) : document.adjusted().get(i);
                lines.add(Block.Total.of(label(allowance), say.plain(allowance.charge() ? amount : amount.negated())));
            }
        }
        if (gross) {
            lines.add(Block.Total.strong(say.say("sum.total", currency()), say.plain(document.sums().total())));
            document.taxes().forEach(tax -> lines.add(taxLine(tax, "tax.included")));
        } else {
            lines.add(Block.Total.of(say.say("sum.net"), say.plain(document.sums().net())));
            document.taxes().forEach(tax -> lines.add(taxLine(tax, "tax.line")));
            String total = document.isCredit() ? "sum.credit" : "sum.total";
            lines.add(Block.Total.strong(say.say(total, currency()), say.plain(document.sums().total())));
        }
        deposit(lines);
        return new Block.Totals(lines);
    }

    private Money net(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(content.pricing().currency()), Money::plus);
    }

    private String currency() {
        return content.pricing().currency().getCode();
    }

    private String label(Allowance allowance) {
        String name = allowance.reason().isBlank() ? say.say(allowance.charge() ? "charge" : "discount") : allowance.reason();
        return allowance.percent() == null ? name : say.say("discount.percent", name, allowance.percent());
    }

    private Block.Total taxLine(TaxRow tax, String key) {
        String category = tax.key().category();
        String label = tax.key().needsReason() ? say.say("tax.none." + category)
                : say.say(key, say.tax(parties.get("seller.country")), tax.key().rate());
        return Block.Total.tax(label, say.say("tax.base", say.plain(tax.base())), say.plain(tax.tax()));
    }

    private void deposit(List<Block.Total> lines) {
        Document deposit = behind.deposit();
        if (deposit != null && !document.isCredit()) {
            Money taken = document.sums().total().minus(document.sums().payable());
            Money tax = Objects.requireNonNullElse(behind.depositTax(), Money.zero(content.pricing().currency()));
            lines.add(Block.Total.of(say.say("deposit.less", deposit.number(), say.tax(parties.get("seller.country")),
                    say.plain(tax)), say.plain(taken.negated())));
            lines.add(Block.Total.strong(say.say("sum.payable", currency()), say.plain(document.sums().payable())));
        }
    }

    private void notes(List<? super Block.Note> body) {
        for (TaxRow tax : document.taxes()) {
            String key = "law." + tax.key().category();
            if (say.has(key)) {
                body.add(new Block.Note("", say.say(key)));
            }
        }
        if (!content.wording().exemptionReason().isBlank()) {
            body.add(new Block.Note(say.say("note.exempt"), content.wording().exemptionReason()));
        }
        boolean foreign = !parties.get("seller.currency").equals(currency());
        if (foreign && document.sums().tax().isPositive()) {
            var home = org.joda.money.CurrencyUnit.of(parties.get("seller.currency"));
            Money tax = Journal.booked(document.sums().tax(), content.pricing().rate(), home);
            body.add(new Block.Note("", say.say("note.rate", say.tax(parties.get("seller.country")), tax, currency(), home.getCode(),
                    say.price(content.pricing().rate(), 4))));
        }
        String law = "law.pay." + parties.get("seller.country");
        if (!document.isCredit() && say.has(law)) {
            body.add(new Block.Note("", say.say(law)));
        }
    }
}
