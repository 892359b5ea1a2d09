package org.goodterms.ui.dispute;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where the disputes are. */
public final class DisputeScreens {
    private DisputeScreens() {
    }

    public static void register(Desk desk, App app) {
        DisputeListViewModel.Rooms rooms = new DisputeListViewModel.Rooms(app.disputes(), app.reports(), app.customers(), app.invoices(),
                app.attachments());
        desk.navigator().route("disputes", "disputes", place -> new DisputeListView(desk, new DisputeListViewModel(desk, rooms)));
    }
}
