package org.goodterms.ui.customer;

import java.util.List;
import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.PdfOut;
import org.goodterms.ui.kit.Place;
import org.jspecify.annotations.Nullable;

/** Tells the navigator which screens there are about customers. */
public final class CustomerScreens {
    private static final String SECTION = "customers";

    private CustomerScreens() {
    }

    public static void register(Desk desk, App app) {
        Navigator go = desk.navigator();
        CustomerViewModel.Rooms rooms = new CustomerViewModel.Rooms(app.customers(), app.contacts(), app.history(),
                app.reports(), app.followUps(), app.reporting().segments());
        AgreedViewModel.Rooms agreed = new AgreedViewModel.Rooms(app.agreements().promises(), app.agreements().extensions(), app.holds());
        go.route("customers", SECTION, place -> new CustomerListView(desk,
                new CustomerListViewModel(desk.tasks(), desk.changes(), app.customers(), app.history())));
        go.route("customer", SECTION, place -> new CustomerView(desk, new CustomerViewModel(desk, rooms, id(place)),
                new AgreedViewModel(desk, agreed, id(place)), new FilePart(desk, new FilePart.Shelf(file -> app.attachments().add(id(place), null, file),
                        app.attachments()::saving, app.attachments()::open, app.attachments()::save))).offering(papers(desk, app, id(place))));
        go.route("customer.new", SECTION, place -> edit(desk, app, null));
        go.route("customer.edit", SECTION, place -> edit(desk, app, id(place)));
    }

    private static List<Action> papers(Desk desk, App app, Id<Customer> id) {
        String letter = desk.texts().get("customer.welcome");
        String form = desk.texts().get("customer.credit_form");
        return List.of(PdfOut.action(desk, "customer.welcome", "fth-mail", letter,
                () -> Outcome.ok(app.letters().terms().welcome(app.customers().customer(id)))),
                PdfOut.action(desk, "customer.credit_form", "fth-clipboard", form,
                        () -> Outcome.ok(app.letters().terms().application(app.customers().customer(id)))));
    }

    private static CustomerEditView edit(Desk desk, App app, @Nullable Id<Customer> id) {
        CustomerEditViewModel model = new CustomerEditViewModel(desk.tasks(), app.customers(), id, stored -> {
            if (id == null) {
                desk.navigator().replace(Place.of("customer", stored.id()));
            } else {
                desk.navigator().back();
            }
            desk.overlay().toast(desk.texts().get("customer.saved", stored.name()));
        });
        return new CustomerEditView(desk, model, app.company().company().currency());
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> id(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
