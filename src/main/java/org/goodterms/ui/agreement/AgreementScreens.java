package org.goodterms.ui.agreement;

import java.util.List;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Expected;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which screens there are about payment plans. */
public final class AgreementScreens {
    private static final String SECTION = "plans";

    private AgreementScreens() {
    }

    /** @param reading makes pictures of a PDF's pages */
    public static void register(Desk desk, App app, Pages.Reading reading) {
        Navigator go = desk.navigator();
        AgreementViewModel.Rooms rooms = new AgreementViewModel.Rooms(app.agreements().plans(), app.agreements().planPapers(),
                app.customers(), app.reports());
        go.route("plans", SECTION, place -> new PlanListView(desk, new PlanListViewModel(desk, rooms.plans(), rooms.customers())));
        go.route("agreement", SECTION, place -> new AgreementView(desk, new AgreementViewModel(desk, rooms, reading, customer(place))));
        go.route("agreement.new", SECTION, place -> new NewAgreementView(desk, new NewAgreementViewModel(desk, rooms, reading,
                place.about() instanceof Expected debts ? debts : new Expected(customer(place), List.of()))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
