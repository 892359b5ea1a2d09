package org.goodterms.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.Totals.PriceMode;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Rounding;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, before and after it is issued.
 *
 * @param date the date of the document; what is issued takes effect on it
 */
public record Draft(Id<Customer> customer, LocalDate date, Supply supply, Pricing pricing, Agreed agreed,
        Wording wording, Deposit deposit, List<Line> lines, List<Allowance> allowances) {

    public Draft {
        lines = List.copyOf(lines);
        allowances = List.copyOf(allowances);
    }

    /** When it was supplied: a day ({@code to} null) or a period; both null where that is the date of the document. */
    public record Supply(@Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Supply SAME_DAY = new Supply(null, null);
    }

    /**
     * @param rate units of {@code currency} for one of the book's currency; 1 in the book's own
     */
    public record Pricing(CurrencyUnit currency, BigDecimal rate, PriceMode mode) {
        public Pricing {
            rate = TaxKey.plain(rate);
        }

        public static Pricing net(CurrencyUnit currency) {
            return new Pricing(currency, BigDecimal.ONE, PriceMode.NET);
        }
    }

    /**
     * What was agreed about payment.
     *
     * @param terms as {@link org.goodterms.kernel.Terms#text()}
     * @param due   a due date of its own, in place of the due dates of the terms and without their discount; or null
     */
    public record Agreed(String terms, @Nullable LocalDate due) {
    }

    /**
     * @param language        of the document, a BCP 47 tag
     * @param orderNumber     the customer's
     * @param contact         whom it is for at the customer's
     * @param intro           above the lines, several lines of text
     * @param closing         below the sums
     * @param exemptionReason why no tax is charged; printed
     */
    public record Wording(String language, String orderNumber, String contact, String intro, String closing,
            String exemptionReason) {
        public static Wording in(String language) {
            return new Wording(language, "", "", "", "", "");
        }

        public Wording ordered(String number) {
            return new Wording(language, number, contact, intro, closing, exemptionReason);
        }

        public Wording exempt(String reason) {
            return new Wording(language, orderNumber, contact, intro, closing, reason);
        }
    }

    /**
     * What went before or comes after.
     *
     * @param asked a deposit invoice: money for a future supply
     * @param less  a final invoice: the number of the deposit invoice it deducts; empty for none
     * @param corrects a corrected invoice: the number of the issued invoice that it takes the place of; empty for none
     */
    public record Deposit(boolean asked, String less, String corrects) {
        public static final Deposit NONE = new Deposit(false, "");

        public Deposit(boolean asked, String less) {
            this(asked, less, "");
        }

        public Deposit correcting(String number) {
            return new Deposit(asked, less, number);
        }
    }

    /** The sums by EN 16931; half up unless the tax regime has another rounding of taxes. */
    public Totals totals(Rounding taxRounding) {
        return Totals.of(lines.stream().map(Line::priced).toList(), allowances.stream().map(Allowance::adjustment).toList(),
                new Totals.Rules(pricing.currency(), pricing.mode(), taxRounding, false));
    }

    public Draft withLines(List<Line> changed) {
        return new Draft(customer, date, supply, pricing, agreed, wording, deposit, changed, allowances);
    }

    public Draft withAllowances(List<Allowance> changed) {
        return new Draft(customer, date, supply, pricing, agreed, wording, deposit, lines, changed);
    }

    public Draft withAgreed(Agreed changed) {
        return new Draft(customer, date, supply, pricing, changed, wording, deposit, lines, allowances);
    }

    public Draft withWording(Wording changed) {
        return new Draft(customer, date, supply, pricing, agreed, changed, deposit, lines, allowances);
    }

    public Draft withPricing(Pricing changed) {
        return new Draft(customer, date, supply, changed, agreed, wording, deposit, lines, allowances);
    }

    public Draft withDeposit(Deposit changed) {
        return new Draft(customer, date, supply, pricing, agreed, wording, changed, lines, allowances);
    }

    public Draft on(LocalDate day) {
        return new Draft(customer, day, supply, pricing, agreed, wording, deposit, lines, allowances);
    }
}
