package org.goodterms.ui.call;

import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;

/** Tells the navigator of the call desk: {@code calls} for all of the day, {@code call} about one customer first. */
public final class CallScreens {
    private static final String SECTION = "today";

    private CallScreens() {
    }

    public static void register(Desk desk, App app) {
        CallViewModel.Rooms rooms = new CallViewModel.Rooms(app.calls().desk(), app.calls().reports(), app.company());
        desk.navigator().route("calls", SECTION, place -> new CallView(desk, new CallViewModel(desk, rooms, null)));
        desk.navigator().route("call", SECTION, place -> new CallView(desk, new CallViewModel(desk, rooms, customer(place))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
