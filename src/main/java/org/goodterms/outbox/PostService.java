package org.goodterms.outbox;

import java.util.Collection;
import java.util.UUID;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Carrier;

/** Carries out what waits in the outbox, the way that is wanted. For long work: call it off the screen's thread. */
public final class PostService {
    private final MailService mail;
    private final DispatchService dispatch;

    public PostService(MailService mail, DispatchService dispatch) {
        this.mail = mail;
        this.dispatch = dispatch;
    }

    /**
     * Sends what waits.
     *
     * @param only    ids of the messages meant; all that wait where it is empty
     * @param recheck asked for each message in the transaction that takes it in hand
     * @return refused, with nothing touched, where that way is not open: no account, no password, no address of the firm
     */
    public Outcome<DispatchReport> send(Way way, Collection<UUID> only, DispatchService.Recheck recheck, Progress progress) {
        return mail.carrier(way).map(carrier -> {
            try (Carrier open = carrier) {
                return dispatch.dispatch(open, only, recheck, progress);
            }
        });
    }
}
