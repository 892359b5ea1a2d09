package org.goodterms.invoice;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goodterms.company.PayTo;
import org.goodterms.company.PayWay;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.PaymentReference.Kind;
import org.joda.money.Money;

/**
 * Which codes a payer may scan for one amount, chosen by its currency and by what the firm offers: a SEPA transfer for
 * euros, UPI for rupees, Pix for reais, a payment link for any. The Swiss payment part is a page of its own kind.
 */
public final class PayCodes {
    private static final int LONGEST_PAYEE = 70;
    private static final int UPI_NOTE = 50;

    private PayCodes() {
    }

    /** @param what key of the words beside it: {@code pay.scan.bank}, {@code pay.scan.upi}, ... */
    public record Code(String what, String text) {
        private PayWay way() {
            return PayWay.valueOf(what.substring("pay.scan.".length()).toUpperCase(Locale.ROOT));
        }
    }

    /**
     * To whom, how much and what for.
     *
     * @param city   of the firm; only Pix tells it
     * @param number of the invoice
     */
    public record Ask(PayTo payTo, String payee, String city, Money amount, String number) {
        String currency() {
            return amount.getCurrencyUnit().getCode();
        }

        String plain() {
            return amount.getAmount().toPlainString();
        }
    }

    /** The reference that a payment of this invoice quotes; empty where its number itself is quoted. */
    public static Optional<PaymentReference> reference(String iban, String country, String currency, String number) {
        String where = iban.length() < 2 ? country : iban.substring(0, 2);
        boolean euro = currency.equals("EUR");
        return switch (where) {
            case "CH", "LI" -> !euro && !currency.equals("CHF") ? Optional.empty()
                    : PaymentReference.make(isQrIban(iban) ? Kind.QRR : Kind.RF, number);
            case "BE" -> euro ? PaymentReference.make(Kind.OGM, number) : Optional.empty();
            case "FI" -> euro ? PaymentReference.make(Kind.VIITENUMERO, number) : Optional.empty();
            case "NO" -> currency.equals("NOK") ? PaymentReference.make(Kind.KID, number) : Optional.empty();
            case "SE" -> currency.equals("SEK") ? PaymentReference.make(Kind.OCR, number) : Optional.empty();
            default -> euro ? PaymentReference.make(Kind.RF, number) : Optional.empty();
        };
    }

    /** An account that takes payments with a QR reference only: its bank number is 30000 to 31999. */
    static boolean isQrIban(String iban) {
        return iban.matches("(CH|LI)[0-9]{2}3[01][0-9]{3}[0-9A-Z]{12}");
    }

    /** Whether the account and the currency ask for the Swiss payment part. */
    static boolean isSwiss(String iban, String currency) {
        return (iban.startsWith("CH") || iban.startsWith("LI")) && (currency.equals("CHF") || currency.equals("EUR"));
    }

    public static List<Code> of(Ask ask, Optional<PaymentReference> reference) {
        List<Code> codes = new ArrayList<>();
        String iban = ask.payTo().iban();
        if (iban != null && ask.currency().equals("EUR") && !isSwiss(iban, "EUR")) {
            sepa(ask, iban, reference).ifPresent(codes::add);
        }
        if (ask.currency().equals("INR")) {
            ask.payTo().upi().ifPresent(address -> codes.add(new Code("pay.scan.upi", upi(ask, address))));
        }
        if (ask.currency().equals("BRL")) {
            ask.payTo().pix().ifPresent(key -> codes.add(new Code("pay.scan.pix", pix(ask, key))));
        }
        ask.payTo().link().ifPresent(link -> codes.add(new Code("pay.scan.link", link(ask, link))));
        List<PayWay> order = ask.payTo().ways();
        codes.sort(Comparator.comparingInt(code -> order.indexOf(code.way())));
        return codes;
    }

    /** A Finnish reference travels as RF, which holds it whole; a Belgian one as text, as Belgian banks read it. */
    private static Optional<Code> sepa(Ask ask, String iban, Optional<PaymentReference> reference) {
        String structured = reference.filter(r -> r.kind() == Kind.RF || r.kind() == Kind.VIITENUMERO)
                .flatMap(r -> r.kind() == Kind.RF ? Optional.of(r) : PaymentReference.make(Kind.RF, r.text()))
                .map(PaymentReference::text).orElse("");
        String text = structured.isEmpty() ? reference.map(PaymentReference::printed).orElse(ask.number()) : "";
        String name = ask.payee().length() > LONGEST_PAYEE ? ask.payee().substring(0, LONGEST_PAYEE) : ask.payee();
        String bic = ask.payTo().bic();
        EpcCode code = new EpcCode(new EpcCode.Payee(name, iban, bic == null ? "" : bic), ask.amount(),
                new EpcCode.Purpose("", structured, text, ""), EpcCode.Form.USUAL);
        return code.payload() instanceof Outcome.Ok<byte[]>(byte[] payload)
                ? Optional.of(new Code("pay.scan.bank", new String(payload, StandardCharsets.UTF_8))) : Optional.empty();
    }

    /** A UPI link of the National Payments Corporation of India. */
    static String upi(Ask ask, String address) {
        String note = ask.number().length() > UPI_NOTE ? ask.number().substring(0, UPI_NOTE) : ask.number();
        return "upi://pay?pa=" + encoded(address) + "&pn=" + encoded(ask.payee()) + "&am=" + ask.plain() + "&cu=INR&tn=" + encoded(note)
                + "&tr=" + encoded(note.replaceAll("[^A-Za-z0-9]", ""));
    }

    /** A static BR code of the Central Bank of Brazil: fields as tag, length and value, closed by their checksum. */
    static String pix(Ask ask, String key) {
        String label = ask.number().replaceAll("[^A-Za-z0-9]", "");
        String code = field("00", "01") + field("26", field("00", "br.gov.bcb.pix") + field("01", key)) + field("52", "0000")
                + field("53", "986") + field("54", ask.plain()) + field("58", "BR") + field("59", ascii(ask.payee(), 25))
                + field("60", ascii(ask.city().isBlank() ? "BRASIL" : ask.city(), 15))
                + field("62", field("05", label.isEmpty() || label.length() > 25 ? "***" : label)) + "6304";
        return code + "%04X".formatted(checksum(code));
    }

    private static String field(String tag, String value) {
        return tag + "%02d".formatted(value.length()) + value;
    }

    private static String ascii(String text, int most) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^\\x20-\\x7E]", "").strip();
        return plain.length() > most ? plain.substring(0, most).strip() : plain.isEmpty() ? "-" : plain;
    }

    /** CRC-16 with polynomial 1021 and initial value FFFF, as EMV wants it. */
    static int checksum(String text) {
        int crc = 0xFFFF;
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (b & 0xFF) << 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        return crc & 0xFFFF;
    }

    /** PayPal.Me takes amount and currency behind the name; in another link {amount}, {currency}, {number} are filled in. */
    static String link(Ask ask, String link) {
        String filled = link.replace("{amount}", ask.plain()).replace("{currency}", ask.currency()).replace("{number}", encoded(ask.number()));
        return filled.toLowerCase(Locale.ROOT).matches("https://(www\\.)?paypal\\.me/[^/]+/?")
                ? filled.replaceAll("/$", "") + "/" + ask.plain() + ask.currency() : filled;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~@".indexOf(b) >= 0;
            encoded.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
        }
        return encoded.toString();
    }
}
