package org.goodterms.ui.report;

import java.time.LocalDate;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which reports there are. */
public final class ReportScreens {
    private ReportScreens() {
    }

    public static void register(Desk desk, App app) {
        StatementViewModel.Rooms rooms = new StatementViewModel.Rooms(app.reports(), app.customers(), app.reporting().statements(),
                app.reporting().mailing(), app.mail(), app.post(), app.handover());
        desk.navigator().route("aging", "aging", place -> new AgingView(desk, new AgingViewModel(desk, app.reports(), app.reporting().papers())));
        ReportsViewModel.Books books = new ReportsViewModel.Books(app.accounting().reports(), app.reports(), app.ledger(),
                app.company().company().currency());
        desk.navigator().route("reports", "reports", place -> new ReportsView(desk, new ReportsViewModel(desk, books),
                app.reporting().papers(), app.ledger(), app.attachments()));
        desk.navigator().route("account", "reports", place -> new AccountView(desk, app.ledger(), app.reporting().papers(), app.attachments(),
                place.about(AccountPlace.class)));
        desk.navigator().route("account.now", "reports", place -> new AccountView(desk, app.ledger(), app.reporting().papers(), app.attachments(),
                new AccountPlace(place.about(String.class), LocalDate.of(1, 1, 1), desk.formats().today())));
        desk.navigator().route("statements", "aging", place -> new MonthlyView(desk, new MonthlyViewModel(desk, app.reporting().monthly())));
        desk.navigator().route("statement", "customers", place -> new StatementView(desk,
                new StatementViewModel(desk, rooms, customer(place))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
