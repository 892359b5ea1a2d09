package org.goodterms.ui.plan;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where the plan of reminders is. */
public final class PlanScreens {
    private PlanScreens() {
    }

    public static void register(Desk desk, App app) {
        PlanViewModel.Rooms rooms = new PlanViewModel.Rooms(app.customers(), app.reminders(), app.mail(), app.holds(), app.reports());
        desk.navigator().route("reminders", "reminders", place -> new PlanView(desk, new PlanViewModel(desk, rooms)));
    }
}
