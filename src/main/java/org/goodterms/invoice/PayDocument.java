package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Terms.Due;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.PaymentSlip;
import org.joda.money.Money;

/** How an invoice is paid: what, by when, where to, with which reference, and codes to scan. */
final class PayDocument {
    private final Document document;
    private final DocumentWords say;
    private final PaymentDocument part;

    PayDocument(Document document, Parties parties, DocumentWords say) {
        this.document = document;
        this.say = say;
        this.part = new PaymentDocument(parties, first(document), document.number(),
                reference(parties, document.content().pricing().currency().getCode(), document.number()));
    }

    /** The reference its payment quotes; empty where that is its number. */
    static Optional<PaymentReference> reference(Parties parties, String currency, String number) {
        return PayCodes.reference(parties.get("pay.iban"), parties.get("seller.country"), currency, number);
    }

    /** The amount that is due first: all of it, or the first instalment. */
    private static Money first(Document document) {
        return document.dues().isEmpty() ? document.sums().payable() : document.dues().stream().map(Due::amount).findFirst().orElseThrow();
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
        return new Block.Pay(Labelled.of(say.say("pay.amount"), say.amount(document.sums().payable())), dues, terms,
                slip().isPresent() ? List.of() : part.ways(say), part.ask(say), codes());
    }

    private List<Block.Code> codes() {
        if (document.isDraft() && document.number().isEmpty()) {
            return List.of();
        }
        return document.dues().size() <= 1 ? part.codes(say) : part.codes(say).stream()
                .map(code -> new Block.Code(code.text(), say.say("pay.scan.first", code.caption(), part.amount()))).toList();
    }

    /** The Swiss payment part, where account, currency and paper ask for it. */
    Optional<PaymentSlip> slip() {
        return document.isDraft() ? Optional.empty() : part.slip(say.say("title.invoice", document.number()), say);
    }
}
