package org.goodterms.company;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The firm that keeps this book. One book has one.
 *
 * @param version counts changes; a change states the version it was made from
 */
public record Company(Id<Company> id, Firm firm, Practice practice, Look look, Instant createdAt, int version) {

    /**
     * Who the firm is, as documents and messages show it.
     *
     * @param taxId        VAT number, GSTIN, ABN or whatever the country puts on invoices; empty where there is none
     * @param registration company register entry, printed in the foot
     */
    public record Firm(String name, Address address, String taxId, String registration, Reach reach) {
    }

    /** How to reach the firm. {@code person}: whom to ask about an invoice. */
    public record Reach(String email, String phone, String website, String person) {
        public static final Reach NONE = new Reach("", "", "", "");
    }

    /**
     * How the firm works.
     *
     * @param currency     of the book; never changes
     * @param zone         decides which day it is
     * @param language     of the firm, a BCP 47 tag
     * @param paper        of printed documents
     * @param defaultTerms terms of payment for new customers, as text ({@code net 30}, {@code 2/10 net 30})
     * @param rounding     to the minor unit, on documents
     */
    public record Practice(CurrencyUnit currency, ZoneId zone, String language, Paper paper, String defaultTerms,
            Rounding rounding, CashDiscount cashDiscount) {
    }

    public enum Paper {
        A4, LETTER
    }

    /**
     * What a cash discount is taken from, and whether it lowers the tax (the domain rules, section 2, rows 8 to 8d).
     *
     * @param base        the net or the gross amount of the invoice
     * @param correctsTax whether the tax follows the price paid
     */
    public record CashDiscount(Basis base, boolean correctsTax) {
        /** EU, UK and most others: from the gross amount, tax corrected (row 8). */
        public static final CashDiscount GROSS_TAX_CORRECTED = new CashDiscount(Basis.GROSS, true);
        /** USA: from the net amount, tax unchanged (row 8c). */
        public static final CashDiscount NET_TAX_UNCHANGED = new CashDiscount(Basis.NET, false);

        public enum Basis {
            NET, GROSS
        }

        /** The practice of a country. */
        public static CashDiscount of(String country) {
            return country.equals("US") ? NET_TAX_UNCHANGED : GROSS_TAX_CORRECTED;
        }
    }

    /**
     * How documents look.
     *
     * @param accent   colour as {@code #rrggbb}; empty: the program's own
     * @param logoHash SHA-256 of the picture in the archive, lower-case hex
     * @param footer   free text at the foot of documents
     */
    public record Look(String accent, @Nullable String logoHash, String footer, Design design) {
        public static final Look PLAIN = new Look("", null, "");

        public Look(String accent, @Nullable String logoHash, String footer) {
            this(accent, logoHash, footer, Design.USUAL);
        }

        Look withLogo(@Nullable String hash) {
            return new Look(accent, hash, footer, design);
        }
    }

    public String name() {
        return firm.name();
    }

    public String country() {
        return firm.address().country();
    }

    public CurrencyUnit currency() {
        return practice.currency();
    }

    public ZoneId zone() {
        return practice.zone();
    }

    public Locale locale() {
        return Locale.forLanguageTag(practice.language());
    }

    public Company withFirm(Firm changed) {
        return new Company(id, changed, practice, look, createdAt, version);
    }

    public Company withPractice(Practice changed) {
        return new Company(id, firm, changed, look, createdAt, version);
    }

    public Company withLook(Look changed) {
        return new Company(id, firm, practice, changed, createdAt, version);
    }
}
