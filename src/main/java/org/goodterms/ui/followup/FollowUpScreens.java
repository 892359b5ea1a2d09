package org.goodterms.ui.followup;

import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Place;
import org.jspecify.annotations.Nullable;

/** Tells the navigator which screens there are about follow-ups. */
public final class FollowUpScreens {
    private static final String SECTION = "followups";

    private FollowUpScreens() {
    }

    public static void register(Desk desk, App app) {
        Navigator go = desk.navigator();
        go.route("followups", SECTION, place -> new FollowUpListView(desk, new FollowUpListViewModel(desk, app.followUps())));
        go.route("followup.new", SECTION, place -> new NewFollowUpView(desk,
                new NewFollowUpViewModel(desk, app.followUps(), app.customers(), customer(place))));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Id<Customer> customer(Place place) {
        return place.about() == null ? null : (Id<Customer>) place.about(Id.class);
    }
}
