package org.goodterms.ui.report;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator which reports there are. */
public final class ReportScreens {
    private ReportScreens() {
    }

    public static void register(Desk desk, App app) {
        desk.navigator().route("aging", "aging", place -> new AgingView(desk, new AgingViewModel(desk, app.reports())));
    }
}
