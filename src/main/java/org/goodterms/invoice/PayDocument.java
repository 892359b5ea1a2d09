package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodterms.company.PayTo;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Terms.Due;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.PaymentSlip;
import org.joda.money.Money;

/** How an invoice is paid: what, by when, where to, with which reference, and codes to scan. */
public final class PayDocument {
    private final Document document;
    private final Parties parties;
    private final DocumentWords say;

    PayDocument(Document document, Parties parties, DocumentWords say) {
        this.document = document;
        this.parties = parties;
        this.say = say;
    }

    /** Codes for what is owed on a paper that is no invoice, such as a statement; {@code quoted} is what the payer writes. */
    public static List<Block.Code> codes(Parties parties, Money amount, String quoted, DocumentWords say) {
        PayTo payTo = PayTo.of(amount.getCurrencyUnit().getCode(), parties.get("pay.details"));
        PayCodes.Ask ask = new PayCodes.Ask(payTo, parties.get("seller.name"), parties.get("seller.city"), amount, quoted);
        return PayCodes.of(ask, Optional.empty()).stream().map(code -> new Block.Code(code.text(), say.say(code.what()))).toList();
    }

    /** The reference its payment quotes; empty where that is its number. */
    static Optional<PaymentReference> reference(Parties parties, String currency, String number) {
        return PayCodes.reference(parties.get("pay.iban"), parties.get("seller.country"), currency, number);
    }

    private Optional<PaymentReference> reference() {
        return reference(parties, currency(), document.number());
    }

    private String currency() {
        return document.content().pricing().currency().getCode();
    }

    /** Where a payment part stands below, that says where to pay to. */
    Block.Pay panel() {
        List<Labelled> dues = new ArrayList<>();
        if (document.dues().size() == 1) {
            dues.add(Labelled.strong(say.say("pay.by"), say.date(document.dues().getFirst().date())));
        } else {
            document.dues().forEach(due -> dues.add(Labelled.of(say.date(due.date()), say.amount(due.amount()))));
        }
        Document.Discount discount = document.discount();
        String terms = discount == null ? "" : say.say("pay.discount", discount.until(), discount.amount(),
                document.sums().payable().minus(discount.amount()));
        List<Labelled> lines = new ArrayList<>(List.of(Labelled.of(say.say("pay.to"), parties.get("seller.name"))));
        parties.lines("pay.details").forEach(line -> lines.add(where(line)));
        lines.add(Labelled.strong(say.say("pay.reference"),
                reference().map(PaymentReference::printed).orElse(document.number())));
        String heading = say.say(parties.get("pay.iban").isEmpty() ? "pay.how" : "pay.transfer");
        return new Block.Pay(Labelled.of(say.say("pay.amount"), say.amount(document.sums().payable())), dues, terms,
                slip().isPresent() ? List.of() : List.of(new Block.Way(heading, lines)), ask(), codes());
    }

    /** The amount that is due first: all of it, or the first instalment. */
    private Money first() {
        return document.dues().isEmpty() ? document.sums().payable() : document.dues().stream().map(Due::amount).findFirst().orElseThrow();
    }

    private List<Block.Code> codes() {
        if (document.isDraft() && document.number().isEmpty()) {
            return List.of();
        }
        PayCodes.Ask ask = new PayCodes.Ask(PayTo.of(currency(), parties.get("pay.details")), parties.get("seller.name"),
                parties.get("seller.city"), first(), document.number());
        boolean part = document.dues().size() > 1;
        return PayCodes.of(ask, reference()).stream().map(code -> new Block.Code(code.text(),
                part ? say.say("pay.scan.first", say.say(code.what()), first()) : say.say(code.what()))).toList();
    }

    /** The Swiss payment part, where account, currency and paper ask for it. */
    Optional<PaymentSlip> slip() {
        String iban = parties.get("pay.iban");
        boolean swiss = PayCodes.isSwiss(iban, currency()) && Paper.valueOf(parties.get("page.paper")) == Paper.A4;
        if (!swiss || document.isDraft()) {
            return Optional.empty();
        }
        boolean known = Stream.of("buyer.postcode", "buyer.city").noneMatch(fact -> parties.get(fact).isBlank());
        return Optional.of(new PaymentSlip(iban, who("seller"), first().getAmount(), currency(), known ? who("buyer") : null,
                new PaymentSlip.Note(reference().map(PaymentReference::text).orElse(""), title(), say.locale())));
    }

    private String title() {
        return say.say("title.invoice", document.number());
    }

    private PaymentSlip.Who who(String party) {
        return new PaymentSlip.Who(parties.get(party + ".name"), parties.get(party + ".street").replaceAll("\\s*\\R\\s*", ", "),
                parties.get(party + ".postcode"), parties.get(party + ".city"), parties.get(party + ".country"));
    }

    private Labelled where(String line) {
        String plain = line.replaceAll("(?i)^(IBAN|BIC|SWIFT)[\\s:]*", "").replaceAll("\\s", "");
        if (!plain.isEmpty() && plain.equalsIgnoreCase(parties.get("pay.iban"))) {
            return Labelled.of("IBAN", parties.get("pay.iban").replaceAll("(.{4})(?=.)", "$1 "));
        }
        return !plain.isEmpty() && plain.equalsIgnoreCase(parties.get("pay.bic")) ? Labelled.of("BIC", plain) : Labelled.of("", line);
    }

    private Block.Way ask() {
        List<Labelled> lines = Stream.of(parties.get("seller.person"), parties.get("seller.phone"), parties.get("seller.email"))
                .filter(text -> !text.isBlank()).map(text -> Labelled.of("", text)).toList();
        return lines.isEmpty() ? Block.Way.none() : new Block.Way(say.say("ask"), lines);
    }
}
