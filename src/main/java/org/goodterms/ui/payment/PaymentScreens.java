package org.goodterms.ui.payment;

import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.payment.Expected;
import org.goodterms.payment.Payment;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Place;
import org.joda.money.CurrencyUnit;

/** Tells the navigator which screens there are about payments. */
public final class PaymentScreens {
    private static final String SECTION = "payments";

    private PaymentScreens() {
    }

    public static void register(Desk desk, App app) {
        Navigator go = desk.navigator();
        CurrencyUnit book = app.company().company().currency();
        go.route("payments", SECTION, place -> new PaymentListView(desk, new PaymentListViewModel(desk,
                new PaymentListViewModel.Rooms(app.payments(), app.suspense(), app.customers(), app.invoices())), book));
        go.route("payment", SECTION, place -> new PaymentView(desk,
                new PaymentViewModel(desk, app.payments(), app.returns(), payment(place)), book).receipts(app.letters().receipts()::pdf));
        go.route("payment.new", SECTION, place -> entry(desk, app, book, place));
        go.route("payment.more", SECTION, place -> {
            PaymentEntryViewModel model = model(desk, app, book);
            model.settle(payment(place));
            return new PaymentEntryView(desk, model);
        });
    }

    /** Of nobody yet, of a customer, or for documents. */
    private static PaymentEntryView entry(Desk desk, App app, CurrencyUnit book, Place place) {
        PaymentEntryViewModel model = model(desk, app, book);
        PaymentEntryView view = new PaymentEntryView(desk, model);
        switch (place.about()) {
            case Expected documents -> model.begin(documents);
            case Id<?> id -> model.begin(PaymentScreens.<Customer>as(id));
            case null, default -> { }
        }
        return view;
    }

    private static PaymentEntryViewModel model(Desk desk, App app, CurrencyUnit book) {
        return new PaymentEntryViewModel(desk.tasks(), new PaymentEntryViewModel.Rooms(app.payments(), app.customers(),
                app.invoices()), desk.formats().today(), book, done -> recorded(desk, app, done));
    }

    private static void recorded(Desk desk, App app, PaymentEntryViewModel.Recorded done) {
        Payment payment = done.payment();
        if (desk.navigator().canGoBack().get()) {
            desk.navigator().back();
        } else {
            desk.navigator().replace(Place.of("payment", payment.id()));
        }
        String text = done.more() ? desk.texts().get("payment.settled_more", payment.number())
                : desk.texts().get("payment.recorded", payment.amount(), payment.number());
        if (done.settles() && !done.more()) {
            desk.overlay().undoable(text, () -> new PaymentViewModel(desk, app.payments(), app.returns(), payment.id()).takeBack(null));
        } else if (done.more()) {
            desk.overlay().toast(text);
        } else {
            desk.overlay().toast(text, desk.texts().get("window.show"),
                    () -> desk.navigator().go(Place.of("payment", payment.id())));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Id<T> as(Id<?> id) {
        return (Id<T>) id;
    }

    @SuppressWarnings("unchecked")
    private static Id<Payment> payment(Place place) {
        return (Id<Payment>) place.about(Id.class);
    }
}
