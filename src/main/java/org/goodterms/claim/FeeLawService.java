package org.goodterms.claim;

import java.util.Optional;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoiceService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How far flat fees for reminders may go in this book, for a customer, for a claim. */
public final class FeeLawService {
    private final InvoiceService.Rooms rooms;
    private final LawOfDelay law = InterestService.knownLaw();
    private final InterestStore store = new InterestStore();

    public FeeLawService(InvoiceService.Rooms rooms) {
        this.rooms = rooms;
    }

    /** The most for one claim, in the book's currency; empty where the law sets no bound. @param customer null: any */
    public Optional<Money> most(Tx tx, @Nullable Customer customer) {
        Company company = rooms.companies().company(tx);
        String union = rooms.companies().law().country(company.country()).union();
        Regime place = law.of(company.country(), union);
        Optional<InterestStore.Terms> own = customer == null ? Optional.empty() : store.terms(tx, customer.id().toString());
        Regime regime = own.or(() -> store.terms(tx, "")).flatMap(terms -> law.regime(terms.regime())).orElse(place);
        return FeeLaw.most(regime, place, union.equals("EU"), rooms.ledger().currency(tx));
    }

    /** The same for one document: nothing once the flat sum of the law was charged for it with interest. */
    public Optional<Money> most(Tx tx, Customer customer, String number) {
        return store.compensated(tx, number) ? most(tx, customer).map(most -> Money.zero(most.getCurrencyUnit())) : most(tx, customer);
    }
}
