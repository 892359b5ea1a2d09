package org.goodterms.ui.customer;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;

/** Tells the navigator which screens there are about customers. */
public final class CustomerScreens {
    private static final String SECTION = "customers";

    private CustomerScreens() {
    }

    public static void register(Desk desk, App app) {
        Navigator go = desk.navigator();
        go.route("customers", SECTION, place -> new CustomerListView(desk,
                new CustomerListViewModel(desk.tasks(), desk.changes(), app.customers())));
    }
}
