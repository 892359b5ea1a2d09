package org.goodterms.ui.recurring;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;

/** Tells the navigator which screens there are about recurring invoices. */
public final class RecurringScreens {
    private static final String SECTION = "recurring";

    private RecurringScreens() {
    }

    public static void register(Desk desk, App app) {
        Navigator go = desk.navigator();
        go.route("recurring", SECTION, place -> new RecurringView(desk, new RecurringViewModel(desk, app.recurring())));
        go.route("recurring.new", SECTION, place -> new NewTemplateView(desk,
                new NewTemplateViewModel(desk, app.recurring(), app.customers())));
    }
}
