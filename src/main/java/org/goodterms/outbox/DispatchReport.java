package org.goodterms.outbox;

import java.util.List;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the dispatcher came to.
 *
 * @param cancelled because the facts had changed; the reason is in {@link Message.Course#replyText}
 * @param stopped   why the run ended before the queue did, or null where it did not
 */
public record DispatchReport(List<Message> sent, List<Message> deferred, List<Message> failed, List<Message> unknown,
                             List<Message> cancelled, @Nullable Problem stopped) {
    public DispatchReport {
        sent = List.copyOf(sent);
        deferred = List.copyOf(deferred);
        failed = List.copyOf(failed);
        unknown = List.copyOf(unknown);
        cancelled = List.copyOf(cancelled);
    }
}
