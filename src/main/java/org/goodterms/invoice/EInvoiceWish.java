package org.goodterms.invoice;

/**
 * How a customer wants e-invoices.
 *
 * @param format         such as {@code xrechnung-ubl}; empty: none is attached to mails
 * @param buyerReference what stands as buyer reference (BT-10), for German public buyers their Leitweg-ID; empty: the order
 *                       number, else the customer's code
 * @param contract       number of the contract (BT-12); may be empty
 */
public record EInvoiceWish(String format, String buyerReference, String contract) {
    public static final EInvoiceWish NONE = new EInvoiceWish("", "", "");

    EInvoiceWish in(String other) {
        return new EInvoiceWish(other, buyerReference, contract);
    }

    /**
     * Whether it looks like a Leitweg-ID and its check digits are right: coarse and fine address and two digits modulo 97-10
     * (ISO 7064), as the coordination office for IT standards of the German administration defines it.
     */
    static boolean isLeitwegId(String text) {
        if (!text.matches("[0-9]{2,12}(-[A-Za-z0-9]{1,30})?-[0-9]{2}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        text.replace("-", "").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new java.math.BigInteger(digits.toString()).mod(java.math.BigInteger.valueOf(97)).intValue() == 1;
    }
}
