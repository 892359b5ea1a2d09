package org.goodterms.einvoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in the words of EN 16931, complete with all amounts: nothing is computed here. Amounts are in
 * {@code currency}, to its minor unit and at most two decimals (BR-DEC). Of a credit note (381) all amounts are positive.
 *
 * @param head       number, kind, dates
 * @param references what the buyer needs to file it
 * @param allowances discounts and charges of the whole
 * @param taxes      one for each category and rate
 * @param period     what time it is for, or null
 * @param attachments files that travel with it (BG-24)
 */
public record EInvoice(Head head, References references, Party seller, Party buyer, List<Line> lines,
        List<Allowance> allowances, List<Tax> taxes, Totals totals, Payment payment, @Nullable Period period, List<Attachment> attachments) {

    public EInvoice {
        attachments = List.copyOf(attachments);
        lines = List.copyOf(lines);
        allowances = List.copyOf(allowances);
        taxes = List.copyOf(taxes);
    }

    public EInvoice(Head head, References references, Party seller, Party buyer, List<Line> lines, List<Allowance> allowances,
            List<Tax> taxes, Totals totals, Payment payment, @Nullable Period period) {
        this(head, references, seller, buyer, lines, allowances, taxes, totals, payment, period, List.of());
    }

    /** The same with files. */
    public EInvoice with(List<Attachment> files) {
        return new EInvoice(head, references, seller, buyer, lines, allowances, taxes, totals, payment, period, files);
    }

    /**
     * A file that travels with it.
     *
     * @param name      unique among them
     * @param mediaType one of those of BR-CL-24
     */
    public record Attachment(String name, String mediaType, byte[] bytes) {
    }

    /** Whether goods went to another country of the union, which must then be named (BR-IC-12): the buyer's. */
    boolean crossesTheUnion() {
        return taxes.stream().anyMatch(tax -> tax.category().equals("K"));
    }

    /** What kind of document: UNTDID 1001. */
    public enum Kind {
        INVOICE("380"), CREDIT_NOTE("381"), CORRECTED_INVOICE("384");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param due       null where the terms say it in words
     * @param delivered the day of supply, or null where {@code period} says it
     * @param currency  ISO 4217
     * @param notes     free text, a paragraph each
     */
    public record Head(String number, Kind kind, LocalDate issued, @Nullable LocalDate due, @Nullable LocalDate delivered,
            String currency, List<String> notes) {
        public Head {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param buyerReference what the buyer asked for; for German public buyers the Leitweg-ID (BT-10)
     * @param order          the buyer's order number (BT-13)
     * @param preceding      number of the invoice that a credit note or correction is about (BT-25)
     */
    public record References(@Nullable String buyerReference, @Nullable String order, @Nullable String contract,
            @Nullable String project, @Nullable String preceding, @Nullable LocalDate precedingDate) {
        public static final References NONE = new References(null, null, null, null, null, null);
    }

    /**
     * @param vatId        with country prefix, DE123456789 (BT-31, BT-48)
     * @param taxNumber    the local tax number (BT-32), sellers only
     * @param registration of the company register (BT-30, BT-47)
     * @param endpoint     electronic address (BT-34, BT-49): a Peppol id, or an e-mail address with scheme EM
     */
    public record Party(String name, @Nullable String vatId, @Nullable String taxNumber, @Nullable String registration,
            Address address, @Nullable Contact contact, @Nullable Endpoint endpoint) {
    }

    /** @param country ISO 3166, two letters */
    public record Address(@Nullable String street, @Nullable String more, @Nullable String postcode,
            @Nullable String city, @Nullable String region, String country) {
    }

    public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {
    }

    /** @param scheme of the Electronic Address Scheme list: EM, 9930, 0088 … */
    public record Endpoint(String scheme, String id) {

        /** The address in the Peppol network of a firm with that VAT number, where its country has a scheme for it. */
        public static Optional<Endpoint> ofVatId(String vatId) {
            String country = vatId.length() < 2 ? "" : vatId.substring(0, 2);
            return Optional.ofNullable(VatSchemes.OF_COUNTRY.get(country)).map(scheme -> new Endpoint(scheme, vatId));
        }
    }

    /** Electronic Address Scheme codes for VAT numbers, by their prefix. */
    private static final class VatSchemes {
        static final Map<String, String> OF_COUNTRY = Map.ofEntries(Map.entry("AT", "9914"), Map.entry("BE", "9925"),
                Map.entry("BG", "9926"), Map.entry("CY", "9928"), Map.entry("CZ", "9929"), Map.entry("DE", "9930"),
                Map.entry("EE", "9931"), Map.entry("EL", "9933"), Map.entry("ES", "9920"), Map.entry("FR", "9957"),
                Map.entry("GB", "9932"), Map.entry("HR", "9934"), Map.entry("HU", "9910"), Map.entry("IE", "9935"),
                Map.entry("IT", "0211"), Map.entry("LT", "9937"), Map.entry("LU", "9938"), Map.entry("LV", "9939"),
                Map.entry("MT", "9943"), Map.entry("NL", "9944"), Map.entry("PL", "9945"), Map.entry("PT", "9946"),
                Map.entry("RO", "9947"), Map.entry("SI", "9949"), Map.entry("SK", "9950"));
    }

    public record Period(LocalDate from, LocalDate to) {
    }

    /**
     * @param unit     UN/ECE recommendation 20: C62 piece, HUR hour, DAY, KGM …
     * @param price    of one unit, net, before the line's allowances; never negative (BR-27)
     * @param net      quantity x price less allowances plus charges (BT-131)
     * @param category of tax: S, Z, E, AE, K, G, O …
     * @param rate     in percent; of category O it is 0
     */
    public record Line(String id, String name, @Nullable String description, @Nullable String articleNumber,
            BigDecimal quantity, String unit, BigDecimal price, List<Allowance> allowances, BigDecimal net,
            String category, BigDecimal rate, @Nullable Period period) {
        public Line {
            allowances = List.copyOf(allowances);
        }
    }

    /**
     * A discount or a charge.
     *
     * @param base     what {@code percent} was taken of; null where there is no percentage
     * @param category of tax; empty for those of a line, which have the line's
     */
    public record Allowance(boolean charge, BigDecimal amount, @Nullable BigDecimal base, @Nullable BigDecimal percent,
            String reason, String category, BigDecimal rate) {
    }

    /**
     * @param exemption why no tax is charged, in words; needed for E, AE, K, G and O
     * @param code      the same as a VATEX code, or null
     */
    public record Tax(String category, BigDecimal rate, BigDecimal base, BigDecimal amount, @Nullable String exemption,
            @Nullable String code) {
    }

    /**
     * @param lines      sum of the lines' net
     * @param allowances sum of the discounts of the whole
     * @param charges    sum of the charges of the whole
     * @param net        lines - allowances + charges
     * @param tax        sum over the taxes
     * @param gross      net + tax
     * @param paid       before
     * @param rounding   added to what is to be paid
     * @param payable    gross - paid + rounding
     */
    public record Totals(BigDecimal lines, BigDecimal allowances, BigDecimal charges, BigDecimal net, BigDecimal tax,
            BigDecimal gross, BigDecimal paid, BigDecimal rounding, BigDecimal payable) {
    }

    /**
     * @param means     UNTDID 4461: 30 credit transfer, 58 SEPA transfer, 1 not defined …
     * @param reference what the payer writes (BT-83), or null
     * @param terms     in words (BT-20), or null
     * @param discounts for early payment, said in words and, in XRechnung, in its own notation (BR-DE-18)
     */
    public record Payment(String means, @Nullable String iban, @Nullable String bic, @Nullable String accountName,
            @Nullable String reference, @Nullable String terms, List<Discount> discounts) {
        public Payment {
            discounts = List.copyOf(discounts);
        }
    }

    /** {@code percent} less where paid within {@code days} of the invoice date. */
    public record Discount(int days, BigDecimal percent) {
    }
}
