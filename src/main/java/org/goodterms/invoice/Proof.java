package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goodterms.company.Company;
import org.goodterms.company.PayTo;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Terms.Due;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An invoice that nobody owes: it shows a firm how its pages look. Always the same for the same firm. */
final class Proof {
    private static final String NUMBER = "0000-0000";
    private static final int DAYS = 30;
    private final Company company;
    private final DocumentWords say;

    Proof(Company company) {
        this.company = company;
        this.say = DocumentWords.of(company.practice().language(), company.country());
    }

    /** @param rate of the tax on the lines, in percent */
    Document document(BigDecimal rate) {
        LocalDate date = LocalDate.of(2026, 3, 2);
        CurrencyUnit currency = company.currency();
        TaxKey tax = TaxKey.of(rate);
        List<Line> lines = List.of(line("proof.line.one", "12", "85", tax), line("proof.line.two", "1", "240", tax),
                line("proof.line.three", "3", "19.90", tax));
        Draft.Wording wording = new Draft.Wording(company.practice().language(), "", "", company.look().design().intro(),
                company.look().design().closing(), "");
        Draft content = new Draft(Id.of(new UUID(0, 0)), date, Draft.Supply.SAME_DAY, Draft.Pricing.net(currency),
                new Draft.Agreed("net 30", null), wording, Draft.Deposit.NONE, lines, List.of());
        Totals totals = content.totals(company.practice().rounding());
        Money total = totals.total();
        return new Document(Id.of(new UUID(0, 0)), Document.Kind.INVOICE, NUMBER, content, "",
                new Document.Sums(totals.net(), totals.tax(), total, total, total), totals.lineNets(), totals.adjusted(), totals.taxes(),
                List.of(new Due(date.plusDays(DAYS), total)), null, null,
                new Document.Trace("", null, null, Instant.EPOCH, Instant.EPOCH, 1));
    }

    private Line line(String key, String quantity, String price, TaxKey tax) {
        return Line.of(say.say(key), new BigDecimal(quantity), new BigDecimal(price), tax);
    }

    Parties parties(Optional<PayTo> payTo) {
        Map<String, String> facts = new HashMap<>(Parties.of(company, payTo).facts());
        facts.put("buyer.name", say.say("proof.buyer"));
        facts.put("buyer.code", "K0000");
        facts.put("buyer.address", say.say("proof.address"));
        facts.put("buyer.country", company.country());
        return new Parties(facts);
    }
}
