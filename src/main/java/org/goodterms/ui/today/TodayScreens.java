package org.goodterms.ui.today;

import org.goodterms.App;
import org.goodterms.backup.Backup;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator of the page that the day begins with. */
public final class TodayScreens {
    private TodayScreens() {
    }

    public static void register(Desk desk, App app) {
        TodayViewModel.Rooms rooms = new TodayViewModel.Rooms(app.reporting().today(), app.followUps(), app.contacts(), app.post(),
                app.reminders().sending()::obsolete, () -> app.backups().lastBackup().map(Backup::made), app.reminders().runs()::lastRun);
        desk.navigator().route("today", "today", place -> new TodayView(desk, new TodayViewModel(desk, rooms)));
    }
}
