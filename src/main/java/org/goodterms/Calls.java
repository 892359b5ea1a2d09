package org.goodterms;

import java.time.Clock;
import org.goodterms.agreement.PromiseService;
import org.goodterms.call.CallDeskService;
import org.goodterms.call.CallService;
import org.goodterms.followup.FollowUpService;
import org.goodterms.outbox.MailService;
import org.goodterms.reminder.ErrandService;

/** Calls to customers who are late: what lies ready before, and what follows after. */
public record Calls(CallDeskService desk, CallService reports) {

    static Calls of(PromiseService.Rooms rooms, Clock clock, FollowUpService tasks, CallDeskService.Known known, ErrandService errands,
            MailService mail) {
        return new Calls(new CallDeskService(new CallDeskService.Books(rooms.db(), clock, rooms.companies(), rooms.customers(),
                rooms.contacts(), tasks, rooms.receivables()), known),
                new CallService(new CallService.Books(rooms.db(), rooms.companies(), rooms.customers(), rooms.contacts(), tasks,
                        rooms.receivables()), new CallService.Next(known.promises(), known.disputes(), known.holds(), known.worklists(),
                        errands), new CallService.Post(mail, known.outbox())));
    }
}
