package org.goodterms.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodterms.company.PayTo;
import org.goodterms.company.PayWay;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.PaymentSlip;
import org.joda.money.Money;

/**
 * How a sum is paid, on whatever paper asks for it: each way to pay under its own heading, the codes to scan, the Swiss
 * payment part, and whom to ask.
 *
 * @param parties   who pays whom and where to
 * @param amount    of one payment, in the currency of the paper
 * @param quoted    what the payer writes where there is no reference: a number, several, or a customer code
 * @param reference that the bank carries; empty where {@code quoted} stands for it
 */
public record PaymentDocument(Parties parties, Money amount, String quoted, Optional<PaymentReference> reference) {

    /** With a text for the payer to quote. */
    public static PaymentDocument quoting(Parties parties, Money amount, String quoted) {
        return new PaymentDocument(parties, amount, quoted, Optional.empty());
    }

    /** Of invoices: one is quoted with its reference, several with their numbers. */
    public static PaymentDocument of(Parties parties, Money amount, List<String> numbers) {
        String currency = amount.getCurrencyUnit().getCode();
        return new PaymentDocument(parties, amount, String.join(", ", numbers),
                numbers.size() == 1 ? PayDocument.reference(parties, currency, numbers.getFirst()) : Optional.empty());
    }

    /** One for each way that the text names, in its order; the first one says to whom and with which reference. */
    public List<Block.Way> ways(DocumentWords say) {
        Map<PayWay, List<Labelled>> ways = new LinkedHashMap<>();
        parties.lines("pay.details").stream().filter(line -> !line.isBlank())
                .forEach(line -> ways.computeIfAbsent(PayTo.way(line), way -> new ArrayList<>()).add(where(line)));
        PayWay quoting = ways.containsKey(PayWay.BANK) ? PayWay.BANK : ways.keySet().stream().findFirst().orElse(PayWay.BANK);
        List<Labelled> lines = ways.computeIfAbsent(quoting, way -> new ArrayList<>());
        lines.addFirst(Labelled.of(say.say("pay.to"), parties.get("seller.name")));
        lines.add(Labelled.strong(say.say("pay.reference"), reference.map(PaymentReference::printed).orElse(quoted)));
        return ways.entrySet().stream().map(way -> new Block.Way(heading(way.getKey(), say), way.getValue())).toList();
    }

    private String heading(PayWay way, DocumentWords say) {
        return say.say(way != PayWay.BANK ? "pay.way." + way.word() : parties.get("pay.iban").isEmpty() ? "pay.how" : "pay.transfer");
    }

    private Labelled where(String line) {
        String plain = line.replaceAll("(?i)^(IBAN|BIC|SWIFT)[\\s:]*", "").replaceAll("\\s", "");
        if (!plain.isEmpty() && plain.equalsIgnoreCase(parties.get("pay.iban"))) {
            return Labelled.of("IBAN", parties.get("pay.iban").replaceAll("(.{4})(?=.)", "$1 "));
        }
        return !plain.isEmpty() && plain.equalsIgnoreCase(parties.get("pay.bic")) ? Labelled.of("BIC", plain) : Labelled.of("", line);
    }

    /** What a telephone reads, chosen by currency. */
    public List<Block.Code> codes(DocumentWords say) {
        PayTo payTo = PayTo.of(amount.getCurrencyUnit().getCode(), parties.get("pay.details"));
        PayCodes.Ask ask = new PayCodes.Ask(payTo, parties.get("seller.name"), parties.get("seller.city"), amount, quoted);
        return PayCodes.of(ask, reference).stream().map(code -> new Block.Code(code.text(), say.say(code.what()))).toList();
    }

    /**
     * The Swiss payment part, where account, currency and paper ask for it; an account that takes a QR reference only has
     * none without one.
     *
     * @param message what the payer reads beside the reference
     */
    public Optional<PaymentSlip> slip(String message, DocumentWords say) {
        String iban = parties.get("pay.iban");
        String currency = amount.getCurrencyUnit().getCode();
        boolean swiss = PayCodes.isSwiss(iban, currency) && Paper.valueOf(parties.get("page.paper")) == Paper.A4;
        if (!swiss || reference.isEmpty() && PayCodes.isQrIban(iban)) {
            return Optional.empty();
        }
        boolean known = Stream.of("buyer.postcode", "buyer.city").noneMatch(fact -> parties.get(fact).isBlank());
        return Optional.of(new PaymentSlip(iban, who("seller"), amount.getAmount(), currency, known ? who("buyer") : null,
                new PaymentSlip.Note(reference.map(PaymentReference::text).orElse(""), message, say.locale())));
    }

    private PaymentSlip.Who who(String party) {
        return new PaymentSlip.Who(parties.get(party + ".name"), parties.get(party + ".street").replaceAll("\\s*\\R\\s*", ", "),
                parties.get(party + ".postcode"), parties.get(party + ".city"), parties.get(party + ".country"));
    }

    /** Whom to ask; nothing where nobody is known. */
    public Block.Way ask(DocumentWords say) {
        List<Labelled> lines = Stream.of(parties.get("seller.person"), parties.get("seller.phone"), parties.get("seller.email"))
                .filter(text -> !text.isBlank()).map(text -> Labelled.of("", text)).toList();
        return lines.isEmpty() ? Block.Way.none() : new Block.Way(say.say("ask"), lines);
    }
}
