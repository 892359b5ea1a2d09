package org.goodterms.reminder;

import java.util.List;
import org.goodterms.outbox.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one run came to.
 *
 * @param waiting messages that did not leave, each with its reason
 * @param tasks   those it made
 * @param stopped who was left alone and why
 */
public record RunReport(List<Entry> sent, List<Entry> failed, List<Entry> unknown, List<Entry> waiting,
        List<DunningPlan.Errand> tasks, List<DunningPlan.Stopped> stopped) {
    public RunReport {
        sent = List.copyOf(sent);
        failed = List.copyOf(failed);
        unknown = List.copyOf(unknown);
        waiting = List.copyOf(waiting);
        tasks = List.copyOf(tasks);
        stopped = List.copyOf(stopped);
    }

    /**
     * One message to one customer.
     *
     * @param message its copy to the first recipient; null where it was not put into the outbox
     * @param reason  why it waits or did not go; null where it went
     */
    public record Entry(DunningPlan.Notice notice, @Nullable Message message, org.goodterms.kernel.@Nullable Problem reason) {
    }
}
