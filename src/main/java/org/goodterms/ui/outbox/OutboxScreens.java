package org.goodterms.ui.outbox;

import org.goodterms.App;
import org.goodterms.kernel.Id;
import org.goodterms.outbox.Message;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which screens there are about messages. */
public final class OutboxScreens {
    private static final String SECTION = "today";

    private OutboxScreens() {
    }

    public static void register(Desk desk, App app, Pages.Reading reading) {
        MessageViewModel.Rooms rooms = new MessageViewModel.Rooms(app.outbox(), app.mail(), app.post(),
                app.reminders().sending()::obsolete, app.reminders().sending()::settle);
        Navigator go = desk.navigator();
        go.route("outbox", SECTION, place -> new OutboxView(desk, new OutboxViewModel(desk, rooms)));
        go.route("message", SECTION, place -> new MessageView(desk, new MessageViewModel(desk, rooms, reading, message(place))));
    }

    @SuppressWarnings("unchecked")
    private static Id<Message> message(Place place) {
        return (Id<Message>) place.about(Id.class);
    }
}
