package org.goodterms.company;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something an invoice must hold in the seller's country (the domain rules, section 7.5).
 *
 * @param from      from which gross total on; null: from the first cent
 * @param validFrom the first document date to which it applies
 * @param validTo   the last; null: still valid
 */
public record Mandatory(Content content, When when, @Nullable Money from, LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What must be there. */
    public enum Content {
        SELLER_NAME, SELLER_ADDRESS, SELLER_TAX_ID, NUMBER, ISSUE_DATE, BUYER_NAME, BUYER_ADDRESS, BUYER_TAX_ID,
        BUYER_IDENTITY, LINE_TEXT, EXEMPTION_REASON, SUPPLY_DATE, CORRECTED_NUMBER, BANK_ACCOUNT, TAX_IN_HOME_CURRENCY,
        CASH_DISCOUNT, WORDS_TAX_INVOICE, GOODS_CODE, PLACE_OF_SUPPLY, NUMBER_AT_MOST_16
    }

    /** On which documents. */
    public enum When {
        ALWAYS, ABOVE, TAXED, EXEMPT, REVERSE_CHARGE, FOREIGN_CURRENCY, DISCOUNT, CREDIT, DIFFERS
    }

    /** Whether it is asked of a document of that day and gross total; a total in another currency counts as above. */
    public boolean applies(LocalDate date, Money total) {
        boolean inForce = !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
        return inForce && (from == null || !from.getCurrencyUnit().equals(total.getCurrencyUnit())
                || total.abs().compareTo(from) >= 0);
    }
}
