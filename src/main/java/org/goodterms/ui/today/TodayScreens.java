package org.goodterms.ui.today;

import java.util.Optional;
import org.goodterms.App;
import org.goodterms.outbox.DispatchService;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator of the page that the day begins with. */
public final class TodayScreens {
    private TodayScreens() {
    }

    public static void register(Desk desk, App app) {
        TodayViewModel.Rooms rooms = new TodayViewModel.Rooms(app.todays(), app.followUps(), app.contacts(), app.post(),
                DispatchService.Recheck.none(), Optional::empty);
        desk.navigator().route("today", "today", place -> new TodayView(desk, new TodayViewModel(desk, rooms)));
    }
}
