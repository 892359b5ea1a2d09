package org.goodterms.ui.claim;

import org.goodterms.App;
import org.goodterms.payment.Expected;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where it is said what becomes of a debt. */
public final class ClaimScreens {
    private ClaimScreens() {
    }

    public static void register(Desk desk, App app) {
        ClaimViewModel.Rooms rooms = new ClaimViewModel.Rooms(app.claims().interest(), app.claims().charges(),
                new ClaimViewModel.Ends(app.claims().writeOffs(), app.claims().recoveries(), app.claims().handOvers()), app.dossiers(),
                app.customers(), app.reports(), app.reporting().papers());
        desk.navigator().route("claim", "invoices", place -> new ClaimView(desk, new ClaimViewModel(desk, rooms, place.about(Expected.class))));
    }
}
