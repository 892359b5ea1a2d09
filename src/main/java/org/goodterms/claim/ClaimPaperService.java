package org.goodterms.claim;

import org.goodterms.customer.Customer;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.LetterService;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.receivable.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** On paper: the welcome letter with its terms, the application for credit, and the working of interest. */
public final class ClaimPaperService {
    private static final long SMALLEST_DEBT = 1;
    private final InvoiceService.Rooms rooms;
    private final InterestService interest;
    private final LetterService letters;

    public ClaimPaperService(InvoiceService.Rooms rooms, InterestService interest, LetterService letters) {
        this.rooms = rooms;
        this.interest = interest;
        this.letters = letters;
    }

    /** For a customer's first order: terms, how to pay, whom to ask, what happens when late, a line to accept. */
    public byte[] welcome(Customer customer) {
        return rooms.db().read(tx -> {
            Money debt = Money.ofMajor(customer.trade().currency(), SMALLEST_DEBT);
            @Nullable Regime regime = interest.regime(tx, customer) instanceof Outcome.Ok<Regime>(Regime known) ? known : null;
            WelcomePage.Agreed agreed = new WelcomePage.Agreed(Terms.parse(customer.trade().terms()).orThrow(), regime,
                    regime == null ? Money.zero(debt.getCurrencyUnit()) : regime.flat().told(debt));
            return letters.print(tx, customer, customer.trade().currency(), rooms.companies().today(tx),
                    (parties, say, day) -> WelcomePage.letter(agreed, parties, say));
        });
    }

    /** For a customer to fill in and sign. */
    public byte[] application(Customer customer) {
        return rooms.db().read(tx -> letters.print(tx, customer, customer.trade().currency(), rooms.companies().today(tx),
                (parties, say, day) -> WelcomePage.form(parties, say)));
    }

    /** The working of the interest on an item up to today. Refused as the quote is. */
    public Outcome<byte[]> working(String number) {
        return rooms.db().read(tx -> interest.quote(tx, number, null).then(quote -> rooms.receivables().byNumber(tx, number).stream()
                .map(OpenItem::customer).findFirst()
                .map(id -> Outcome.ok(letters.print(tx, rooms.customers().customer(tx, id), quote.total().getCurrencyUnit(), quote.to(),
                        (parties, say, day) -> WorkingPage.of(quote, parties, say))))
                .orElseGet(() -> Outcome.refused(Problem.at("item", "claim.no_interest_on", number)))));
    }
}
