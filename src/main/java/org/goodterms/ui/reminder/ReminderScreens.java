package org.goodterms.ui.reminder;

import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which screens there are about reminders. */
public final class ReminderScreens {
    private ReminderScreens() {
    }

    public static void register(Desk desk, App app, Pages.Reading reading) {
        ReminderViewModel.Rooms rooms = new ReminderViewModel.Rooms(app.customers(), app.reminders().manual(), app.mail(), app.handover());
        desk.navigator().route("reminder.new", "customers", place -> new ReminderView(desk, new ReminderViewModel(desk, rooms, reading,
                customer(place))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
