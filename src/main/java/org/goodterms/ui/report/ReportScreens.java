package org.goodterms.ui.report;

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
        desk.navigator().route("aging", "aging", place -> new AgingView(desk, new AgingViewModel(desk, app.reports())));
        desk.navigator().route("statement", "customers", place -> new StatementView(desk,
                new StatementViewModel(desk, app.reports(), app.customers(), customer(place))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
