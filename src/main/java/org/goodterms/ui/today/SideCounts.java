package org.goodterms.ui.today;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import org.goodterms.followup.FollowUp;
import org.goodterms.outbox.Message;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.TodayEntry;
import org.goodterms.report.TodayService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;

/** How many things wait in the sections of the side bar; counted anew whenever something changed. */
public final class SideCounts {
    private final Desk desk;
    private final TodayService todays;
    private final IntegerProperty today;
    private final IntegerProperty followUps;
    private final Subscriptions subscriptions;

    /**
     * @param today     set to how many things are to be done today
     * @param followUps set to how many tasks are overdue
     */
    public SideCounts(Desk desk, TodayService todays, IntegerProperty today, IntegerProperty followUps) {
        this.desk = desk;
        this.todays = todays;
        this.today = today;
        this.followUps = followUps;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, FollowUp.class, Message.class, OpenItem.class);
        subscriptions.start();
    }

    private void load() {
        desk.tasks().load(today, progress -> todays.entries(), this::show);
    }

    private void show(List<TodayEntry> entries) {
        today.set(entries.size());
        followUps.set((int) entries.stream().filter(entry -> entry.sort() == TodayEntry.Sort.TASK && entry.late()).count());
    }

    /** For good: the book is being closed. */
    public void stop() {
        subscriptions.close();
    }
}
