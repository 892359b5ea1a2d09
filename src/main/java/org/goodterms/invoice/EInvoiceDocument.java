package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.einvoice.EInvoice;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Terms;
import org.jspecify.annotations.Nullable;

/**
 * An issued document in the words of EN 16931. Names, addresses, tax numbers and amounts are those frozen at issue; whom
 * to ask is as the firm and the customer are now.
 */
final class EInvoiceDocument {
    private static final int VAT_ID_COUNTRY = 2;
    /** XRechnung wants a telephone number (BR-DE-6), also of a firm that answers by mail. */
    private static final String NO_PHONE = "n/a";
    private final Document document;
    private final Parties parties;
    private final Company company;
    private final Customer customer;
    private final EInvoiceWish wish;

    private EInvoiceDocument(Document document, Company company, Customer customer, EInvoiceWish wish) {
        this.wish = wish;
        this.document = document;
        this.parties = Objects.requireNonNull(document.parties());
        this.company = company;
        this.customer = customer;
    }

    /** Parties are addressed in the Peppol network (by VAT number) where {@code wish} is Peppol, else by e-mail. */
    static EInvoice of(Document document, Company company, Customer customer, EInvoiceWish wish) {
        return new EInvoiceDocument(document, company, customer, wish).invoice(wish.format().equals("peppol"));
    }

    private EInvoice invoice(boolean peppol) {
        List<EInvoice.Allowance> extras = LinesDocument.extras(document);
        return new EInvoice(head(), references(), seller(peppol), buyer(peppol), LinesDocument.of(document), extras,
                document.taxes().stream().map(this::tax).toList(), totals(extras), payment(), period());
    }

    private EInvoice.Head head() {
        Draft content = document.content();
        boolean day = content.supply().to() == null || content.supply().to().equals(content.supply().from());
        List<String> notes = List.of(content.wording().intro(), content.wording().closing()).stream()
                .filter(note -> !note.isBlank()).toList();
        return new EInvoice.Head(document.number(),
                kind(), content.date(),
                document.due() == null ? content.date() : document.due(),
                !day ? null : content.supply().from() == null ? content.date() : content.supply().from(),
                content.pricing().currency().getCode(), notes);
    }

    /** In the Peppol network a corrected invoice is one between German firms only (P0112); others get an invoice that names the first. */
    private EInvoice.Kind kind() {
        boolean german = company.country().equals("DE") && customer.address().country().equals("DE");
        return document.isCredit() ? EInvoice.Kind.CREDIT_NOTE
                : document.isCorrection() && (german || !wish.format().equals("peppol")) ? EInvoice.Kind.CORRECTED_INVOICE : EInvoice.Kind.INVOICE;
    }

    private EInvoice.@Nullable Period period() {
        Draft.Supply supply = document.content().supply();
        return supply.from() == null || supply.to() == null || supply.to().equals(supply.from()) ? null
                : new EInvoice.Period(supply.from(), supply.to());
    }

    /** The buyer reference is the Leitweg-ID or what else the customer wishes, else their order number, else their code. */
    private EInvoice.References references() {
        String order = document.content().wording().orderNumber();
        String reference = !wish.buyerReference().isBlank() ? wish.buyerReference() : !order.isBlank() ? order : parties.get("buyer.code");
        return new EInvoice.References(filled(reference), filled(order), filled(wish.contract()), null, filled(document.credits()), null);
    }

    private EInvoice.Party seller(boolean peppol) {
        String taxId = parties.get("seller.taxId").replace(" ", "");
        Company.Reach reach = company.firm().reach();
        boolean vat = isVatId(taxId) && !isOutside();
        return new EInvoice.Party(parties.get("seller.name"), vat ? taxId : null, vat ? null : filled(taxId), filled(parties.get("seller.registration")),
                address(frozen("seller", company.firm().address())),
                new EInvoice.Contact(reach.person().isBlank() ? parties.get("seller.name") : reach.person(),
                        reach.phone().isBlank() ? NO_PHONE : reach.phone(), filled(reach.email())),
                endpoint(taxId, reach.email(), peppol));
    }

    private EInvoice.Party buyer(boolean peppol) {
        String taxId = parties.get("buyer.taxId").replace(" ", "");
        return new EInvoice.Party(parties.get("buyer.name"), isVatId(taxId) && !isOutside() ? taxId : null, null, null,
                address(frozen("buyer", customer.address())),
                new EInvoice.Contact(filled(document.content().wording().contact()), filled(customer.reach().phone()),
                        filled(customer.reach().email())), endpoint(taxId, customer.reach().email(), peppol));
    }

    /** As it was at issue; of a document older than its frozen address, as it is now. */
    private Address frozen(String who, Address now) {
        return parties.get(who + ".city").isEmpty() ? now : new Address(parties.get(who + ".street"), parties.get(who + ".postcode"),
                parties.get(who + ".city"), parties.get(who + ".region"), parties.get(who + ".country"));
    }

    private static EInvoice.Address address(Address address) {
        List<String> lines = address.street().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new EInvoice.Address(lines.isEmpty() ? null : lines.getFirst(),
                lines.size() < 2 ? null : String.join(", ", lines.subList(1, lines.size())), filled(address.postcode()),
                filled(address.city()), filled(address.region()), address.country());
    }

    private static EInvoice.@Nullable Endpoint endpoint(String taxId, String email, boolean peppol) {
        EInvoice.Endpoint mail = email.isBlank() ? null : new EInvoice.Endpoint("EM", email);
        return peppol && isVatId(taxId) ? EInvoice.Endpoint.ofVatId(taxId).orElse(mail) : mail;
    }

    /** What is not subject to VAT names no VAT numbers (BR-O-02). */
    private boolean isOutside() {
        return document.taxes().stream().anyMatch(tax -> tax.key().category().equals("O"));
    }

    private static boolean isVatId(String taxId) {
        return taxId.matches("[A-Z]{" + VAT_ID_COUNTRY + "}[A-Z0-9]{2,13}");
    }

    private EInvoice.Tax tax(Totals.TaxRow row) {
        String category = row.key().category();
        String code = switch (category) {
            case "AE" -> "VATEX-EU-AE";
            case "K" -> "VATEX-EU-IC";
            case "G" -> "VATEX-EU-G";
            case "O" -> "VATEX-EU-O";
            default -> null;
        };
        String reason = row.key().needsReason() ? document.content().wording().exemptionReason() : "";
        return new EInvoice.Tax(category, row.key().rate(), row.base().getAmount(), row.tax().getAmount(),
                filled(reason), code);
    }

    private EInvoice.Totals totals(List<EInvoice.Allowance> extras) {
        BigDecimal lines = document.lineNets().stream().map(m -> m.getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Document.Sums sums = document.sums();
        BigDecimal paid = sums.total().minus(sums.payable()).getAmount();
        return new EInvoice.Totals(lines, sum(extras, false), sum(extras, true), sums.net().getAmount(),
                sums.tax().getAmount(), sums.total().getAmount(), paid, BigDecimal.ZERO, sums.payable().getAmount());
    }

    private static BigDecimal sum(List<EInvoice.Allowance> extras, boolean charges) {
        return extras.stream().filter(e -> e.charge() == charges).map(EInvoice.Allowance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** 58 SEPA transfer, 30 other transfer, 1 where no account is known or nothing is to pay. */
    private EInvoice.Payment payment() {
        String iban = document.isCredit() ? "" : parties.get("pay.iban");
        boolean euro = document.content().pricing().currency().getCode().equals("EUR");
        String means = iban.isEmpty() ? "1" : euro ? "58" : "30";
        return new EInvoice.Payment(means, filled(iban), filled(parties.get("pay.bic")),
                iban.isEmpty() ? null : parties.get("seller.name"), document.isCredit() ? null : reference(),
                document.isCredit() ? null : filled(document.content().agreed().terms()), discounts());
    }

    private String reference() {
        return PayDocument.reference(parties, document.content().pricing().currency().getCode(), document.number())
                .map(PaymentReference::text).orElse(document.number());
    }

    private List<EInvoice.Discount> discounts() {
        Document.Discount discount = document.discount();
        if (discount == null || !(Terms.parse(document.content().agreed().terms()) instanceof Outcome.Ok<Terms>(Terms terms))
                || terms.discount() == null) {
            return List.of();
        }
        int days = (int) ChronoUnit.DAYS.between(document.content().date(), discount.until());
        return List.of(new EInvoice.Discount(days, terms.discount().percent()));
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }

    /** UN/ECE recommendation 20 for a unit as printed; C62 (piece) where it is not known. */
    static String unit(String printed) {
        return switch (printed.strip().toLowerCase(Locale.ROOT)) {
            case "h", "hr", "hrs", "hour", "hours", "std", "std.", "stunde", "stunden" -> "HUR";
            case "d", "day", "days", "tag", "tage" -> "DAY";
            case "min", "minute", "minutes", "minuten" -> "MIN";
            case "month", "months", "monat", "monate" -> "MON";
            case "kg" -> "KGM";
            case "g" -> "GRM";
            case "t" -> "TNE";
            case "m" -> "MTR";
            case "km" -> "KMT";
            case "m2", "m²" -> "MTK";
            case "m3", "m³" -> "MTQ";
            case "l", "ltr" -> "LTR";
            default -> "C62";
        };
    }
}
