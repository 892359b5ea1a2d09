package org.goodterms.invoice;

import org.goodterms.kernel.Sha256;
import org.joda.money.Money;

/** The fingerprint of what was issued: equal for ever, so that a changed row shows. */
final class Frozen {
    private final StringBuilder text = new StringBuilder();

    private Frozen() {
    }

    /** SHA-256 in lower-case hex over number, dates, texts, lines and sums of an issued document. */
    static String hash(Document document) {
        Frozen frozen = new Frozen();
        frozen.head(document);
        for (int i = 0; i < document.content().lines().size(); i++) {
            frozen.line(document.content().lines().get(i), document.lineNets().get(i));
        }
        for (int i = 0; i < document.content().allowances().size(); i++) {
            frozen.allowance(document.content().allowances().get(i), document.adjusted().get(i));
        }
        document.taxes().forEach(tax -> frozen.add("tax", tax.key().category(), tax.key().rate().toPlainString(), tax.base(), tax.tax()));
        document.dues().forEach(due -> frozen.add("due", due.date(), due.amount()));
        return frozen.hash();
    }

    private void head(Document document) {
        Draft content = document.content();
        add("document", document.id(), document.kind(), document.number(), content.customer(), content.date(), document.credits());
        add("supply", content.supply().from(), content.supply().to());
        add("pricing", content.pricing().currency(), content.pricing().rate().toPlainString(), content.pricing().mode());
        add("agreed", content.agreed().terms(), content.agreed().due());
        Draft.Wording wording = content.wording();
        add("wording", wording.language(), wording.orderNumber(), wording.contact(), wording.intro(), wording.closing(),
                wording.exemptionReason());
        add("deposit", content.deposit().asked(), content.deposit().less());
        Document.Sums sums = document.sums();
        add("sums", sums.net(), sums.tax(), sums.total(), sums.payable(), sums.baseTotal());
        Document.Discount discount = document.discount();
        if (discount != null) {
            add("discount", discount.until(), discount.amount());
        }
        Parties parties = document.parties();
        add("parties", parties == null ? "" : parties.text());
    }

    private void line(Line line, Money net) {
        Line.Discount off = line.discount();
        add("line", line.text(), line.quantity().toPlainString(), line.unit(), line.price().toPlainString(),
                line.per().toPlainString(), off == null || off.percent() == null ? null : off.percent().toPlainString(),
                off == null ? null : off.amount(), line.tax().category(), line.tax().rate().toPlainString(), line.account(), net);
    }

    private void allowance(Allowance allowance, Money net) {
        add("allowance", allowance.charge(), allowance.reason(),
                allowance.percent() == null ? null : allowance.percent().toPlainString(), allowance.amount(), net);
    }

    /** Each part with its length, so that no text can pass for two. */
    private void add(@org.jspecify.annotations.Nullable Object... parts) {
        for (Object part : parts) {
            String shown = part == null ? "" : part.toString();
            text.append(shown.length()).append(':').append(shown);
        }
        text.append('\n');
    }

    private String hash() {
        return Sha256.of(text.toString());
    }
}
